import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reverseCutting } from "./cutting.ts";
import { repair, takeReading } from "./index.ts";
import { damageText, intactText, sameReading } from "./testing/damage.ts";
import { shippedModel } from "./testing/model.ts";
import { addScores, scoreRepair } from "./testing/score.ts";

const model = shippedModel();
const fixtures = join(import.meta.dirname, "fixtures");
const read = (name: string) => readFileSync(join(fixtures, `${name}.txt`), "utf8");
const training = ["economy", "education", "energy", "media", "security"].map((name) => read(`training/${name}`));

describe("text that is right", () => {
  it.each([
    { name: "training/economy", style: { endSpace: true, blankLines: true } },
    { name: "training/press", style: { endSpace: false, blankLines: false } },
    { name: "training/health", style: { width: 60, endSpace: false, blankLines: true } },
    { name: "training/law", style: { endSpace: true, blankLines: false } },
  ])("comes back byte for byte: %j", ({ name, style }) => {
    const intact = intactText(read(name), style);
    expect(repair(intact, model).text).toBe(intact);
  });

  it("keeps its line breaks, its controls that mean something and its foreign lines", () => {
    const text = "שלום עולם.\r\n\r\nThe quick brown fox.\r\n12\n\tעברית עם טאב\n\u200fסימן כיוון!\n";
    expect(repair(text, model).text).toBe(text);
    expect(repair("", model)).toEqual({ text: "", damage: 0, lines: [expect.objectContaining({ kind: "blank" })] });
  });
});

describe("lines whose runs were written from left to right", () => {
  const damaged = training.map((text, index) => damageText(text, { seed: 500 + index }));
  const results = damaged.map(({ text }) => repair(text, model));

  it("come back in order in most cases, and the others are mostly marked", () => {
    const score = addScores(results.map((result, index) => scoreRepair(result, damaged[index]?.lines ?? [])));
    expect(score.repaired / score.damaged).toBeGreaterThan(0.62);
    expect(score.wrongMarked / score.wrong).toBeGreaterThan(0.4);
    expect(score.harmed).toBeLessThanOrEqual(1);
  });

  it("have one result a line, with its place, its cuts and its other readings", () => {
    results.forEach((result, index) => {
      const raw = damaged[index]?.text ?? "";
      expect(result.lines).toHaveLength(raw.split("\n").length);
      for (const line of result.lines) {
        expect(raw.slice(line.span.start, line.span.end)).toBe(line.raw);
        expect(line.confidence).toBeGreaterThan(0);
        expect(line.confidence).toBeLessThanOrEqual(1);
        if (line.cuts.length > 0) expect(sameReading(reverseCutting(line.raw, line.cuts), line.text)).toBe(true);
        if (line.doubtful) expect(line.others.length).toBeGreaterThan(0);
        for (const other of line.others) expect(other.text).not.toBe(line.text);
      }
    });
  });

  it("do not change when they are repaired again", () => {
    for (const { text } of results) expect(repair(text, model).text).toBe(text);
  });
});

describe("other damage", () => {
  const prose = training[0]?.split("\n").slice(1, 5).join("\n") ?? "";
  const lines = intactText(prose, { endSpace: false, blankLines: false }).split("\n");

  it("whole lines in visual order are reversed, numbers and Latin kept", () => {
    const visual = lines.map((line) => {
      const reversed = [...line].reverse().join("");
      return reversed.replace(/[0-9A-Za-z][0-9A-Za-z.,-]*(?<=[0-9A-Za-z])/g, (run) => [...run].reverse().join(""));
    });
    const result = repair(visual.join("\n"), model);
    const right = result.lines.filter((line, index) => sameReading(line.text, lines[index] ?? ""));
    expect(right.length / lines.length).toBeGreaterThan(0.9);
    expect(right[0]?.kind).toBe("visual");
  });

  it("words in reversed order are put back", () => {
    const reversed = lines.map((line) => line.split(" ").reverse().join(" "));
    const result = repair(reversed.join("\n"), model);
    const right = result.lines.filter((line, index) => sameReading(line.text, lines[index] ?? ""));
    expect(right.length / lines.length).toBeGreaterThan(0.62);
  });

  it("presentation forms, torn points and direction controls are mended in place", () => {
    const result = repair("הממשלה החליטה\n\u202bה\ufb2eרץ ש \u05b8לום\u202c\n", model);
    expect(result.text).toBe("הממשלה החליטה\nהא\u05b7רץ ש\u05b8לום\n");
    expect(result.lines[1]?.kind).toBe("signs");
  });

  it("page numbers and running heads are told apart", () => {
    const result = repair("מבט כלכלי                         גיליון שבועי\n3 \nהממשלה אישרה את התקציב.", model);
    expect(result.lines.map(({ kind }) => kind)).toEqual(["furniture", "furniture", "intact"]);
  });
});

