// Buttons that copy a text: <button type="button" data-copy="id of the text area" data-copied="words once it is done">.

export function copyOnAsking(): void {
  addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest<HTMLElement>("[data-copy]");
    const text = button && (document.getElementById(button.dataset["copy"]!) as HTMLTextAreaElement | null);
    if (button && text) void copy(button, text);
  });
}

async function copy(button: HTMLElement, text: HTMLTextAreaElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text.value);
    button.textContent = button.dataset["copied"] ?? "";
  } catch {
    // Without the right to write the clipboard, the text is marked: one key copies it.
    text.focus();
    text.select();
  }
}
