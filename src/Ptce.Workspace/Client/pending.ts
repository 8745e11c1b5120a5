// What was typed and is not yet known to be saved, kept in this browser: it outlives a cut line, a reload and a closed tab.

import { longestMs } from "./connection";

export interface Pending {
  /** The text that the writer began from. */
  known: string;
  text: string;
  /** Names this save: sent twice, it is one. */
  id: string;
  /** When it was last touched, ms. */
  at: number;
  url: string;
  /** A save before this one that may have arrived, though no answer came: by its name it is asked for again first. */
  first?: Pending | undefined;
}

/** Another tab's words are sent from here once it has been silent for so long. */
const orphanMs = 15_000;
/** Words that nobody would take are kept for a month, then let go. */
const oldestMs = 30 * 24 * 3600_000;

const tab = (sessionStorage["tab"] ??= crypto.randomUUID()) as string;

export function keep(person: string, item: string, pending: Pending): void {
  try {
    localStorage.setItem(key(person, item), JSON.stringify(pending));
  } catch {
    // A full or forbidden store: the text area itself still holds the words.
  }
}

export function kept(person: string, item: string): Pending | undefined {
  return read(key(person, item));
}

export function letGo(person: string, item: string): void {
  localStorage.removeItem(key(person, item));
}

/** Sends what other tabs and earlier visits of this person have left; `shown` are the points that this page looks after itself. */
export async function sendLeftovers(person: string, shown: Set<string>): Promise<void> {
  for (const name of Object.keys(localStorage).filter((k) => k.startsWith(`minutes ${person} `))) {
    const pending = read(name);
    const mine = name.endsWith(` ${tab}`) && shown.has(name.split(" ")[2] ?? "");
    if (!pending || mine || Date.now() - pending.at < orphanMs) continue;
    if (pending.first && !(await put(pending.first).catch(() => undefined))) continue;
    const answer = await put(pending).catch(() => undefined);
    if (answer?.ok || Date.now() - pending.at > oldestMs) localStorage.removeItem(name);
  }
}

export function put(pending: Pending, keepalive = false): Promise<Response> {
  return fetch(pending.url, {
    method: "PUT",
    signal: AbortSignal.timeout(longestMs),
    keepalive,
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({ id: pending.id, known: pending.known, text: pending.text }),
  });
}

function key(person: string, item: string): string {
  return `minutes ${person} ${item} ${tab}`;
}

function read(name: string): Pending | undefined {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(name) ?? "null");
    return found ? (found as Pending) : undefined;
  } catch {
    return undefined;
  }
}
