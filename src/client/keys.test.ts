import { describe, expect, test } from "vitest";
import { CLIENT_STRINGS } from "../deck/client-strings.ts";
import { type Chord, chordLabel, commandOf, digitOf, KEYS, type KeyRow, type Press } from "./keys.ts";

const press = (code: string, more: Partial<Press> = {}): Press => ({
  code,
  key: "",
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
});

describe("keys", () => {
  test("forward is to the left in right-to-left, and to the right in left-to-right", () => {
    expect(commandOf(press("ArrowLeft"), "rtl", "deck")).toBe("next");
    expect(commandOf(press("ArrowRight"), "rtl", "deck")).toBe("previous");
    expect(commandOf(press("ArrowLeft"), "ltr", "deck")).toBe("previous");
    expect(commandOf(press("ArrowRight"), "ltr", "deck")).toBe("next");
  });
  test("Shift with an arrow goes to the end that the arrow points to", () => {
    expect(commandOf(press("ArrowLeft", { shiftKey: true }), "rtl", "deck")).toBe("last");
    expect(commandOf(press("ArrowRight", { shiftKey: true }), "rtl", "deck")).toBe("first");
    expect(commandOf(press("ArrowLeft", { shiftKey: true }), "ltr", "deck")).toBe("first");
  });
  test.each([
    ["Hebrew", "נ"],
    ["Arabic", "لا"],
    ["English", "b"],
    ["English with Caps Lock", "B"],
  ])("B blackens the screen on a layout that is %s", (_, key) => {
    expect(commandOf(press("KeyB", { key }), "rtl", "deck")).toBe("black");
  });
  test("a clicker's keys go on, back, and blacken", () => {
    expect(["PageDown", "PageUp", "Period"].map((code) => commandOf(press(code), "rtl", "deck"))).toEqual([
      "next",
      "previous",
      "black",
    ]);
  });
  test("where no code is sent, the character decides", () => {
    expect(commandOf(press("", { key: "." }), "rtl", "deck")).toBe("black");
    expect(commandOf(press("", { key: "PageDown" }), "rtl", "deck")).toBe("next");
    expect(commandOf(press("", { key: "s" }), "rtl", "deck")).toBe("speaker");
  });
  test("a modifier makes another key: the browser keeps its own", () => {
    expect(commandOf(press("KeyS", { ctrlKey: true }), "rtl", "deck")).toBeNull();
    expect(commandOf(press("KeyR", { metaKey: true }), "rtl", "deck")).toBeNull();
    expect(commandOf(press("KeyF", { ctrlKey: true }), "rtl", "deck")).toBe("find");
  });
  test("a key of the other window means nothing here", () => {
    expect(commandOf(press("KeyS"), "rtl", "speaker")).toBeNull();
    expect(commandOf(press("KeyT"), "rtl", "deck")).toBeNull();
  });
  test("digits come from the row and from the number pad", () => {
    expect(digitOf(press("Digit7"))).toBe("7");
    expect(digitOf(press("Numpad0"))).toBe("0");
    expect(digitOf(press("Digit1", { shiftKey: true }))).toBeNull();
    expect(digitOf(press("KeyQ"))).toBeNull();
  });
});

describe("the table", () => {
  const rows: readonly KeyRow[] = KEYS;

  test("gives each key of a window to one command", () => {
    for (const where of ["deck", "speaker"] as const) {
      const chords = rows
        .filter((row) => row.where === "both" || row.where === where)
        .flatMap((row) => row.chords.map(({ code, shift, alt, ctrl }) => `${ctrl}-${alt}-${shift}-${code}`));
      expect(new Set(chords).size).toBe(chords.length);
    }
  });
  test("has a name for every command in every language", () => {
    for (const { command } of rows) expect(Object.values(CLIENT_STRINGS[`do.${command}` as never]).length).toBe(3);
  });
  test("is written for people", () => {
    const write = (chord: Chord): string => chordLabel(chord, "rtl", (code) => code).join("+");
    expect(write({ code: "Forward", shift: true })).toBe("Shift+←");
    expect(write({ code: "KeyF", ctrl: true })).toBe("Ctrl+F");
    expect(write({ code: "PageUp" })).toBe("Page Up");
  });
});
