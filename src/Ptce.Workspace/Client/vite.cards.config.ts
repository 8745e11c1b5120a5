import { defineConfig, type Plugin } from "vite";

/** Our cards are of version 1.5 and hold no carousel: the slider it is made with stays out. */
const noCarousel: Plugin = {
  name: "no-carousel",
  enforce: "pre",
  resolveId: (id) => (id === "swiper" || id.startsWith("swiper/") ? `\0${id}` : null),
  load: (id) => (id.startsWith("\0swiper") ? "export default class {}\nexport const A11y = {}, Autoplay = {}, History = {}, Keyboard = {}, Navigation = {}, Pagination = {}, Scrollbar = {};" : null),
};

// The renderer of cards is large: a script of its own, fetched by the first page that shows a card.
export default defineConfig({
  publicDir: false,
  plugins: [noCarousel],
  build: {
    outDir: "../wwwroot/dist",
    emptyOutDir: false,
    target: "es2022",
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 600,
    rollupOptions: {
      input: { cards: "cards.ts" },
      preserveEntrySignatures: "strict",
      output: { entryFileNames: "[name].js", codeSplitting: false },
    },
  },
});
