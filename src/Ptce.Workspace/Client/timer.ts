// The time of the point that is spoken of runs on the page; the server's clock decides, not this computer's.

export function keepTime(): void {
  tick();
  setInterval(tick, 1000);
  document.addEventListener("turbo:load", tick);
  document.addEventListener("turbo:morph", tick);
}

/** Where this computer's clock stood when the page said what time it was. */
const read = new WeakMap<Element, number>();

function tick(): void {
  for (const timer of document.querySelectorAll<HTMLElement>("[data-seconds]")) {
    const stamp = timer.dataset["seconds"]! + timer.dataset["running"];
    if (timer.dataset["stamp"] !== stamp) {
      timer.dataset["stamp"] = stamp;
      read.set(timer, Date.now());
    }
    const gone = timer.dataset["running"] === "true" ? (Date.now() - (read.get(timer) ?? Date.now())) / 1000 : 0;
    const seconds = Math.floor(Number(timer.dataset["seconds"]) + gone), planned = Number(timer.dataset["planned"]) * 60;
    timer.textContent = (timer.dataset[seconds > planned ? "over" : "words"] ?? "").replace("{0}", clock(seconds)).replace("{1}", clock(seconds - planned));
    timer.classList.toggle("over", seconds > planned);
  }
}

function clock(seconds: number): string {
  const rest = String(seconds % 60).padStart(2, "0");
  return `${Math.floor(seconds / 60)}:${rest}`;
}
