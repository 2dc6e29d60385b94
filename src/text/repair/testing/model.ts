/** The shipped language model, for tests. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { loadModel, type Model } from "../index.ts";

export function shippedModel(): Model {
  return loadModel(brotliDecompressSync(readFileSync(join(import.meta.dirname, "../hebrew.bin.br"))));
}
