import type { Direction } from "../deck/types.ts";

/**
 * The one table of keys: the handler reads it, and the help overlay is made from it.
 *
 * Keys are physical places (`KeyboardEvent.code`), so that B is the same key on a Hebrew, Arabic and English layout.
 * `Forward` and `Back` stand for the arrows in reading direction: in a right-to-left deck forward is to the left.
 * Clickers send PageUp, PageDown, and a full stop, B, F5 or Escape for their other buttons.
 */
export interface Chord {
  readonly code: string;
  readonly shift?: boolean;
  readonly alt?: boolean;
  /** Ctrl, or Command on a Mac. */
  readonly ctrl?: boolean;
  /** Works, but is not listed in the help: another way to reach the key that is listed. */
  readonly quiet?: boolean;
}

export interface KeyRow {
  readonly command: Command;
  readonly group: "move" | "show" | "point" | "speak";
  readonly chords: readonly Chord[];
  /** Where the row holds; the help overlay of a window shows only its own. */
  readonly where: "both" | "deck" | "speaker";
}

const key = (code: string): Chord => ({ code });
const shift = (code: string): Chord => ({ code, shift: true });
const alt = (code: string): Chord => ({ code, alt: true });
const ctrl = (code: string): Chord => ({ code, ctrl: true });
const quiet = (chord: Chord): Chord => ({ ...chord, quiet: true });

export const KEYS = [
  {
    command: "next",
    group: "move",
    where: "both",
    chords: [key("Forward"), key("ArrowDown"), key("PageDown"), key("Space"), key("KeyN")],
  },
  {
    command: "previous",
    group: "move",
    where: "both",
    chords: [key("Back"), key("ArrowUp"), key("PageUp"), shift("Space"), key("KeyP")],
  },
  { command: "next-slide", group: "move", where: "both", chords: [alt("Forward"), alt("ArrowDown")] },
  { command: "previous-slide", group: "move", where: "both", chords: [alt("Back"), alt("ArrowUp")] },
  { command: "first", group: "move", where: "both", chords: [key("Home"), shift("Back")] },
  { command: "last", group: "move", where: "both", chords: [key("End"), shift("Forward")] },
  { command: "go-to-number", group: "move", where: "both", chords: [key("Enter"), quiet(key("NumpadEnter"))] },
  { command: "return", group: "move", where: "both", chords: [key("Backspace")] },
  { command: "find", group: "move", where: "both", chords: [key("Slash"), ctrl("KeyF")] },
  { command: "overview", group: "show", where: "both", chords: [key("Escape"), key("KeyO")] },
  { command: "black", group: "show", where: "both", chords: [key("KeyB"), key("Period"), quiet(key("NumpadDecimal"))] },
  { command: "fullscreen", group: "show", where: "deck", chords: [key("KeyF"), key("F5")] },
  { command: "hidden", group: "show", where: "both", chords: [shift("KeyH")] },
  { command: "transitions", group: "show", where: "deck", chords: [key("KeyA")] },
  { command: "speaker", group: "speak", where: "deck", chords: [key("KeyS")] },
  { command: "notes", group: "speak", where: "deck", chords: [key("KeyM")] },
  { command: "timer", group: "speak", where: "both", chords: [key("KeyK")] },
  { command: "rehearse", group: "speak", where: "both", chords: [key("KeyR")] },
  { command: "prompter", group: "speak", where: "speaker", chords: [key("KeyT")] },
  {
    command: "notes-bigger",
    group: "speak",
    where: "both",
    chords: [key("Equal"), quiet(shift("Equal")), quiet(key("NumpadAdd"))],
  },
  { command: "notes-smaller", group: "speak", where: "both", chords: [key("Minus"), quiet(key("NumpadSubtract"))] },
  { command: "laser", group: "point", where: "both", chords: [key("KeyL")] },
  { command: "pen", group: "point", where: "both", chords: [key("KeyD")] },
  { command: "marker", group: "point", where: "both", chords: [key("KeyE")] },
  { command: "undo", group: "point", where: "both", chords: [ctrl("KeyZ"), key("KeyU")] },
  { command: "clear", group: "point", where: "both", chords: [key("KeyC")] },
  { command: "print", group: "point", where: "deck", chords: [ctrl("KeyP")] },
  { command: "help", group: "show", where: "both", chords: [shift("Slash"), key("F1"), key("KeyH")] },
] as const satisfies readonly RawRow[];

type RawRow = Omit<KeyRow, "command"> & { readonly command: string };

export type Command = (typeof KEYS)[number]["command"];

/** The part of a keyboard event that counts. */
export type Press = Pick<KeyboardEvent, "code" | "key" | "shiftKey" | "altKey" | "ctrlKey" | "metaKey">;

/** The command that a key press means in that window, or null. */
export function commandOf(press: Press, dir: Direction, where: "deck" | "speaker"): Command | null {
  const code = logicalCode(press, dir);
  const row = KEYS.find(
    (candidate) =>
      (candidate.where === "both" || candidate.where === where) &&
      candidate.chords.some((chord) => matches(chord, press, code)),
  );
  return row?.command ?? null;
}

/** The digit of a digit key, on the row or the number pad; null for every other key and with a modifier. */
export function digitOf(press: Press): string | null {
  if (press.altKey || press.ctrlKey || press.metaKey || press.shiftKey) return null;
  return /^(?:Digit|Numpad)([0-9])$/.exec(press.code)?.[1] ?? null;
}

/** How a chord is written for people: `Ctrl + F`, `←`. Names of keys come from the interface strings. */
export function chordLabel(chord: Chord, dir: Direction, nameOf: (code: string) => string): readonly string[] {
  const modifiers = [chord.ctrl && "Ctrl", chord.alt && "Alt", chord.shift && "Shift"].filter(
    (name): name is string => typeof name === "string",
  );
  return [...modifiers, faceOf(physicalCode(chord.code, dir), nameOf)];
}

function matches(chord: Chord, press: Press, code: string): boolean {
  return (
    chord.code === code &&
    (chord.ctrl ?? false) === (press.ctrlKey || press.metaKey) &&
    (chord.alt ?? false) === press.altKey &&
    (chord.shift ?? false) === press.shiftKey
  );
}

/** Some remotes and screen keyboards send no code, only the character or the key's name. */
function logicalCode(press: Press, dir: Direction): string {
  const code = press.code || codeOfKey(press.key);
  if (code === "ArrowLeft") return dir === "rtl" ? "Forward" : "Back";
  if (code === "ArrowRight") return dir === "rtl" ? "Back" : "Forward";
  return code;
}

function codeOfKey(name: string): string {
  if (/^[a-z]$/i.test(name)) return `Key${name.toUpperCase()}`;
  return { ".": "Period", "/": "Slash", "?": "Slash", " ": "Space", "+": "Equal", "-": "Minus" }[name] ?? name;
}

function physicalCode(code: string, dir: Direction): string {
  if (code === "Forward") return dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (code === "Back") return dir === "rtl" ? "ArrowRight" : "ArrowLeft";
  return code;
}

const FACES: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  PageUp: "Page Up",
  PageDown: "Page Down",
  Slash: "/",
  Period: ".",
  NumpadDecimal: ".",
  Equal: "+",
  NumpadAdd: "+",
  Minus: "−",
  NumpadSubtract: "−",
  Escape: "Esc",
  NumpadEnter: "Enter",
};

function faceOf(code: string, nameOf: (code: string) => string): string {
  return code.startsWith("Key") ? code.slice(3) : (FACES[code] ?? nameOf(code));
}
