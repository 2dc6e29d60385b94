import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "./parse.ts";
import { serialize } from "./serialize.ts";
import { toSource } from "./source.ts";
import { arbitraryDeck, withoutSpans } from "./testing.ts";

test("what is written of a deck is read as the same deck", () => {
  fc.assert(
    fc.property(arbitraryDeck, (deck) => {
      const text = serialize(deck);
      expect(withoutSpans(parse(toSource(text, "x.md")).value), text).toEqual(withoutSpans(deck));
    }),
    { numRuns: 300 },
  );
});

test("written text is canonical: read and written again it is the same text", () => {
  fc.assert(
    fc.property(arbitraryDeck, (deck) => {
      const text = serialize(deck);
      expect(serialize(parse(toSource(text, "x.md")).value)).toBe(text);
    }),
    { numRuns: 300 },
  );
});
