import { expect, it } from "vitest";
import { usualSearch } from "./document.ts";
import { Evidence } from "./evidence.ts";
import { weightsOf } from "./features.ts";
import { describeAll, findReadings } from "./readings.ts";
import { shippedModel } from "./testing/model.ts";
import { unseen, Vocabulary } from "./vocabulary.ts";
import { Witness } from "./witness.ts";

const model = shippedModel();
const vocabulary = new Vocabulary(model, weightsOf(model));
const style = { endSpaces: false, foreignRuns: true, fullLine: 80 };
const readingsOf = (raw: string) => findReadings(raw, vocabulary, { ...usualSearch, style }).map(({ text }) => text);

const gap = " ".repeat(12);

it("leaves nothing out on either side of the wide gap of a running head", () => {
  const readings = readingsOf(`37${gap}משבר המים במזרח התיכון`);
  expect(readings.length).toBeGreaterThan(1);
  expect(readings.filter((text) => text.startsWith(gap) || text.endsWith(gap))).toEqual([]);
});

it("reads a line that is set in by a wide gap, too", () => {
  const raw = `${gap}התיכון במזרח המים משבר`;
  expect(readingsOf(raw)).toContain(raw);
  expect(readingsOf(raw).length).toBeGreaterThan(1);
});

it("reads a line whose cut is inside a word that the lexicon has", () => {
  const raw = "ארץ בזמן המלחמה החברות שייבאו את הסחורה לאת המחיר שילמו בסופו של דבר הצרכנים, ולא ";
  expect(readingsOf(raw)).toContain(
    "את המחיר שילמו בסופו של דבר הצרכנים, ולא החברות שייבאו את הסחורה לארץ בזמן המלחמה ",
  );
});

it("keeps readings of a cut or two on the list, also where a line reads well as it stands, for the networks of lines to judge", () => {
  const raw = "בשל העיכוב באישור התקציב לשנה הבאה, וכאשר הבחירות קרובות הדיון נדחה לשבוע הבא ";
  const exchanged = " וכאשר הבחירות קרובות הדיון נדחה לשבוע הבא בשל העיכוב באישור התקציב לשנה הבאה,";
  const witness = new Witness(vocabulary, new Evidence(), 1, vocabulary.around(unseen, unseen));
  const readings = findReadings(raw, vocabulary, { ...usualSearch, style });
  const near = describeAll(readings, raw, witness, style, 0);
  expect(near.map(({ text }) => text)).toContain(exchanged);
  expect(readings.some(({ cuts }) => cuts.length > 2)).toBe(true);
  expect(near.filter(({ cuts }) => cuts.length > 2)).toEqual([]);
});
