import { describe, expect, test } from "vitest";
import type { FontFace } from "./fonts/face.ts";
import { ourTemplates } from "./testing.ts";
import { fontRules, pickFaces, readTheme, readTokens, tokenNumber } from "./theme.ts";

const THEMES = ["mabat", "laila", "nagish"] as const;

describe("tokens", () => {
  test("are read with the last value winning, comments left out", () => {
    const tokens = readTokens(":root{--a: 1px;/* --a: 2px; */--b:#fff}:root{--a:3px}");
    expect([...tokens]).toEqual([
      ["a", "3px"],
      ["b", "#fff"],
    ]);
    expect(tokenNumber(tokens, "a")).toBe(3);
    expect(() => tokenNumber(tokens, "c")).toThrow("--c");
  });

  test("every theme sets the same colours", () => {
    const names = THEMES.map((name) =>
      [...readTokens(readTheme(name, ourTemplates).css).keys()].filter(isColour).sort(),
    );
    expect(names[1]).toEqual(names[0]);
    expect(names[2]).toEqual(names[0]);
  });

  test("no text token is smaller than 24px", () => {
    for (const name of THEMES) {
      const { tokens } = readTheme(name, ourTemplates);
      for (const token of ["text-0", "text-1", "text-2", "text-3", "small-size"]) {
        expect(tokenNumber(tokens, token)).toBeGreaterThanOrEqual(24);
      }
    }
  });

  test("an unknown theme is the default one", () => {
    expect(readTheme("nope", ourTemplates).name).toBe("mabat");
  });
});

describe("contrast (WCAG 2.2 §1.4.3, §1.4.6)", () => {
  /** Text tokens with the grounds that they stand on. */
  const PAIRS = [
    ["ink", "paper"],
    ["ink", "panel"],
    ["ink", "accent-soft"],
    ["ink-soft", "paper"],
    ["accent", "paper"],
    ["accent", "panel"],
    ["poster-ink", "poster"],
    ["poster-soft", "poster"],
  ] as const;

  test.each([
    ["mabat", 4.5],
    ["laila", 4.5],
    ["nagish", 7],
  ])("in %s every text has at least %d:1", (name, least) => {
    const { tokens } = readTheme(name, ourTemplates);
    const weak = PAIRS.filter(([text, ground]) => contrast(tokens.get(text) ?? "", tokens.get(ground) ?? "") < least);
    expect(weak).toEqual([]);
    expect(contrast("#ffffff", tokens.get("marking") ?? "")).toBeGreaterThanOrEqual(least);
  });
});

describe("faces", () => {
  const face = (family: string, weight: number): FontFace => ({
    ...{ family, weight, file: "", script: "Hebr", ascent: 0, descent: 0, widths: {}, data: `${family}${weight}` },
  });
  const all = [face("Heebo", 400), face("Heebo", 800), face("IBM Plex Mono", 400), face("Vazirmatn", 400)];
  const families = (content: string): readonly string[] =>
    pickFaces(readTheme("mabat", ourTemplates), all, content).map(({ family, weight }) => `${family} ${weight}`);

  test("are those that the theme names, and those that the text calls for", () => {
    expect(families("<p>שלום</p>")).toEqual(["Heebo 400"]);
    expect(families("<code>x</code>")).toEqual(["Heebo 400", "IBM Plex Mono 400"]);
    expect(families("<p>إنذار</p>")).toEqual(["Heebo 400", "Vazirmatn 400"]);
  });

  test("stand in the style sheet with their bytes", () => {
    expect(fontRules([face("Heebo", 400)])).toContain('url(data:font/woff2;base64,Heebo400) format("woff2")');
  });
});

function isColour(name: string): boolean {
  return !/^(?:faces|font|weight|title|line|hairline-width|rule)/.test(name);
}

/** WCAG's ratio of relative luminances. */
function contrast(first: string, second: string): number {
  const [low = 0, high = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
