import { describe, expect, it } from "vitest";
import { setBrackets } from "./brackets.ts";

describe("brackets", () => {
  it.each([
    ["ולהסרה )בפועל( של סנקציות", "ולהסרה (בפועל) של סנקציות"],
    [")בהן אירלנד וניו זילנד(.", "(בהן אירלנד וניו זילנד)."],
    ["סעיף 5(ב)(3) לחוק", "סעיף 5(ב)(3) לחוק"],
    ["(בעיקר מן האוויר)", "(בעיקר מן האוויר)"],
    ["ראו ]12[, ולהלן", "ראו [12], ולהלן"],
    ["בלי סוגריים", "בלי סוגריים"],
    ["רווח ( משני ) הצדדים", "רווח ( משני ) הצדדים"],
  ])("%s → %s", (raw, right) => {
    expect(setBrackets(raw)).toBe(right);
    expect(setBrackets(right)).toBe(right);
  });
});
