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

  it("leaves the space at a break to the run before, to the run behind, or by itself, as often as a real brief does", () => {
    const wordOf = (number: number) => [...`${number + 1000}`].map((digit) => "אבגדהוזחטי"[Number(digit)]).join("");
    const words = Array.from({ length: 20_000 }, (_, at) => wordOf(at)).join(" ");
    const counts = { ends: 0, leads: 0, alone: 0, linesLed: 0 };
    const { lines } = damageText(words, { rate: 1, blankLines: false, seed: 9 });
    for (const { raw, cuts } of lines) {
      const places = [0, ...cuts, raw.length];
      const runs = places.slice(1).map((end, at) => raw.slice(places[at], end));
      if (runs.at(-1)?.startsWith(" ")) counts.linesLed++;
      for (const run of runs.slice(0, -1)) {
        if (run === " ") counts.alone++;
        else if (run.startsWith(" ")) counts.leads++;
      }
      for (const run of runs.slice(1)) if (run.endsWith(" ") && run !== " ") counts.ends++;
    }
    const spaces = counts.ends + counts.leads + counts.alone;
    expect(counts.ends / spaces).toBeCloseTo(0.52, 1);
    expect(counts.leads / spaces).toBeCloseTo(0.25, 1);
    expect(counts.linesLed / lines.length).toBeGreaterThan(0.02);
    expect(counts.linesLed / lines.length).toBeLessThan(0.15);
  });

  it("wraps intact text without changing a word, also behind a hyphen, which no space follows", () => {
    const wrapped = intactText(text, { width: 16, blankLines: false });
    expect(wrapped).toContain("הדו-\n");
    const words = (each: string) => each.replaceAll("-\n", "-").split(/\s+/).join(" ").trim();
    expect(words(wrapped)).toBe(words(text));
  });
});
