// Two builds of the same screens: `production` speaks to the window through
// Tauri, `http` to the tests' server. Only one transport is in each bundle.
import { cpSync, existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { selectorsInFonts } from "./selectors";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What pdf.js reads at run time: character maps, the 14 standard fonts, decoders. */
function pdfjsFiles(): Plugin {
  return {
    name: "pdfjs-files",
    config() {
      for (const folder of ["cmaps", "standard_fonts", "wasm", "iccs"]) {
        const to = here(`./public/pdfjs/${folder}`);
        if (!existsSync(to)) cpSync(here(`./node_modules/pdfjs-dist/${folder}`), to, { recursive: true });
      }
    },
  };
}

export default defineConfig(({ mode }) => ({
  plugins: [pdfjsFiles(), selectorsInFonts(), svelte()],
  base: "./",
  resolve: {
    alias: { "#transport": here(mode === "http" ? "./src/api/http.ts" : "./src/api/tauri.ts") },
    conditions: process.env.VITEST ? ["browser"] : undefined,
  },
  server: {
    host: "127.0.0.1",
    port: 1420,
    fs: { allow: [here("..")] },
    proxy: { "/api": { target: `http://127.0.0.1:${process.env.ENTAKU_PORT ?? 4180}` } },
  },
  build: {
    outDir: mode === "http" ? "dist-http" : "dist",
    target: "es2022",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2500,
    // The page of all parts is for the tests alone.
    rolldownOptions: { input: mode === "http" ? [here("./index.html"), here("./gallery.html")] : [here("./index.html")] },
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.ts"],
    // A busy machine is no fault.
    testTimeout: 60_000,
    setupFiles: [here("./src/testing/setup.ts")],
  },
}));
