import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { visualOrder } from "./bidi.ts";
import { withControls } from "./controls.ts";
import { isolate } from "./isolate.ts";
import { drawn, readSentences, rightToLeftWords } from "./testing/sentences.ts";
import { typographic } from "./typography.ts";

const sentences = readSentences(readFileSync(join(import.meta.dirname, "sentences.txt"), "utf8"));

test.each(sentences)("$source", ({ source, seen }) => {
  const shown = typographic(source);
  const order = visualOrder(withControls(isolate(shown, { base: "rtl", ranges: "preserve" })), "rtl");
  expect(drawn(order)).toBe(seen);
  expect(rightToLeftWords(order, "drawn")).toEqual(rightToLeftWords(shown, "typed"));
});
