/** A long PDF, made of the fixtures' texts one after the other. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { numberBlocks } from "../../src/import/index.ts";
import { textNames, truthOf } from "../../src/import/testing/files.ts";
import { makePortions } from "./fixtures/portions.ts";
import { readTrueType } from "./fixtures/true-type.ts";

export function makeLongPdf(pages: number): Uint8Array {
  const briefs = textNames().map((name) => truthOf(name).brief);
  const font = new Uint8Array(
    readFileSync(join(process.cwd(), "node_modules/@expo-google-fonts/heebo/400Regular/Heebo_400Regular.ttf")),
  );
  const blocks = Array.from({ length: Math.ceil(pages / 2) }, (_, at) => briefs[at % briefs.length]!.blocks).flat();
  const letters = JSON.stringify(briefs) + "0123456789•";
  return makePortions({ ...briefs[0]!, blocks: numberBlocks(blocks) }, readTrueType(font, letters), "כותרת רצה");
}
