import type { Plugin } from "vite";
import { part } from "./vite.part";

/** Our cards are of version 1.5 and hold no carousel: the slider it is made with stays out. */
const noCarousel: Plugin = {
  name: "no-carousel",
  enforce: "pre",
  resolveId: (id) => (id === "swiper" || id.startsWith("swiper/") ? `\0${id}` : null),
  load: (id) => (id.startsWith("\0swiper") ? "export default class {}\nexport const A11y = {}, Autoplay = {}, History = {}, Keyboard = {}, Navigation = {}, Pagination = {}, Scrollbar = {};" : null),
};

// The renderer of cards is large: fetched by the first page that shows a card.
export default part("cards", [noCarousel], true);
