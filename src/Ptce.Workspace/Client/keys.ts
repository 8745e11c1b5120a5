// One key leads to the sentence box from anywhere, Escape leads out of it and closes what hangs open.

const slashIsOff = "slash-off";

export function listenToKeys(): void {
  document.addEventListener("keydown", (event) => {
    // "/" is Shift+: on a French keyboard, so Shift says nothing here.
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey) goToSentence(event);
    if (event.key === "Escape") leave(event);
  });

  document.addEventListener("click", (event) => {
    for (const menu of openMenus()) if (!menu.contains(event.target as Node)) menu.open = false;
  });

  // A single-key shortcut can be turned off (WCAG 2.1.4): speech input types stray characters.
  document.addEventListener("change", (event) => {
    const box = event.target as HTMLInputElement;
    if (box.id === "slash") box.checked ? localStorage.removeItem(slashIsOff) : localStorage.setItem(slashIsOff, "1");
  });
  document.addEventListener("turbo:load", () => {
    const box = document.querySelector<HTMLInputElement>("#slash");
    if (!box) return;
    box.checked = localStorage.getItem(slashIsOff) === null;
    document.getElementById("slash-choice")!.hidden = false;
  });
}

function goToSentence(event: KeyboardEvent): void {
  const sentence = document.querySelector<HTMLInputElement>("#sentence");
  if (!sentence || localStorage.getItem(slashIsOff) !== null || isTyping(event.target)) return;
  event.preventDefault();
  sentence.focus();
  sentence.select();
}

function leave(event: KeyboardEvent): void {
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector("summary")?.focus();
  }
  if (event.target instanceof HTMLElement && event.target.closest(".sentence-box") && !event.isComposing) event.target.blur();
}

function openMenus(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")];
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input:not([type='checkbox'], [type='radio']), textarea, select, [contenteditable]") !== null;
}
