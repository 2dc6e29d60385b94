import { join } from "node:path";
import type { BuildOptions } from "esbuild";
import { packageFolder } from "../src/node/package.ts";

/** Packages that only some commands need stay outside and are loaded by these commands alone. */
const HEAVY = [
  "esbuild",
  "playwright-core",
  "@sparticuz/chromium",
  "pdfjs-dist",
  "mammoth",
  "docx",
  "@resvg/resvg-wasm",
  "ws",
];

/** What all that runs in Node is bundled with. */
export const COMMON = {
  absWorkingDir: packageFolder(),
  bundle: true,
  platform: "node",
  target: "node20.19",
  minifySyntax: true,
  legalComments: "none",
  external: HEAVY.flatMap((name) => [name, `${name}/*`]),
  // Handlebars' entry for Node registers a loader of .hbs files, which nothing here wants.
  // And YAML's loads each of its files as a module, whether it is used or not.
  alias: {
    handlebars: "handlebars/dist/cjs/handlebars.js",
    yaml: join(packageFolder(), "node_modules/yaml/browser/dist/index.js"),
  },
  logLevel: "error",
} satisfies BuildOptions;
