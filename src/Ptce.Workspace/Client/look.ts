// Re-reads the page in place when the server says that something happened. We fetch and morph by ourselves where
// Turbo's own refresh would leave for the browser's error page while the server restarts, and cancel a form on its way.

import { morphBodyElements, session } from "@hotwired/turbo";
import { longestMs, say } from "./connection";
import { isBusyWithForms } from "./keep";

/** At most four looks a second: a burst becomes one look now and one after it. */
const spacingMs = 250;
/** After a look that failed or came back old, in milliseconds. */
const patience = [1000, 2000, 5000, 10_000];

/** The newest number named for this pole. */
let wanted = 0;
let pole = "";
/** Wished for without a number: what was said elsewhere, or work under way. */
let asked = false;
let underWay = false;
let formsOnTheWay = 0;
/** Forms and visits begun so far: an answer that was asked for before the last of them may be older than what they brought. */
let moves = 0;
let fruitless = 0;
let notBefore = 0;

document.addEventListener("turbo:submit-start", () => (moves++, formsOnTheWay++));
document.addEventListener("turbo:visit", () => moves++);
document.addEventListener("turbo:submit-end", () => {
  formsOnTheWay--;
  // The answer to a form is itself a fresh page: it gets a moment to arrive.
  notBefore = performance.now() + 500;
  void consider();
});
document.addEventListener("turbo:load", () => {
  notBefore = 0;
  void consider();
});
document.addEventListener("visibilitychange", () => void consider());

/** The number that this page shows. */
export function seqShown(): number {
  return Number(meta("live-seq") ?? 0);
}

export function meta(name: string): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
}

/** Something happened up to this number; numbers that the page already shows are nothing new. */
export function lookAgain(seq: number): void {
  // Numbers are counted per pole.
  if (pole !== meta("live-pole")) wanted = 0;
  pole = meta("live-pole") ?? "";
  wanted = Math.max(wanted, seq);
  void consider();
}

/** Reads the page again though no number was named. A look that is under way may have begun too early: another follows it. */
export function readAgain(): void {
  asked = true;
  void consider();
}

async function consider(): Promise<void> {
  if (underWay || !isBehind()) return;
  underWay = true;
  for (let wait = notBefore - performance.now(); wait > 0; wait = notBefore - performance.now()) await new Promise((r) => setTimeout(r, wait));
  if (isBehind() && !isElsewhere()) {
    const wished = asked;
    asked = false;
    const found = await look();
    asked ||= wished && found !== "page";
    fruitless = found === "overtaken" || (found === "page" && !isOld()) ? 0 : fruitless + 1;
    notBefore = performance.now() + (fruitless ? patience[Math.min(fruitless, patience.length) - 1]! : spacingMs);
    // A number that no page reaches belongs to somewhere else, such as the pole just left.
    if (found === "page" && fruitless > patience.length) wanted = seqShown();
  }
  underWay = false;
  // When forms and visits end, they call again.
  if (!isElsewhere()) void consider();
}

/** Hidden pages look when they are looked at. */
function isBehind(): boolean {
  return (asked || isOld()) && !document.hidden;
}

function isOld(): boolean {
  return wanted > seqShown() && pole === meta("live-pole");
}

function isElsewhere(): boolean {
  return formsOnTheWay > 0 || session.navigator.currentVisit?.state === "started";
}

/** Reads the page again and morphs it, unless the reader has moved on meanwhile. */
async function look(): Promise<"page" | "nothing" | "overtaken"> {
  const address = location.href.split("#")[0]!;
  const begun = moves;
  let answer: Response, html: string;
  try {
    answer = await fetch(address, { headers: { Accept: "text/html, application/xhtml+xml", "X-Look-Again": "1" }, signal: AbortSignal.timeout(longestMs) });
    html = await answer.text();
  } catch {
    return "nothing";
  }
  if (moves !== begun || isElsewhere() || location.href.split("#")[0] !== address) return "overtaken";
  // Sent elsewhere to sign in: whoever is typing is told, not taken away.
  if (answer.redirected || answer.status === 401) isBusyWithForms() ? say("ended") : location.reload();
  else if (answer.ok || ([403, 404, 410].includes(answer.status) && !isBusyWithForms())) morph(new DOMParser().parseFromString(html, "text/html"));
  else return "nothing";
  return "page";
}

function morph(next: Document): void {
  // A newer program brings a newer script and sheet: a calm page starts over with them.
  if (tracked(next) !== tracked(document) && !isBusyWithForms()) return location.reload();
  document.title = next.title;
  for (const name of ["live-pole", "live-seq"]) {
    const content = next.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
    const mine = document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`);
    if (content === undefined) mine?.remove();
    else mine?.setAttribute("content", content);
  }
  morphBodyElements(document.body, document.adoptNode(next.body) as HTMLElement);
}

function tracked(page: Document): string {
  return [...page.head.querySelectorAll("[data-turbo-track='reload']")].map((e) => e.outerHTML).join();
}
