// A page with work under way says so ([data-unfinished]); it is read again until it no longer does.

import { readAgain } from "./look";

const everyMs = 1500;

export function followUnfinished(): void {
  setInterval(() => {
    if (!document.hidden && document.querySelector("main [data-unfinished]")) readAgain();
  }, everyMs);
}
