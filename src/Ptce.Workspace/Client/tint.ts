// When the page refreshes itself, the lines that are new or say something new are tinted for a moment (base.css, .changed).

/** Only lines that bear an id: without one nobody can say which line became which. */
const lines = "main :is(li, tr)[id]";

export function tintWhatChanged(): void {
  let before = read();
  document.addEventListener("turbo:morph", () => {
    const after = read();
    for (const [id, text] of after) if (before.get(id) !== text) tint(document.getElementById(id)!);
    before = after;
  });
  document.addEventListener("turbo:load", () => (before = read()));
}

/** What each line says, by its id. */
function read(): Map<string, string> {
  return new Map([...document.querySelectorAll(lines)].map((line) => [line.id, words(line)]));
}

/** What a line says, times left out: "il y a 3 min" changes without anything having happened. */
function words(line: Element): string {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let text = "";
  while (walker.nextNode()) if (!walker.currentNode.parentElement?.closest("time")) text += walker.currentNode.nodeValue!.trim();
  return text;
}

function tint(line: Element): void {
  line.classList.remove("changed");
  line.addEventListener("animationend", () => line.classList.remove("changed"), { once: true });
  line.classList.add("changed");
}
