// Puts the others' words into a text area without moving the caret of the one who writes in it.

/** More lines than this are compared by their two ends alone. */
const mostLines = 1200;

export function bring(area: HTMLTextAreaElement, text: string): void {
  if (area.value === text) return;
  for (const [start, end, put] of edits(area.value, text).reverse()) area.setRangeText(put, start, end, "preserve");
  if (area.value !== text) area.value = text;
}

/** Runs of characters to replace, in order: [start, end, by what]. */
function edits(before: string, after: string): [number, number, string][] {
  const a = before.split("\n"), b = after.split("\n");
  if (a.length > mostLines || b.length > mostLines) return [narrow(before, after, 0)];
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) common[i]![j] = a[i] === b[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);

  const found: [number, number, string][] = [];
  let i = 0, j = 0, at = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      at += a[i]!.length + 1;
      i++;
      j++;
      continue;
    }
    const fromI = i, fromJ = j;
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j]))
      if (j >= b.length || (i < a.length && common[i + 1]![j]! >= common[i]![j + 1]!)) i++;
      else j++;
    found.push(lines(a, fromI, i, b, fromJ, j, at));
    for (const line of a.slice(fromI, i)) at += line.length + 1;
  }
  return found;
}

/** A run of lines, with the line ends that come and go with it. */
function lines(a: string[], i: number, iEnd: number, b: string[], j: number, jEnd: number, at: number): [number, number, string] {
  const old = a.slice(i, iEnd).join("\n"), put = b.slice(j, jEnd).join("\n");
  if (i < iEnd && j < jEnd) return narrow(old, put, at);
  if (i === iEnd) return i < a.length ? [at, at, put + "\n"] : [Math.max(0, at - 1), Math.max(0, at - 1), "\n" + put];
  return iEnd < a.length ? [at, at + old.length + 1, ""] : [Math.max(0, at - 1), at + old.length, ""];
}

/** Only what differs between the two ends. */
function narrow(old: string, put: string, at: number): [number, number, string] {
  let head = 0;
  while (head < old.length && head < put.length && old[head] === put[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < put.length - head && old[old.length - 1 - tail] === put[put.length - 1 - tail]) tail++;
  return [at + head, at + old.length - tail, put.slice(head, put.length - tail)];
}
