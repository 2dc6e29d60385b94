/** One line (a title, a paragraph, a cell): typography, then isolates. */
import type { Direction, Inline, Meta } from "../../deck/types.ts";
import { KIND, kindAt, sizeAt } from "../../text/characters.ts";
import { foreignRuns } from "../../text/isolate.ts";
import { type TypographyRule, typographyRules } from "../../text/typography.ts";
import { lineText } from "./content.ts";
import { editInlines } from "./edit.ts";
import { dropIsolates } from "./remove.ts";
import { joinSpans } from "./split.ts";
import { wrapRuns } from "./wrap.ts";

/** Sets one line of a deck. */
export function setInlines(inlines: readonly Inline[], meta: Meta): readonly Inline[] {
  return lineSetter(meta)(inlines);
}

/** The function that sets the lines of a deck: what its front matter says is looked up once. */
export function lineSetter(meta: Meta): (inlines: readonly Inline[]) => readonly Inline[] {
  const rules = HEBREW_LETTERED.includes(meta.lang) ? typographyRules({ off: meta.typographyOff }) : [];
  const quiet = meta.dir === "rtl" ? QUIET_HEBREW : QUIET_ENGLISH;
  return (inlines) => (isQuiet(inlines, quiet) ? inlines : setLine(inlines, meta, rules));
}

/**
 * Lines that nothing is done to, told at a glance, because most are: Hebrew words of two letters and more with plain
 * stops (no title before a name, which holds on to it), or a whole number; in an English deck whatever is plain ASCII.
 */
const QUIET_HEBREW = /^(?:\d{1,9}|(?:(?![ושהבכלמ]{0,2}(?:מר|הרב) )[\u05D0-\u05EA]{2,}[,.;:?!]?(?: |$))*)$/;
const QUIET_ENGLISH = /^[ -~]*$/;

function isQuiet(inlines: readonly Inline[], quiet: RegExp): boolean {
  const [only] = inlines;
  return inlines.length === 0 || (inlines.length === 1 && only?.type === "text" && quiet.test(only.text));
}

/** Languages whose lines are set by the rules of Hebrew; Arabic, Persian and English ones stay as typed. */
const HEBREW_LETTERED: readonly string[] = ["he", "yi"];

function setLine(inlines: readonly Inline[], meta: Meta, rules: readonly TypographyRule[]): readonly Inline[] {
  const typed = setTypography(dropIsolates(inlines), meta, rules);
  const text = lineText(typed);
  const base = lineDirection(text, meta.dir);
  const runs = foreignRuns(text, { base, ranges: meta.ranges });
  const set = runs.length === 0 ? typed : wrapRuns(typed, runs);
  return base === meta.dir ? set : [wholeLine(set, base, text)];
}

/**
 * The direction of a line: the deck's where it has a letter of it or no letter at all (a number, a date), else its own.
 * Never the first letter's: "OECD: דוח חדש" is a Hebrew line.
 */
export function lineDirection(text: string, deck: Direction): Direction {
  const own = deck === "rtl" ? KIND.RTL : KIND.LTR;
  let letters = false;
  for (let at = 0; at < text.length; at += sizeAt(text, at)) {
    const kind = kindAt(text, at);
    if (kind === own) return deck;
    letters ||= kind === KIND.RTL || kind === KIND.LTR;
  }
  return letters ? (deck === "rtl" ? "ltr" : "rtl") : deck;
}

function setTypography(inlines: readonly Inline[], meta: Meta, rules: readonly TypographyRule[]): readonly Inline[] {
  let current = inlines;
  let text = lineText(current);
  for (const rule of rules) {
    const edits = rule(text, meta.ranges);
    if (edits.length === 0) continue;
    current = editInlines(current, edits);
    text = lineText(current);
  }
  return current;
}

function wholeLine(children: readonly Inline[], dir: Direction, text: string): Inline {
  const english = dir === "ltr" && /[A-Za-z]/.test(text) && !/[^\0-\u024F\u2000-\u22FF\uFFFC]/.test(text);
  return {
    type: "isolate",
    dir,
    lang: english ? "en" : null,
    nowrap: false,
    children,
    span: joinSpans(children),
  };
}
