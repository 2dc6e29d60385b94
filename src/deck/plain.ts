/** The words of inlines and blocks, without their marks. */
import type { Block, Inline, ListItem, Panel } from "./types.ts";

/** What a reader would read aloud from a row of inlines. Pictures give their alternative text. */
export function plainText(inlines: readonly Inline[]): string {
  let text = "";
  for (const inline of inlines) {
    if (inline.type === "text" || inline.type === "inline-code") text += inline.text;
    else if (inline.type === "image") text += inline.alt;
    else if (inline.type === "break") text += " ";
    else if (inline.type !== "footnote-ref") text += plainText(inline.children);
  }
  return text;
}

/** The plain text of blocks, each line of theirs in an entry of its own. */
export function blockTexts(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => TEXTS[block.type](block as never));
}

const items = (list: readonly ListItem[]): readonly string[] => list.flatMap((item) => blockTexts(item.blocks));
const panels = (block: { readonly panels: readonly Panel[] }): readonly string[] =>
  block.panels.flatMap((panel) => [plainText(panel.title), ...blockTexts(panel.blocks)]);

type Texts = { readonly [T in Block["type"]]: (block: Extract<Block, { type: T }>) => readonly string[] };
const TEXTS: Texts = {
  paragraph: (block) => [plainText(block.inlines)],
  subheading: (block) => [plainText(block.inlines)],
  list: (block) => items(block.items),
  table: (block) => [block.head, ...block.rows].flatMap((row) => row.map((cell) => plainText(cell.inlines))),
  quote: (block) => [...blockTexts(block.blocks), plainText(block.attribution)],
  code: (block) => [block.text],
  figure: (block) => [block.alt, plainText(block.caption)],
  columns: panels,
  comparison: panels,
  options: panels,
  timeline: (block) => block.events.map((event) => `${plainText(event.when)}: ${plainText(event.what)}`),
  number: (block) => [plainText(block.value), plainText(block.label), ...blockTexts(block.blocks)],
  judgment: (block) => blockTexts(block.blocks),
  sources: (block) => items(block.items),
};
