// The one line that says when the connection is lost, a form did not leave, or the session ended. Its words come with the page.

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
  document.addEventListener("turbo:submit-end", (event) => {
    if (event.detail.fetchResponse) unsay("unsent");
  });
}