describe("taking another reading", () => {
  const { text } = damageText(training[1] ?? "", { seed: 501, rate: 0.9 });
  const result = repair(text, model);
  const line = result.lines.find(({ others }) => others.length > 0);

  it("changes that line alone, and can be taken back", () => {
    const number = line?.number ?? 0;
    const taken = takeReading(result, number);
    expect(taken.lines[number - 1]).toMatchObject({ text: line?.others[0]?.text, doubtful: false, confidence: 1 });
    expect(taken.text.split("\n").filter((each, at) => each !== result.text.split("\n")[at])).toHaveLength(1);
    expect(takeReading(taken, number).text).toBe(result.text);
  });

  it("is refused for a line or a reading that does not exist", () => {
    expect(() => takeReading(result, 0)).toThrow(RangeError);
    expect(() => takeReading(result, 100_000)).toThrow(RangeError);
    expect(() => takeReading(result, line?.number ?? 0, 99)).toThrow(RangeError);
  });
});

describe("whatever the text", () => {
  const word = fc.constantFrom(
    "הממשלה",
    "של",
    "ישראל",
    "החליטה,",
    "הסכם.",
    "(בעיקר)",
    "ב-2019",
    "ם",
    "הבריתהפ",
    "OECD",
    "–",
    "",
  );
  const hebrew = fc.array(word, { maxLength: 14 }).map((words) => words.join(" "));
  const anything = fc.oneof(
    hebrew,
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.string({ unit: "binary", maxLength: 40 }),
  );
  const document = fc.array(anything, { maxLength: 6 }).map((lines) => lines.join("\n"));
  const sorted = (text: string) => [...text.replace(/\s/gu, "").replace(/[()[\]{}]/g, "|")].sort().join("");

  it("each character is kept, and none is added but spaces and mirrored brackets", () => {
    fc.assert(
      fc.property(document, (text) => {
        const plain = text.replace(/[\ufb1d-\ufb4f]/gu, (form) => form.normalize("NFKD"));
        expect(sorted(repair(text, model).text)).toBe(sorted(plain.replace(/[\u202a-\u202e\u2066-\u2069]/gu, "")));
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it("what was repaired stays as it is when it is repaired again", () => {
    fc.assert(
      fc.property(document, (text) => {
        const once = repair(text, model).text;
        expect(repair(once, model).text).toBe(once);
      }),
      { numRuns: 60, seed: 2 },
    );
  });

  it("long lines and long texts end", () => {
    expect(repair("א".repeat(100_000), model).lines[0]?.kind).toBe("foreign");
    expect(repair("\n".repeat(20_000), model).lines).toHaveLength(20_001);
  });
});

const brief = join(import.meta.dirname, "../../../../shared/brief/hanoi-2019.txt");

describe.skipIf(!existsSync(brief))("the real brief", () => {
  const text = existsSync(brief) ? readFileSync(brief, "utf8") : "";
  const truth = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../../bench/repair/hanoi-2019.json"), "utf8"),
  ) as {
    sha256: string;
    cuts: Record<string, number[]>;
  };

  it("is the one that was read by hand", () => {
    expect(createHash("sha256").update(text).digest("hex")).toBe(truth.sha256);
    expect(Object.keys(truth.cuts)).toHaveLength(53);
  });

  it("comes back in order without harm to what was right", () => {
    const known = text.split("\n").map((raw, index) => {
      const cuts = truth.cuts[index + 1];
      return { truth: cuts ? reverseCutting(raw, cuts) : raw, damaged: cuts !== undefined };
    });
    const score = scoreRepair(repair(text, model), known);
    expect(score.lines).toBe(106);
    expect(score.harmed).toBe(0);
    // What was reached; the bar is 98 (see `npm run bench -- repair`).
    expect(score.exact).toBeGreaterThanOrEqual(95);
  });
});
