// One thing after the other. Turbo drops the form on its way when another form is sent or a link is followed, and on a slow line
// what was pressed never arrives: here the second form waits for the answer to the first, and the link for both.

import { visit } from "@hotwired/turbo";

/** A link waits no longer than this for forms, in milliseconds. */
const patience = 5000;

/** A form as it stood when it was sent. */
interface Turn {
  form: HTMLFormElement;
  submitter: HTMLElement | null;
  data: [string, FormDataEntryValue][];
}

let last: Turn | undefined;
let underWay: Turn | undefined;
const waiting: Turn[] = [];
let leaving: string | undefined;
/** Where the answer to the last form leads; it gives way to a link that was followed meanwhile, and to a form, whose answer is newer. */
let answered: string | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

export function oneAfterAnother(): void {
  // On the window, so that it is heard before Turbo hears it.
  addEventListener("submit", hold, true);
  document.addEventListener("turbo:submit-start", (event) => {
    if (last?.form === event.detail.formSubmission.formElement) underWay = last;
  });
  document.addEventListener("turbo:submit-end", (event) => {
    if (underWay?.form !== event.detail.formSubmission.formElement) return;
    underWay = undefined;
    const next = waiting.splice(0).filter((turn) => turn.form.isConnected);
    waiting.push(...next.slice(1));
    answered = event.detail.fetchResponse?.location.href;
    if (next[0]) setTimeout(send, 0, next[0]);
    else if (!event.detail.success) leaving = undefined; // whoever is refused stays to read why
  });
  document.addEventListener("turbo:before-visit", (event) => {
    const { url } = event.detail, isAnswer = url === answered;
    if (isAnswer) answered = undefined;
    if (isAnswer ? !underWay && !leaving : !underWay || url === leaving) return;
    event.preventDefault();
    clearTimeout(timer);
    if (!isAnswer) leaving = url;
    timer = setTimeout(leave, underWay ? patience : 0);
  });
}

function hold(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== "post") return;
  const turn = { form, submitter: event.submitter, data: [...new FormData(form)] };
  if (!underWay) {
    last = turn;
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  // Pressed twice, it is said once.
  if (![underWay, ...waiting].some((other) => same(other, turn))) waiting.push(turn);
}

/** Sends what stood in the form when it was pressed, whatever stands in it now. */
function send({ form, submitter, data }: Turn): void {
  const asPressed = ({ formData }: FormDataEvent): void => {
    for (const name of [...formData.keys()]) formData.delete(name);
    for (const [name, value] of data) formData.append(name, value);
  };
  form.addEventListener("formdata", asPressed);
  form.requestSubmit(submitter);
  form.removeEventListener("formdata", asPressed);
}

function leave(): void {
  const address = leaving;
  if (address) visit(address);
  leaving = undefined;
}

function same(one: Turn, other: Turn): boolean {
  return one.form === other.form && one.submitter === other.submitter && one.data.length === other.data.length
    && one.data.every(([name, value], i) => other.data[i]![0] === name && other.data[i]![1] === value);
}
