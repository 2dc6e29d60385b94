import { describe, expect, it } from "vitest";
import { ForeignRuns, reverseCutting } from "./cutting.ts";

describe("reversing a cutting", () => {
  it("writes the pieces last one first", () => {
    expect(reverseCutting("9201", [1])).toBe("2019");
    expect(reverseCutting("שלום", [])).toBe("שלום");
  });
});

describe("hyphens, numbers and Latin in a raw line", () => {
  const raw = "בשנת 2003-2008 הוצג OECD בחצי-האי";
  const runs = new ForeignRuns(raw);
  const at = (text: string) => raw.indexOf(text);

  it("are joined by a piece that goes on over a side of theirs", () => {
    expect(runs.joined(0, raw.length)).toBe(6);
    expect(runs.joined(at("2003"), at(" הוצג"))).toBe(0);
    expect(runs.joined(0, at("2003"))).toBe(0);
    expect(runs.joined(at("הוצג"), at("OECD") + 4)).toBe(1);
  });

  it("may take a single space along on either side", () => {
    expect(runs.joined(at(" 2003"), at("הוצג"))).toBe(0);
    expect(runs.joined(at("בשנת"), at("הוצג"))).toBe(1);
  });

  it("are broken by a cut inside them, not at their sides", () => {
    expect(runs.broken(at("-2008"))).toBe(true);
    expect(runs.broken(at("2003"))).toBe(false);
    expect(runs.broken(at(" הוצג"))).toBe(false);
  });

  it("lead a space; another piece that begins with one stands apart from the word before", () => {
    expect(runs.spaceLed(at(" הוצג"), at(" OECD"))).toBe(true);
    expect(runs.spaceLed(at(" הוצג"), at("OECD"))).toBe(false);
    expect(runs.spaceLed(at("הוצג"), at(" OECD"))).toBe(false);
    expect(runs.spaceLed(at(" הוצג"), at("הוצג"))).toBe(false);
  });
});
