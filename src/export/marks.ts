import type { Direction, Inline } from "../deck/types.ts";
import { LRM, RLM } from "../text/controls.ts";

/**
 * Control characters that do for plain text what an isolate does for HTML: a strong mark of the surroundings outside,
 * one of the run's own direction inside, at both ends. Isolates themselves (U+2066–2069) are not drawn by every office
 * program; the marks are.
 */
export function isolateMarks(outer: Direction, inner: Direction): { readonly open: string; readonly close: string } {
  if (outer === inner) return { open: "", close: "" };
  const [around, within] = outer === "rtl" ? [RLM, LRM] : [LRM, RLM];
  return { open: around + within, close: within + around };
}

/** `text` without the characters that only steer direction: the marks, embeddings, overrides and isolates. */
export function stripMarks(text: string): string {
  return text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "");
}

/** The text of inlines for a target without markup, in a line of direction `dir`; line breaks are `\n`. */
export function markedText(inlines: readonly Inline[], dir: Direction): string {
  return inlines.map((inline) => markedInline(inline, dir)).join("");
}

/** The text of inlines as the eye reads it: no marks, footnote numbers left out. */
export function bareText(inlines: readonly Inline[]): string {
  return inlines.map(bareInline).join("");
}

function markedInline(inline: Inline, dir: Direction): string {
  switch (inline.type) {
    case "text":
      return inline.text;
    case "inline-code": {
      const { open, close } = isolateMarks(dir, "ltr");
      return open + inline.text + close;
    }
    case "isolate": {
      const { open, close } = isolateMarks(dir, inline.dir);
      return open + markedText(inline.children, inline.dir) + close;
    }
    case "break":
      return "\n";
    case "image":
      return inline.alt;
    case "footnote-ref":
      return `[${inline.number}]`;
    default:
      return markedText(inline.children, dir);
  }
}

function bareInline(inline: Inline): string {
  switch (inline.type) {
    case "text":
    case "inline-code":
      return inline.text;
    case "break":
      return "\n";
    case "image":
      return inline.alt;
    case "footnote-ref":
      return "";
    default:
      return bareText(inline.children);
  }
}
