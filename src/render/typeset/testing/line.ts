/** Lines for tests, and a short notation for what was made of them. */
import type { Inline, Meta } from "../../../deck/types.ts";

export const META: Meta = {
  title: "",
  subtitle: "",
  authors: [],
  organization: "",
  date: "",
  series: "",
  number: "",
  source: "",
  brief: [],
  lang: "he",
  dir: "rtl",
  theme: "mabat",
  marking: "",
  duration: 0,
  rate: 0,
  ranges: "preserve",
  typographyOff: [],
  transition: "none",
  footer: "",
};

export const text = (value: string, start: number): Inline => ({
  type: "text",
  text: value,
  span: { start, end: start + value.length },
});

/** `**value**` whose letters start at `start`. */
export const bold = (value: string, start: number): Inline => ({
  type: "strong",
  children: [text(value, start)],
  span: { start: start - 2, end: start + value.length + 2 },
});

export const link = (value: string, start: number): Inline => ({
  type: "link",
  href: "https://example.org/",
  children: [text(value, start)],
  span: { start: start - 1, end: start + value.length + 23 },
});

export const code = (value: string, start: number): Inline => ({
  type: "inline-code",
  text: value,
  span: { start: start - 1, end: start + value.length + 1 },
});

/** `{run}` an isolate, `*strong*`, `[link]`, and code in back quotes; a no-break space as a space. */
export function sketch(inlines: readonly Inline[]): string {
  return inlines.map(sketchOne).join("").replaceAll("\u00A0", " ");
}

function sketchOne(inline: Inline): string {
  if (inline.type === "text") return inline.text;
  if (inline.type === "inline-code") return `\`${inline.text}\``;
  if (!("children" in inline)) return "#";
  const [open, close] = inline.type === "isolate" ? "{}" : inline.type === "link" ? "[]" : "**";
  return `${open}${sketch(inline.children)}${close}`;
}
