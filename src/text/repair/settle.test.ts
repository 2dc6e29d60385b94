import { describe, expect, it } from "vitest";
import { settle } from "./settle.ts";
import type { Repaired } from "./types.ts";

/** A repair of one line. */
function one(raw: string, text: string, others: readonly string[] = []): Repaired {
  const line = {
    number: 1,
    span: { start: 0, end: raw.length },
    raw,
    lineBreak: "",
    text,
    cuts: text === raw ? [] : [1],
    kind: text === raw ? ("intact" as const) : ("runs" as const),
    confidence: 0.9,
    doubtful: false,
    others: others.map((other) => ({ text: other, probability: 0.05, cuts: [2] })),
  };
  return { text, lines: [line], damage: 0.5 };
}

/** A repair that leads from each text to the next. */
const along = (way: Readonly<Record<string, string>>) => (text: string) => one(text, way[text] ?? text);

describe("repairing what was repaired", () => {
  it("is not asked about a text that nothing was changed in", () => {
    const first = one("א", "א");
    const never = () => {
      throw new Error("asked");
    };
    expect(settle(first, never)).toBe(first);
  });

  it("leaves a result that stays as it is", () => {
    const first = one("א", "ב");
    expect(settle(first, along({}))).toBe(first);
  });

  it("follows a line that changes again, which is doubtful then and offers what it was", () => {
    const { text, lines } = settle(one("א", "ב", ["ג", "ד"]), along({ ב: "ג" }));
    expect(text).toBe("ג");
    expect(lines[0]).toMatchObject({ raw: "א", text: "ג", cuts: [2], doubtful: true });
    expect(lines[0]?.others.map((other) => other.text)).toEqual(["ב", "ד"]);
  });

  it("tells a line that comes back to what it was from one that was put in order", () => {
    expect(settle(one("א", "ב"), along({ ב: "א", א: "א" })).lines[0]).toMatchObject({ text: "א", kind: "intact" });
  });

  it("lets a running head be one", () => {
    const first = one("א", "ב");
    const head = { ...first, lines: first.lines.map((line) => ({ ...line, kind: "furniture" as const })) };
    expect(settle(head, along({ ב: "א", א: "א" })).lines[0]).toMatchObject({ text: "א", kind: "furniture" });
  });

  it("takes the same text of a circle, from wherever it comes to it", () => {
    const circle = along({ א: "ב", ב: "ג", ג: "א" });
    const from = ["א", "ב", "ג"].map((raw) => settle(circle(raw), circle).text);
    expect(from).toEqual(["א", "א", "א"]);
  });
});
