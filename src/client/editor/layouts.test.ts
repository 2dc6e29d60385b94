import { expect, test } from "vitest";
import { check } from "../../check/index.ts";
import { parse } from "../../deck/parse.ts";
import { toSource } from "../../deck/source.ts";
import { LAYOUTS } from "../../deck/types.ts";
import { COVER, SAMPLES } from "./layouts.ts";

const head = `---\ntitle: ${COVER.title}\nsubtitle: ${COVER.subtitle}\nauthors: [${COVER.authors}]\n---\n\n`;
const source = toSource(head + SAMPLES.map((sample) => sample.source).join("\n"), "x.md");
const deck = parse(source);

test("the gallery has every layout, and each sample is what it says", () => {
  expect(deck.value.slides.map(({ layout }) => layout)).toEqual(SAMPLES.map(({ layout }) => layout));
  expect(SAMPLES.map(({ layout }) => layout).sort()).toEqual([...LAYOUTS].sort());
});

test("a sample that is left as it is has no error in it", () => {
  const found = [...deck.diagnostics, ...check(deck.value, source)];
  expect(found.filter(({ severity }) => severity !== "hint").map(({ code, message }) => `${code}: ${message}`)).toEqual(
    [],
  );
});
