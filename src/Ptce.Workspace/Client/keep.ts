// A page that refreshes itself, or comes back with a refusal, never takes away what a person is doing in it.

import { hasArrived } from "./connection";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const refusalMarks = ["aria-invalid", "aria-describedby"];

/** Forms that were just saved: their fields hold nothing to keep until someone types again. */
const saved = new WeakSet<HTMLFormElement>();
/** What was in the fields of a form on its way. */
const sent = new WeakMap<HTMLFormElement, string>();
/** A sentence such as "2 h notées", or why something was refused, stays through refreshes until the next act. */
let noticeIsOld = false;

export function keepWhatPeopleDo(): void {
  document.addEventListener("turbo:before-morph-element", (event) => {
    const element = event.target as Element;
    const next = event.detail.newElement;
    if (!next) {
      if (holdsWork(element) || (element.matches("[data-once]") && !noticeIsOld)) event.preventDefault();
    } else if (isField(element) && mustKeep(element)) {
      event.preventDefault();
      takeRefusal(element, next);
    } else if (element.matches(".preview") && element.closest("form")?.querySelector<HTMLInputElement>("[data-preview-url]")?.value) {
      event.preventDefault();
    }
  });

  // What is open stays open.
  document.addEventListener("turbo:before-morph-attribute", (event) => {
    const element = event.target as Element;
    if (refusalMarks.includes(event.detail.attributeName) && isRefused(element)) event.preventDefault();
    if (event.detail.attributeName !== "open" || !element.matches("details, dialog")) return;
    // A line just said opens what was understood of it.
    if (event.detail.mutationType === "remove" || !element.matches(".answer")) event.preventDefault();
  });

  document.addEventListener("input", (event) => {
    const form = isField(event.target) && event.target.form;
    if (form) saved.delete(form);
  });
  document.addEventListener("turbo:submit-start", (event) => {
    noticeIsOld = true;
    const form = event.detail.formSubmission.formElement;
    sent.set(form, content(form));
  });
  document.addEventListener("turbo:submit-end", (event) => {
    const form = event.detail.formSubmission.formElement;
    if (!hasArrived(event.detail.fetchResponse)) return;
    if (!event.detail.success) {
      document.addEventListener("turbo:render", showRefusal, { once: true });
    } else if (content(form) === sent.get(form)) {
      // Whoever typed on meanwhile keeps what they have.
      form.reset();
      saved.add(form);
    }
  });
  document.addEventListener("turbo:load", () => (noticeIsOld = false));
  document.addEventListener("turbo:render", (event) => {
    if (event.detail.renderMethod === "replace") beginAtTitle();
  });
}

function content(form: HTMLFormElement): string {
  return JSON.stringify([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

/** Is someone in the middle of filling something in on this page? */
export function isBusyWithForms(): boolean {
  return holdsWork(document.body);
}

function holdsWork(root: Element): boolean {
  return [root, ...root.querySelectorAll("input, textarea, select")].some((element) => isField(element) && mustKeep(element));
}

function isField(target: unknown): target is Field {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function mustKeep(field: Field): boolean {
  if (field.form && saved.has(field.form)) return false;
  // The version that a person began from goes with what they typed, so that the server can see a clash. Tokens may renew.
  if (field instanceof HTMLInputElement && field.type === "hidden")
    return !field.name.startsWith("__") && field.form !== null && [...field.form.elements].some((other) => isField(other) && other.type !== "hidden" && differs(other));
  if (field instanceof HTMLInputElement && ["submit", "button", "reset", "image"].includes(field.type)) return false;
  return field === document.activeElement || differs(field);
}

function differs(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options];
    // Without a default of its own, a list of one choice starts on its first option.
    const first = field.multiple || options.some((o) => o.defaultSelected) ? undefined : options.find((o) => !o.disabled);
    return options.some((o) => o.selected !== (o.defaultSelected || o === first));
  }
  if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio")) return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}

/** The text is the person's, what the server says about it is not: the mark of a refusal comes and goes. */
function takeRefusal(field: Field, next: Element): void {
  if (isRefused(field)) return;
  for (const name of refusalMarks) {
    const value = next.getAttribute(name);
    if (value === null) field.removeAttribute(name);
    else field.setAttribute(name, value);
  }
}

/** Just refused: nobody has acted on it yet. */
function isRefused(field: Element): boolean {
  return !noticeIsOld && field.matches("[aria-invalid='true']");
}

function showRefusal(): void {
  noticeIsOld = false;
  document.querySelector<HTMLElement>("main [aria-invalid='true']")?.focus();
}

/** After a visit, a screen reader and the Tab key begin at the new page's title. */
function beginAtTitle(): void {
  if (document.activeElement !== document.body) return;
  const title = document.querySelector<HTMLElement>("main h1");
  title?.setAttribute("tabindex", "-1");
  title?.focus({ preventScroll: true });
}
