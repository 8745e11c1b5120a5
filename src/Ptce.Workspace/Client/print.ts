// A printed page cannot be unfolded: the tables behind the charts open for the printer and close again after.
// A table marked data-screen is too long for paper beside the picture of it: it stays on the screen.

export function openForPrint(): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>("main details:not([open], [data-screen])")];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
}

/** Buttons that print the page: <button type="button" data-print>. */
export function printOnAsking(): void {
  addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-print]")) print();
  });
}
