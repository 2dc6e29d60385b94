/** The language file that ships, compressed: it is opened where a text is repaired (`src/node/import/repaired.ts`). */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { type Model, writeModel } from "../../src/text/repair/model.ts";

const path = join(import.meta.dirname, "../../src/text/repair/hebrew.bin.br");

export function writeLanguageFile(model: Model): void {
  const window = { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS };
  writeFileSync(path, brotliCompressSync(writeModel(model), { params: window }));
}
