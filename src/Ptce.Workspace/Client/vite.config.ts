import { defineConfig, type Plugin } from "vite";

/** Turbo writes its progress bar's rules into an inline <style>, which our content policy refuses. They live in layout.css. */
const noInlineStyle: Plugin = {
  name: "no-inline-style",
  transform(code, id) {
    if (!id.includes("@hotwired/turbo")) return null;
    const call = "this.installStylesheetElement();";
    if (!code.includes(call)) throw new Error("Turbo no longer installs its progress bar style this way: look again at vite.config.ts.");
    return { code: code.replace(call, ""), map: null };
  },
};

// One script and one sheet with stable names: the page adds a version to the address, so caches never go stale.
export default defineConfig({
  publicDir: false,
  plugins: [noInlineStyle],
  build: {
    outDir: "../wwwroot/dist",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 400,
    rollupOptions: {
      input: { app: "app.ts" },
      output: { entryFileNames: "[name].js", assetFileNames: "[name][extname]", codeSplitting: false },
    },
  },
});
