// A page with work under way says so ([data-unfinished]); it is read again until it no longer does.

import { readAgain } from "./look";

const everyMs = 1500;
/** [data-watched] is read again now and then: what it shows changes without an event. */
const everyTurn = 7;

export function followUnfinished(): void {
  let turn = 0;
  setInterval(() => {
    const seldom = ++turn % everyTurn === 0 ? ", main [data-watched]" : "";
    if (!document.hidden && document.querySelector("main [data-unfinished]" + seldom)) readAgain();
  }, everyMs);
}
