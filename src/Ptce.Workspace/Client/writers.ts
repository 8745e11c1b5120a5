// Who else writes under which point, and in which paragraph. Forgotten when they fall silent.

interface At {
  personId: string;
  name: string;
  place: string;
  paragraph: number;
}

/** Someone who has not moved for so long has put the pen down, or was cut off. */
const silentMs = 60_000;

const writers = new Map<string, At>();
const silences = new Map<string, ReturnType<typeof setTimeout>>();

export function showWriters(at: At): void {
  clearTimeout(silences.get(at.personId));
  writers.set(at.personId, at);
  silences.set(at.personId, setTimeout(() => showWriters({ ...at, place: "" }), silentMs));
  if (!at.place) {
    writers.delete(at.personId);
    clearTimeout(silences.get(at.personId));
  }
  for (const line of document.querySelectorAll<HTMLElement>("[data-writing]")) {
    const here = [...writers.values()].filter((w) => w.place === line.dataset["writing"]);
    const words = line.dataset["words"] ?? "";
    line.textContent = here.map((w) => words.replace("{0}", w.name).replace("{1}", String(w.paragraph))).join(" · ");
  }
}
