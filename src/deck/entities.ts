/** Character references that a slide source may use, and the reading of a piece of source as text. */

/** The named references that people type; every other name stays as typed. Numbers all work (HTML 13.2.5.80). */
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00A0",
  shy: "\u00AD",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  bull: "•",
  middot: "·",
  lrm: "\u200E",
  rlm: "\u200F",
  zwj: "\u200D",
  zwnj: "\u200C",
  ensp: "\u2002",
  emsp: "\u2003",
  thinsp: "\u2009",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  bdquo: "„",
  laquo: "«",
  raquo: "»",
  copy: "©",
  reg: "®",
  trade: "™",
  deg: "°",
  plusmn: "±",
  minus: "−",
  times: "×",
  divide: "÷",
  le: "≤",
  ge: "≥",
  ne: "≠",
  asymp: "≈",
  larr: "←",
  rarr: "→",
  harr: "↔",
  euro: "€",
  pound: "£",
  cent: "¢",
  sect: "§",
  para: "¶",
  dagger: "†",
  frac12: "½",
  frac14: "¼",
  frac34: "¾",
};

/**
 * The value of a reference such as `&amp;` or `&#x5D0;`; null where it is none. Direction overrides are refused: they
 * would let a source show something else than it says (Unicode TR 36, 3.2), and isolates are the typesetter's work.
 */
export function decodeEntity(reference: string): string | null {
  const name = reference.slice(1, -1);
  if (!name.startsWith("#")) return Object.hasOwn(NAMED, name) ? NAMED[name]! : null;
  const hex = name[1] === "x" || name[1] === "X";
  const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  if (Number.isNaN(code)) return null;
  const refused = code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) || isOverride(code);
  return refused ? "\uFFFD" : String.fromCodePoint(code);
}

function isOverride(code: number): boolean {
  return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

/** A backslash escape, a reference, or a line end with the spaces around it and the quote marks after it. */
const UNIT =
  /\\([!-/:-@[-`{-~])|&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});|(?<![ \t])[ \t]*\n[ \t]*(?:>[ \t]*)*/g;

/** A piece of source as the text that it stands for. */
export function decodeText(raw: string, escapes: boolean): string {
  if (!raw.includes("&") && !raw.includes("\n") && !(escapes && raw.includes("\\"))) return raw;
  return raw.replace(UNIT, (whole, escaped?: string) => decodeUnit(whole, escapes ? escaped : undefined));
}

function decodeUnit(whole: string, escaped: string | undefined): string {
  if (escaped !== undefined) return escaped;
  if (whole.includes("\n")) return " ";
  return whole.startsWith("&") ? (decodeEntity(whole) ?? whole) : whole;
}

/**
 * Where the character at `offset` of the decoded text stands in `raw`. A character that several source characters stand
 * for gives the first of them.
 */
export function rawOffset(raw: string, offset: number): number {
  let decoded = 0;
  let last = 0;
  for (const match of raw.matchAll(UNIT)) {
    const plain = match.index - last;
    if (offset < decoded + plain) return last + offset - decoded;
    const value = decodeUnit(match[0], match[1]);
    decoded += plain;
    if (offset < decoded + value.length) return match.index;
    decoded += value.length;
    last = match.index + match[0].length;
  }
  return Math.min(last + offset - decoded, raw.length);
}
