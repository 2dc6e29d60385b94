/** Small builders of trees, so that a test reads as what it says. */
import { type MetaSpec, toMeta } from "./front-matter.ts";
import { assignIds, baseId } from "./ids.ts";
import { inferLayout } from "./layout.ts";
import { plainText } from "./plain.ts";
import { estimateMinutes } from "./speaking.ts";
import type { Block, Deck, Inline, List, ListItem, Meta, Panel, Slide, Span, TableCell } from "./types.ts";

/** The span of everything that was built and not parsed. */
export const NO_SPAN: Span = { start: 0, end: 0 };

type Words = string | readonly Inline[];

function inlines(words: Words): readonly Inline[] {
  if (typeof words !== "string") return words;
  return words === "" ? [] : [text(words)];
}

export const text = (value: string): Inline => ({ type: "text", text: value, span: NO_SPAN });
export const strong = (words: Words): Inline => ({ type: "strong", children: inlines(words), span: NO_SPAN });
export const emphasis = (words: Words): Inline => ({ type: "emphasis", children: inlines(words), span: NO_SPAN });
export const strike = (words: Words): Inline => ({ type: "strike", children: inlines(words), span: NO_SPAN });
export const code = (value: string): Inline => ({ type: "inline-code", text: value, span: NO_SPAN });
export const link = (href: string, words: Words): Inline => ({
  type: "link",
  href,
  children: inlines(words),
  span: NO_SPAN,
});
export const image = (src: string, alt: string): Inline => ({ type: "image", src, alt, span: NO_SPAN });
export const lineBreak = (): Inline => ({ type: "break", span: NO_SPAN });

export const p = (...words: Words[]): Block => ({ type: "paragraph", inlines: words.flatMap(inlines), span: NO_SPAN });
export const li = (...blocks: (Block | string)[]): ListItem => ({
  blocks: blocks.map((block) => (typeof block === "string" ? p(block) : block)),
  checked: null,
  span: NO_SPAN,
});
export const ul = (...items: (ListItem | string)[]): List => ({
  type: "list",
  ordered: false,
  start: 1,
  steps: false,
  items: items.map((item) => (typeof item === "string" ? li(item) : item)),
  span: NO_SPAN,
});
export const ol = (start: number, ...items: (ListItem | string)[]): List => ({ ...ul(...items), ordered: true, start });
export const steps = (list: List): List => ({ ...list, steps: true });
export const panel = (title: Words, ...blocks: Block[]): Panel => ({ title: inlines(title), blocks, span: NO_SPAN });
export const cell = (words: Words): TableCell => ({ inlines: inlines(words), span: NO_SPAN });

/** A slide with what the parser would have inferred, and `changes` over it. */
export function slide(title: Words, body: readonly Block[] = [], changes: Partial<Slide> = {}): Slide {
  const heading = inlines(title);
  return {
    id: baseId(heading, body),
    layout: inferLayout(body),
    forced: false,
    title: heading,
    body,
    notes: { blocks: [], minutes: 0, span: null },
    origin: null,
    hidden: false,
    backup: false,
    part: "",
    span: NO_SPAN,
    ...changes,
  };
}

export const part = (title: Words, changes: Partial<Slide> = {}): Slide =>
  slide(title, [], { layout: "part", ...changes });

/** A deck of slides; ids, parts, backup and speaking minutes are made to agree, and the cover is put before them. */
export function deck(spec: MetaSpec, slides: readonly Slide[], cover: Partial<Slide> = {}): Deck {
  const meta = toMeta(spec);
  const first = slide(meta.title, cover.body ?? [], {
    layout: "cover",
    origin: meta.brief.length === 0 ? null : { paragraphs: meta.brief },
    ...cover,
  });
  return { meta, slides: settle(meta, meta.title === "" && !cover.body ? slides : [first, ...slides]), footnotes: [] };
}

function settle(meta: Meta, slides: readonly Slide[]): readonly Slide[] {
  const ids = assignIds(
    slides.map(({ layout, forced, title, body }, index) => ({
      written: null,
      base: index === 0 && layout === "cover" && !forced ? "cover" : baseId(title, body),
    })),
  );
  let part = "";
  let backup = false;
  return slides.map((item, index) => {
    if (item.layout === "part") part = plainText(item.title);
    const minutes = item.notes.minutes || estimateMinutes(item.notes.blocks, meta);
    const settled = { ...item, id: ids[index]!, part, backup, notes: { ...item.notes, minutes } };
    if (item.layout === "end") backup = true;
    return settled;
  });
}

/** The same tree with every span, and the notes' span, made equal: what two trees are compared without. */
export function withoutSpans<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (key === "span" ? (inner === null ? null : NO_SPAN) : inner)),
  ) as T;
}
