import bidiFactory, { type Bidi } from "bidi-js";
import { isControl, KIND, kindOf } from "./characters.ts";

/**
 * The Unicode Bidirectional Algorithm (UAX #9) by code points. The library classifies UTF-16 units, so that half of an
 * emoji counts as a Latin letter; here each code point outside the basic plane is replaced by one unit of its own class
 * before the library sees it. Brackets and mirrored characters all lie in the basic plane and are left alone.
 */

// The library's types describe a module, Node gives its CommonJS form, where the factory is the export itself.
const bidi = (bidiFactory as unknown as () => Bidi)();

/** A unit of the basic plane for each class that occurs outside it. */
const REPRESENTATIVES: Readonly<Record<string, string>> = {
  L: "a",
  R: "\u05D0",
  AL: "\u0627",
  EN: "1",
  AN: "\u0660",
  ON: "!",
  NSM: "\u0300",
  BN: "\u00AD",
  ET: "#",
};

/** A text taken apart by code points: `characters[i]` starts at UTF-16 offset `offsets[i]` and has level `levels[i]`. */
export interface Resolved {
  readonly characters: readonly string[];
  readonly offsets: readonly number[];
  /** Embedding levels after rule L1 (trailing white space has its paragraph's level), odd is right-to-left. */
  readonly levels: Uint8Array;
  /** Indices of characters as drawn on one line, left to right (L2). Controls are among them. */
  readonly order: readonly number[];
}

/** Resolves a text that is set on one line, or one line a paragraph. `base` "auto" takes rules P2 and P3. */
export function resolve(text: string, base: "ltr" | "rtl" | "auto"): Resolved {
  const characters = Array.from(text);
  const units = characters.map(oneUnit).join("");
  const result = bidi.getEmbeddingLevels(units, base);
  const order = bidi.getReorderedIndices(units, result);
  return { characters, offsets: offsetsOf(characters), levels: result.levels, order };
}

/** The text as drawn, left to right, with mirrored characters (L4) and without controls. */
export function visualOrder(text: string, base: "ltr" | "rtl" | "auto"): string {
  const { characters, levels, order } = resolve(text, base);
  let drawn = "";
  let carried = "";
  for (const index of order) {
    const character = characters[index] ?? "";
    const rightToLeft = ((levels[index] ?? 0) & 1) === 1;
    if (isControl(character.codePointAt(0) ?? 0)) continue;
    if (rightToLeft && index > 0 && isCarried(character, characters[index - 1] ?? "")) {
      carried = character + carried;
      continue;
    }
    drawn += ((rightToLeft && bidi.getMirroredCharacter(character)) || character) + carried;
    carried = "";
  }
  return drawn + carried;
}

/** L3: a mark, or a part of an emoji, is drawn with the character before it, and stays behind it. */
function isCarried(character: string, before: string): boolean {
  return /^[\p{M}\p{Emoji_Modifier}\u200D\uFE0F]/u.test(character) || before === "\u200D";
}

/** Direction of the first strong letter (P2, isolates not skipped over), or null where there is none. */
export function direction(text: string): "ltr" | "rtl" | null {
  for (const character of text) {
    const kind = kindOf(character.codePointAt(0) ?? 0);
    if (kind === KIND.LTR) return "ltr";
    if (kind === KIND.RTL) return "rtl";
  }
  return null;
}

function oneUnit(character: string): string {
  if (character.length === 1) return character;
  return REPRESENTATIVES[bidi.getBidiCharTypeName(character)] ?? "!";
}

function offsetsOf(characters: readonly string[]): number[] {
  let at = 0;
  return characters.map((character) => {
    const offset = at;
    at += character.length;
    return offset;
  });
}
