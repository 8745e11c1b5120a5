// One connection for the whole stay. It brings no data, only "look again" and who else is on the page.

import { type HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from "@microsoft/signalr";
import { say, unsay } from "./connection";
import { lookAgain, meta, seqShown } from "./look";
import { type Person, showPresence } from "./presence";

/** Seconds between attempts after a cut; the last one for ever. */
const pauses = [0, 1, 2, 5, 10];

let hub: HubConnection | undefined;
/** Pole and page that the server believes this browser is on. */
let watched = "";
let wake = (): void => {};

export function goLive(): void {
  // Fires on the first page as well as after each visit.
  document.addEventListener("turbo:load", () => {
    if (!meta("live-pole")) return;
    if (!hub) void connect((hub = build()));
    else void watch();
  });
  addEventListener("offline", () => say("lost"));
  addEventListener("online", () => (hub?.state === HubConnectionState.Connected ? void watch(true) : wake()));
  document.addEventListener("visibilitychange", () => wake());
}

function build(): HubConnection {
  const made = new HubConnectionBuilder().withUrl("/live").configureLogging(LogLevel.None).build();
  made.on("lookAgain", (seq: number) => {
    if (watched === here()) lookAgain(seq);
  });
  made.on("lookHere", (what: string) => document.dispatchEvent(new CustomEvent("live:here", { detail: what })));
  made.on("writing", (at: unknown) => document.dispatchEvent(new CustomEvent("live:writing", { detail: at })));
  made.on("presence", (people: Person[]) => showPresence(people));
  made.onclose(() => {
    watched = "";
    showPresence([]);
    void connect(made);
  });
  return made;
}

/** Starts, and starts again, until it holds: a page left open finds its way back by itself. */
async function connect(hub: HubConnection): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await hub.start();
      break;
    } catch (problem) {
      say(/\b401\b/.test(String(problem)) ? "ended" : "lost");
      await pause(pauses[Math.min(attempt, pauses.length - 1)]!);
    }
  }
  await watch();
}

/** Says where this browser is and what it has seen; the server answers with the newest number, so nothing is missed. */
async function watch(again = false): Promise<void> {
  const place = here();
  if (!hub || hub.state !== HubConnectionState.Connected || (watched === place && !again)) return;
  if (watched !== place) showPresence([]);
  watched = place;
  try {
    const seq = await hub.invoke<number>("Watch", meta("live-pole"), location.pathname, seqShown());
    if (place === here()) lookAgain(seq);
    document.dispatchEvent(new CustomEvent("live:watching"));
    await sit(hub);
  } catch {
    if (watched === place) watched = "";
    // Refused, or cut meanwhile: a cut reconnects through onclose, and a refusal is asked again, since rights may come.
    setTimeout(() => void watch(), 10_000);
  }
  if (hub.state === HubConnectionState.Connected) unsay("lost", "ended");
}

/** A page that people gather around names its room; whoever enters it looks at once, so that nothing is missed. */
async function sit(hub: HubConnection): Promise<void> {
  const room = document.querySelector<HTMLElement>("[data-room]")?.dataset["room"];
  if (!room) return;
  await hub.invoke("Sit", meta("live-pole"), room);
  document.dispatchEvent(new CustomEvent("live:here", { detail: "notes" }));
}

/** Tells the room where this person writes; without a connection nobody needs to know. */
export function tellPlace(place: string, paragraph: number): void {
  if (hub?.state === HubConnectionState.Connected) hub.invoke("Write", place, paragraph).catch(() => undefined);
}

function here(): string {
  return `${meta("live-pole")} ${location.pathname}`;
}

/** Waits, up to a quarter longer so that a restarted server is not met by everyone at once, or until there is reason to hope. */
function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => {
    wake = resolve;
    setTimeout(resolve, seconds * 1000 * (1 + Math.random() / 4));
  });
}
