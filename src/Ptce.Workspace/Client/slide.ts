// A slider shows what it stands at: its form is sent when it comes to rest, and the keys that move it stay on it.

export function followSliders(): void {
  document.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.matches("[data-slide]")) event.target.form?.requestSubmit();
  });
  document.addEventListener("turbo:before-render", () => {
    held = document.activeElement instanceof HTMLInputElement && document.activeElement.matches("[data-slide]") ? document.activeElement.id : null;
  });
  document.addEventListener("turbo:render", () => {
    if (held) document.getElementById(held)?.focus();
  });
}

let held: string | null = null;
