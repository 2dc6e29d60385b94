/** A set line without markup. */
import type { Inline, Isolate } from "../../deck/types.ts";
import { fence } from "../../text/controls.ts";

/** How direction is kept in plain text: not at all, by marks (`RLM LRM x LRM RLM`), or by isolates. */
export type PlainStyle = "none" | "controls" | "isolates";

/** The text of a set line, for attributes, titles, notes in other programs and PowerPoint. */
export function plain(inlines: readonly Inline[], style: PlainStyle = "controls"): string {
  return inlines.map((inline) => plainInline(inline, style)).join("");
}

function plainInline(inline: Inline, style: PlainStyle): string {
  if (inline.type === "text") return inline.text;
  if (inline.type === "inline-code") return fenced(inline.text, "ltr", style);
  if (inline.type === "isolate") return fencedIsolate(inline, style);
  if (inline.type === "image") return inline.alt;
  if (inline.type === "break") return "\n";
  return inline.type === "footnote-ref" ? "" : plain(inline.children, style);
}

/** Marks do not nest: a run with runs inside takes isolates. */
function fencedIsolate({ dir, children }: Isolate, style: PlainStyle): string {
  const isNested = style === "controls" && children.some((child) => child.type === "isolate");
  const inner = isNested ? "isolates" : style;
  return fenced(plain(children, inner), dir, inner);
}

function fenced(text: string, dir: "ltr" | "rtl", style: PlainStyle): string {
  if (style === "none" || text === "") return text;
  return fence(text, dir, style === "controls" ? "marks" : "isolates");
}
