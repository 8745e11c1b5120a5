import { defineConfig, type Plugin } from "vite";

/** A script of its own beside app.js, for what is large and of use to some pages only. */
export const part = (name: string, plugins: Plugin[] = [], keepExports = false) =>
  defineConfig({
    publicDir: false,
    plugins,
    build: {
      outDir: "../wwwroot/dist",
      emptyOutDir: false,
      target: "es2022",
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 600,
      rollupOptions: {
        input: { [name]: `${name}.ts` },
        preserveEntrySignatures: keepExports ? "strict" : "exports-only",
        output: { entryFileNames: "[name].js", codeSplitting: false },
      },
    },
  });
