import { describe, expect, it } from "vitest";
import { reverseCutting } from "../cutting.ts";
import { damageText, intactText, sameReading } from "./damage.ts";

const text = "הממשלה אישרה בשנת 2019 את התוכנית הדו-שנתית (בהסתייגות) לאחר דיון ארוך.\nשורה שנייה וקצרה.";

describe("damage as extractors do it", () => {
  it("is the same for the same seed, and differs for another", () => {
    expect(damageText(text, { seed: 3 })).toEqual(damageText(text, { seed: 3 }));
    expect(damageText(text, { seed: 3, rate: 1 }).text).not.toBe(damageText(text, { seed: 4, rate: 1 }).text);
  });

  it("can be undone by its cuts", () => {
    for (let seed = 0; seed < 50; seed++) {
      for (const { raw, truth, cuts, damaged } of damageText(text, { seed, rate: 0.8, page: 1 }).lines) {
        if (damaged) expect(sameReading(reverseCutting(raw, cuts), truth)).toBe(true);
        else expect(sameReading(raw, truth)).toBe(true);
      }
    }
  });

  it("makes runs of hyphens and numbers, and turns brackets round", () => {
    const { lines } = damageText(text, { rate: 0, width: 200 });
    expect(lines[0]?.damaged).toBe(true);
    expect(lines[0]?.raw).toContain(")בהסתייגות(");
    expect(lines[2]?.damaged).toBe(false);
  });

  it("wraps intact text without changing a word, also behind a hyphen, which no space follows", () => {
    const wrapped = intactText(text, { width: 16, blankLines: false });
    expect(wrapped).toContain("הדו-\n");
    const words = (each: string) => each.replaceAll("-\n", "-").split(/\s+/).join(" ").trim();
    expect(words(wrapped)).toBe(words(text));
  });
});
