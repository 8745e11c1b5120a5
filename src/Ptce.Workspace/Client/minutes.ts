// Several people write the same minutes. What is typed goes to the server by itself; the server puts everyone's words together.

import { bring } from "./caret";
import { say } from "./connection";
import { tellPlace } from "./live";
import { meta, readAgain } from "./look";
import { keep, kept, letGo, type Pending, put, sendLeftovers } from "./pending";
import { showWriters } from "./writers";

/** After the last keystroke; and at the latest while someone types on. */
const restMs = 500, longestMs = 2000;
/** Between attempts while the line is cut, in milliseconds. */
const patience = [1000, 2000, 5000, 10_000];

interface Note {
  itemId: string;
  version: number;
  text: string;
  marks: string;
}

const sheets = new Map<string, Sheet>();

/** The text under one point. */
class Sheet {
  /** What the server holds of this text area's words. */
  private known: string;
  /** A save that was sent and not answered: as long as nobody knows whether it arrived, nothing else is sent. */
  private sent: Pending | undefined;
  private version: number;
  private id = "";
  private sending = false;
  private composing = false;
  private failed = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private since = 0;
  private place = "";

  constructor(readonly area: HTMLTextAreaElement, private readonly item: string, private readonly me: string) {
    this.version = Number(area.dataset["version"]);
    const left = kept(me, item);
    // Words typed before this script ran stand in a focused area; any others are the browser's memory of an older page.
    if (document.activeElement !== area) area.value = area.defaultValue;
    this.known = area.defaultValue;
    if (left) {
      this.id = left.id;
      this.sent = left.first ?? left;
      this.known = this.sent.known;
      bring(area, left.text);
    }
    area.addEventListener("input", () => this.typed());
    area.addEventListener("compositionstart", () => (this.composing = true));
    area.addEventListener("compositionend", () => {
      this.composing = false;
      this.typed();
    });
    for (const name of ["focus", "keyup", "click"]) area.addEventListener(name, () => this.tell());
    area.addEventListener("blur", () => {
      this.tell();
      void this.save();
    });
    if (left || this.isDirty) this.typed(this.id || crypto.randomUUID());
  }

  get isDirty(): boolean {
    return this.area.value !== (this.sent?.text ?? this.known);
  }

  private get pending(): Pending {
    return { known: this.sent?.text ?? this.known, text: this.area.value, id: this.id, at: Date.now(), url: this.area.dataset["note"]!, first: this.sent };
  }

  private typed(id: string = crypto.randomUUID()): void {
    this.id = id;
    if (this.isDirty) keep(this.me, this.item, this.pending);
    else if (this.sent) keep(this.me, this.item, this.sent);
    else letGo(this.me, this.item);
    this.since ||= Date.now();
    this.later(Math.max(0, Math.min(restMs, this.since + longestMs - Date.now())));
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), ms);
  }

  async save(leaving = false): Promise<void> {
    if (this.sending || !(this.isDirty || this.sent)) return;
    clearTimeout(this.timer);
    const sent = (this.sent ??= this.pending);
    this.sending = true;
    this.since = 0;
    let answer: Response | undefined, note: Note | undefined;
    try {
      answer = await put(sent, leaving);
      if (answer.ok && !answer.redirected) note = (await answer.json()) as Note;
    } catch {
      // Cut off: the words are kept and go when the line is back.
    }
    this.sending = false;
    if (note) this.took(sent, note);
    else this.missed(answer);
  }

  private took(sent: Pending, note: Note): void {
    this.failed = 0;
    this.sent = undefined;
    // The server's text holds what was sent: from here on that is what these words began from.
    this.known = sent.text;
    this.version = Math.max(this.version, note.version);
    if (this.area.value === sent.text) letGo(this.me, this.item);
    this.take(note);
    this.say("saved");
    if (this.isDirty) this.typed();
  }

  private missed(answer: Response | undefined): void {
    const isOut = answer?.redirected || answer?.status === 401, isRefused = answer !== undefined && [403, 404, 422].includes(answer.status);
    if (isOut || isRefused) this.sent = undefined;
    if (isOut) say("ended");
    this.say(isRefused ? "refused" : "kept");
    this.later(patience[Math.min(this.failed++, patience.length - 1)]!);
  }

  /** What stands on the server now: shown at once when nothing of mine is on its way, else with my next save. */
  take(note: Note): void {
    if (note.version >= this.version && !this.isDirty && !this.sent && !this.composing) {
      this.version = note.version;
      bring(this.area, note.text);
      this.known = note.text;
      this.area.defaultValue = note.text;
    } else if (this.isDirty && !this.sending) this.later(restMs);
    if (note.marks !== this.area.closest<HTMLElement>("[data-marks]")?.dataset["marks"]) readAgain();
  }

  private say(what: "saved" | "kept" | "refused"): void {
    const line = this.area.closest(".point")?.querySelector<HTMLElement>("[data-status]");
    if (!line) return;
    line.textContent = line.dataset[what] ?? "";
    line.classList.toggle("kept", what !== "saved");
  }

  /** Says in the room where I write, when that changes. */
  private tell(): void {
    const paragraph = this.area.value.slice(0, this.area.selectionStart).split("\n").length;
    const place = document.activeElement === this.area ? `${this.item} ${paragraph}` : "";
    if (place === this.place) return;
    this.place = place;
    tellPlace(place ? this.item : "", paragraph);
  }
}

export function writeTogether(): void {
  document.addEventListener("turbo:load", () => {
    sheets.clear();
    open();
  });
  document.addEventListener("turbo:morph", open);
  document.addEventListener("turbo:before-morph-element", (event) => {
    const element = event.target as Element;
    // These texts are brought up to date here, word by word; and what is said about them is said here.
    if (event.detail.newElement && element.matches("textarea[data-note], [data-status], [data-writing]")) event.preventDefault();
  });
  document.addEventListener("live:here", (event) => {
    if (!document.querySelector("[data-room]")) return;
    if ((event as CustomEvent<string>).detail === "page") readAgain();
    void catchUp();
  });
  document.addEventListener("live:writing", (event) => showWriters((event as CustomEvent).detail));
  addEventListener("online", () => sheets.forEach((sheet) => void sheet.save()));
  addEventListener("pagehide", () => sheets.forEach((sheet) => void sheet.save(true)));
  for (const leaving of ["turbo:before-visit", "turbo:submit-start"]) document.addEventListener(leaving, () => sheets.forEach((sheet) => void sheet.save(true)));
}

function open(): void {
  const room = document.querySelector<HTMLElement>("[data-room]");
  const me = meta("person");
  for (const area of room?.querySelectorAll<HTMLTextAreaElement>("textarea[data-note]") ?? []) {
    const item = area.dataset["item"]!;
    if (me && sheets.get(item)?.area !== area) sheets.set(item, new Sheet(area, item, me));
  }
  for (const button of room?.querySelectorAll<HTMLElement>("[data-by-hand]") ?? []) button.hidden = true;
  if (me) void sendLeftovers(me, new Set(sheets.keys()));
}

/** Asks for everything that stands in the room; whoever comes back after a cut has missed nothing then. */
async function catchUp(): Promise<void> {
  const url = document.querySelector<HTMLElement>("[data-room]")?.dataset["notes"];
  if (!url) return;
  try {
    const answer = await fetch(url, { headers: { Accept: "application/json" } });
    if (!answer.ok || answer.redirected) return;
    for (const note of (await answer.json()) as Note[]) sheets.get(note.itemId)?.take(note);
    sheets.forEach((sheet) => void sheet.save());
  } catch {
    // Cut off again: the line that comes back asks again.
  }
}
