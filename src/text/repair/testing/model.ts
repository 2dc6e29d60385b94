/** The shipped language model, for tests, benches and the scripts that make it. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { loadModel, type Model } from "../index.ts";

/** @throws where there is no such file, or one of another version. */
export function shippedModel(): Model {
  return loadModel(brotliDecompressSync(readFileSync(join(import.meta.dirname, "../hebrew.bin.br"))));
}
