// The sentence box says how it understands the line while it is typed. Enter posts the form, with or without this script.

const pauseMs = 200;
/** What was put there: the card in it has been drawn since. */
const shown = new WeakMap<Element, string>();

export function understandWhileTyping(): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;

  const forget = (): void => {
    clearTimeout(waiting);
    asking?.abort();
  };

  document.addEventListener("input", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || !box.dataset["previewUrl"]) return;
    forget();
    if (!box.value.trim()) return show(box, "");
    waiting = setTimeout(() => {
      // Aborting the former question is what drops its answer, however late it comes.
      asking = new AbortController();
      void understand(box, asking.signal);
    }, pauseMs);
  });

  // Pressing a button in the reading must not fold the reading away first, as it would where buttons take no focus.
  document.addEventListener("mousedown", (event) => {
    if (event.target instanceof Element && event.target.closest(".preview") && !event.target.closest("input, select, textarea")) event.preventDefault();
  });

  document.addEventListener("turbo:submit-start", forget);
  document.addEventListener("turbo:submit-end", (event) => {
    const box = event.detail.formSubmission.formElement.querySelector<HTMLInputElement>("[data-preview-url]");
    if (box && !box.value) show(box, "");
  });
}

async function understand(box: HTMLInputElement, signal: AbortSignal): Promise<void> {
  const address = new URL(box.dataset["previewUrl"]!, document.baseURI);
  address.searchParams.set("text", box.value);
  try {
    const answer = await fetch(address, { signal, headers: { Accept: "text/html" } });
    const reading = answer.ok && !answer.redirected ? await answer.text() : "";
    if (!signal.aborted) show(box, reading);
  } catch {
    // Without an answer there is no reading; an older one would mislead.
    if (!signal.aborted) show(box, "");
  }
}

function show(box: HTMLInputElement, reading: string): void {
  const preview = box.form?.querySelector(".preview");
  // Trimmed, because a sheet asks whether it is empty.
  reading = reading.trim();
  if (!preview || (preview.innerHTML ? shown.get(preview) : "") === reading) return;
  preview.innerHTML = reading;
  shown.set(preview, reading);
}
