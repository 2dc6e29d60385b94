import { describe, expect, it } from "vitest";
import { weightsOf } from "./features.ts";
import { placesToCut } from "./places.ts";
import { shippedModel } from "./testing/model.ts";
import { Vocabulary } from "./vocabulary.ts";

describe("the places where a run may have ended", () => {
  const vocabulary = new Vocabulary(shippedModel(), weightsOf(shippedModel()));
  const placesOf = (raw: string) => {
    const words = [...raw.matchAll(/\S+/gu)].map(({ index, 0: text }) => ({
      start: index,
      entry: vocabulary.token(text),
    }));
    return placesToCut(raw, words, vocabulary).map((at) => `${raw.slice(0, at)}|${raw.slice(at)}`);
  };

  it("are between words, and in a word that nobody knows where two halves may meet", () => {
    const places = placesOf("ארצות הבריתהפ, הסתיימההצהרותיהם");
    expect(places).toContain("ארצות| הבריתהפ, הסתיימההצהרותיהם");
    expect(places).toContain("ארצות הברית|הפ, הסתיימההצהרותיהם");
    expect(places).not.toContain("ארצ|ות הבריתהפ, הסתיימההצהרותיהם");
    expect(places).toContain("ארצות הבריתהפ, הסתיימה|הצהרותיהם");
    expect(places).not.toContain("ארצות הבריתהפ, הסתיימההצהרו|תיהם");
  });

  it("are between all signs where a number was torn", () => {
    expect(placesOf("9201 במרץ")).toContain("9|201 במרץ");
  });

  it("are at both ends of a short run, or of a word, that stands between the halves of two others", () => {
    const places = placesOf("האחרועמה ממשלעדםגדיל");
    expect(places).toContain("האחרו|עמה ממשלעדםגדיל");
    expect(placesOf("שלישיגעוממשל")).toContain("שלישי|געוממשל");
    expect(placesOf("עדםגדיל")).toEqual(expect.arrayContaining(["עד|םגדיל", "עדם|גדיל"]));
  });

  it("are on both sides of a quotation mark that stands where two halves meet", () => {
    expect(placesOf('אירופ"הסכמנו')).toEqual(expect.arrayContaining(['אירופ|"הסכמנו', 'אירופ"|הסכמנו']));
  });

  it("are at both ends of a wide gap, and not within it", () => {
    expect(placesOf(`12${" ".repeat(9)}כותרת`).filter((place) => place.includes(" |") || place.includes("| "))).toEqual(
      [`12|${" ".repeat(9)}כותרת`, `12${" ".repeat(9)}|כותרת`],
    );
  });
});
