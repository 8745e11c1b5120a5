import { defineConfig } from "vite";

// teams-js is large and of no use outside Teams: a script of its own, loaded by what is shown in a tab.
export default defineConfig({
  publicDir: false,
  build: {
    outDir: "../wwwroot/dist",
    emptyOutDir: false,
    target: "es2022",
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 600,
    rollupOptions: {
      input: { tab: "tab.ts" },
      output: { entryFileNames: "[name].js", codeSplitting: false },
    },
  },
});
