/** A map over everything in blocks that is read: one handler a type of block. */
import type { Block, BlockType, Inline, ListItem, Panel, TableCell } from "../../deck/types.ts";

/** What becomes of a line of inlines, and of the alternative text of a picture that stands alone. */
export interface LineMap {
  readonly inlines: (inlines: readonly Inline[]) => readonly Inline[];
  readonly alt: (text: string) => string;
}

type Handlers = { readonly [T in BlockType]: (block: Extract<Block, { type: T }>, map: LineMap) => Block };

const HANDLERS: Handlers = {
  paragraph: (block, map) => ({ ...block, inlines: map.inlines(block.inlines) }),
  subheading: (block, map) => ({ ...block, inlines: map.inlines(block.inlines) }),
  list: (block, map) => ({ ...block, items: mapItems(block.items, map) }),
  table: (block, map) => ({
    ...block,
    head: mapRow(block.head, map),
    rows: block.rows.map((row) => mapRow(row, map)),
  }),
  quote: (block, map) => ({
    ...block,
    blocks: mapBlocks(block.blocks, map),
    attribution: map.inlines(block.attribution),
  }),
  code: (block) => block,
  figure: (block, map) => ({ ...block, alt: map.alt(block.alt), caption: map.inlines(block.caption) }),
  columns: (block, map) => ({ ...block, panels: mapPanels(block.panels, map) }),
  comparison: (block, map) => ({ ...block, panels: mapPanels(block.panels, map) }),
  options: (block, map) => ({ ...block, panels: mapPanels(block.panels, map) }),
  timeline: (block, map) => ({
    ...block,
    events: block.events.map((event) => ({ ...event, when: map.inlines(event.when), what: map.inlines(event.what) })),
  }),
  number: (block, map) => ({
    ...block,
    value: map.inlines(block.value),
    label: map.inlines(block.label),
    blocks: mapBlocks(block.blocks, map),
  }),
  judgment: (block, map) => ({ ...block, blocks: mapBlocks(block.blocks, map) }),
  sources: (block, map) => ({ ...block, items: mapItems(block.items, map) }),
};

/** Blocks with all that is read in them mapped, at any depth. */
export function mapBlocks(blocks: readonly Block[], map: LineMap): readonly Block[] {
  return blocks.map((block) => mapBlock(block, map));
}

function mapBlock<T extends BlockType>(block: Extract<Block, { type: T }>, map: LineMap): Block {
  return HANDLERS[block.type as T](block, map);
}

function mapItems(items: readonly ListItem[], map: LineMap): readonly ListItem[] {
  return items.map((item) => ({ ...item, blocks: mapBlocks(item.blocks, map) }));
}

function mapRow(row: readonly TableCell[], map: LineMap): readonly TableCell[] {
  return row.map((cell) => ({ ...cell, inlines: map.inlines(cell.inlines) }));
}

function mapPanels(panels: readonly Panel[], map: LineMap): readonly Panel[] {
  return panels.map((panel) => ({ ...panel, title: map.inlines(panel.title), blocks: mapBlocks(panel.blocks, map) }));
}
