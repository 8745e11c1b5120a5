// The one line that says when the connection is lost, a form did not leave, or the session ended. Its words come with the page.

/** A line that hangs is no line: whoever asks gives up then, and asks again. In milliseconds. */
export const longestMs = 20_000;

type Trouble = "lost" | "unsent" | "ended";

let said: Trouble | undefined;

export function say(trouble: Trouble): void {
  const line = document.getElementById("connection");
  if (!line || said === trouble) return;
  said = trouble;
  line.textContent = line.dataset[trouble] ?? "";
  if (trouble !== "ended") return;
  const again = document.createElement("a");
  again.href = location.href;
  again.dataset["turbo"] = "false";
  // In another window, so that what was typed here is still here then. Teams signs in by itself.
  if (document.documentElement.dataset["host"] !== "teams") again.target = "_blank";
  again.textContent = line.dataset["signIn"] ?? "";
  line.append(" ", again);
}

/** Takes the line away if it says one of these. */
export function unsay(...troubles: Trouble[]): void {
  if (!said || !troubles.includes(said)) return;
  said = undefined;
  document.getElementById("connection")?.replaceChildren();
}

export function watchForms(): void {
  document.addEventListener("turbo:fetch-request-error", (event) => {
    if (event.target instanceof HTMLFormElement) say("unsent");
  });
  // An error of the server, or the door to sign in at, does not take the place of the page that somebody wrote in.
  document.addEventListener("turbo:before-fetch-response", (event) => {
    if (!(event.target instanceof HTMLFormElement) || hasArrived(event.detail.fetchResponse) || !document.getElementById("connection")) return;
    event.preventDefault();
    say(event.detail.fetchResponse.redirected ? "ended" : "unsent");
  });
  document.addEventListener("turbo:submit-end", (event) => {
    if (hasArrived(event.detail.fetchResponse)) unsay("unsent", "ended");
  });
}

/** Whether a form was heard where it was sent, be it with a refusal. */
export function hasArrived(answer: FetchResponse | undefined): boolean {
  return answer !== undefined && answer.statusCode < 500 && !(answer.redirected && answer.location.searchParams.has("retour"));
}
