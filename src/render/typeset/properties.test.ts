import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "../../deck/parse.ts";
import type { Deck } from "../../deck/types.ts";
import { mixedText } from "../../text/testing/mixed-text.ts";
import { TYPOGRAPHY_RULES } from "../../text/typography.ts";
import { typeset, unset } from "../typeset.ts";
import { lineText } from "./content.ts";

/** Lines whose runs begin and end anywhere: in strong words, in links, beside code, pictures and forced line ends. */
const MARKUP = [
  "**",
  "*",
  "~~",
  "`a b`",
  "[",
  "](https://a.org/)",
  "![C++](a.png)",
  "\\\n",
  "<sub>",
  "</sub>",
  "&amp;",
  "\\*",
];
const line = fc
  .array(fc.oneof({ weight: 3, arbitrary: mixedText }, { weight: 2, arbitrary: fc.constantFrom(...MARKUP) }), {
    maxLength: 8,
  })
  .map((parts) => parts.join("").replace(/\s*\n\s*/g, "\n"));
const OFF = Object.keys(TYPOGRAPHY_RULES).map((name) => `${name}: off`);
const read = (title: string, body: string, lang: string, typography: string): Deck =>
  parse({
    path: "a.md",
    text: `---
title: א
lang: ${lang}
typography: {${typography}}
---

## ${title}

${body}
`,
  }).value;
const lang = fc.constantFrom("he", "ar", "en");
const titles = ({ slides }: Deck): readonly string[] => slides.map(({ title }) => lineText(title));

test("setting twice is setting once", () => {
  fc.assert(
    fc.property(line, line, lang, (title, body, language) => {
      const once = typeset(read(title, body, language, "")).value;
      expect(typeset(once).value).toEqual(once);
    }),
    { numRuns: 800, seed: 3 },
  );
});

test("what was added can be taken away", () => {
  fc.assert(
    fc.property(line, line, lang, (title, body, language) => {
      const deck = read(title, body, language, OFF.join(", "));
      expect(titles(unset(typeset(deck).value))).toEqual(titles(deck));
    }),
    { numRuns: 800, seed: 3 },
  );
});
