import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "./parse.ts";
import { serialize } from "./serialize.ts";
import { toSource } from "./source.ts";
import { arbitraryDeck, withoutSpans } from "./testing.ts";

test("what is written of a deck is read as the same deck, and written again it is the same text", () => {
  fc.assert(
    fc.property(arbitraryDeck, (deck) => {
      const text = serialize(deck);
      const read = parse(toSource(text, "x.md")).value;
      expect(withoutSpans(read), text).toEqual(withoutSpans(deck));
      expect(serialize(read)).toBe(text);
    }),
    { numRuns: 120 },
  );
});
