/** Decks made by hand and a reader of what was written: for the tests of this room only. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Block, Deck, Inline, Layout, List, Meta, Slide } from "../deck/types.ts";
import { compileTemplates } from "../render/templates.ts";
import type { Fill } from "./types.ts";

const SPAN = { start: 0, end: 0 };

export function text(value: string): Inline[] {
  return [{ type: "text", text: value, span: SPAN }];
}

/** A run of English inside a Hebrew line, as `typeset` marks it. */
export function latin(value: string): Inline {
  return { type: "isolate", dir: "ltr", lang: "en", nowrap: true, children: text(value), span: SPAN };
}

export function paragraph(...inlines: readonly (string | Inline)[]): Block {
  return {
    type: "paragraph",
    inlines: inlines.flatMap((item) => (typeof item === "string" ? text(item) : [item])),
    span: SPAN,
  };
}

export function list(items: readonly (string | readonly Block[])[], change: Partial<List> = {}): List {
  return {
    type: "list",
    ordered: false,
    start: 1,
    steps: false,
    items: items.map((item) => ({
      blocks: typeof item === "string" ? [paragraph(item)] : item,
      checked: null,
      span: SPAN,
    })),
    span: SPAN,
    ...change,
  };
}

export function slide(layout: Layout, title: string, body: readonly Block[], change: Partial<Slide> = {}): Slide {
  return {
    id: `${layout}-${title.length}-${body.length}`,
    layout,
    forced: false,
    title: title === "" ? [] : text(title),
    body,
    notes: { blocks: [], minutes: 0, span: null },
    origin: null,
    hidden: false,
    backup: false,
    part: "",
    span: SPAN,
    ...change,
  };
}

export function notes(...paragraphs: readonly string[]): Slide["notes"] {
  return { blocks: paragraphs.map((line) => paragraph(line)), minutes: 1, span: SPAN };
}

export function deck(slides: readonly Slide[], meta: Partial<Meta> = {}): Deck {
  return {
    meta: {
      title: "תדריך לדוגמה",
      subtitle: "כותרת משנה",
      authors: ["דנה כהן", "יוסי לוי"],
      organization: "המכון למחקר",
      date: "11 במרץ 2019",
      series: "מבט על",
      number: "1461",
      source: "",
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
      ...meta,
    },
    slides,
    footnotes: [],
  };
}

/** The templates of `templates/pptx/`, compiled. */
export function pptxFill(): Fill {
  const folder = join(import.meta.dirname, "../../templates/pptx");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".hbs"));
  const templates = compileTemplates(
    new Map(names.sort().map((name) => [name.replaceAll("\\", "/"), readFileSync(join(folder, name), "utf8")])),
  );
  return (name, view) => templates.fill(name, view).toString();
}
