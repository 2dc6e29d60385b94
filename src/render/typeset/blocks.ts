/** A map over every line of inlines in blocks: one handler a type of block. */
import type { Block, BlockType, Inline, ListItem, Panel, TableCell } from "../../deck/types.ts";

export type MapInlines = (inlines: readonly Inline[]) => readonly Inline[];

type Handlers = { readonly [T in BlockType]: (block: Extract<Block, { type: T }>, map: MapInlines) => Block };

const HANDLERS: Handlers = {
  paragraph: (block, map) => ({ ...block, inlines: map(block.inlines) }),
  subheading: (block, map) => ({ ...block, inlines: map(block.inlines) }),
  list: (block, map) => ({ ...block, items: mapItems(block.items, map) }),
  table: (block, map) => ({
    ...block,
    head: mapRow(block.head, map),
    rows: block.rows.map((row) => mapRow(row, map)),
  }),
  quote: (block, map) => ({ ...block, blocks: mapBlocks(block.blocks, map), attribution: map(block.attribution) }),
  code: (block) => block,
  figure: (block, map) => ({ ...block, caption: map(block.caption) }),
  columns: (block, map) => ({ ...block, panels: mapPanels(block.panels, map) }),
  comparison: (block, map) => ({ ...block, panels: mapPanels(block.panels, map) }),
  options: (block, map) => ({ ...block, panels: mapPanels(block.panels, map) }),
  timeline: (block, map) => ({
    ...block,
    events: block.events.map((event) => ({ ...event, when: map(event.when), what: map(event.what) })),
  }),
  number: (block, map) => ({
    ...block,
    value: map(block.value),
    label: map(block.label),
    blocks: mapBlocks(block.blocks, map),
  }),
  judgment: (block, map) => ({ ...block, blocks: mapBlocks(block.blocks, map) }),
  sources: (block, map) => ({ ...block, items: mapItems(block.items, map) }),
};

/** Blocks with every line of inlines mapped, at any depth. */
export function mapBlocks(blocks: readonly Block[], map: MapInlines): readonly Block[] {
  return blocks.map((block) => mapBlock(block, map));
}

function mapBlock<T extends BlockType>(block: Extract<Block, { type: T }>, map: MapInlines): Block {
  return HANDLERS[block.type as T](block, map);
}

function mapItems(items: readonly ListItem[], map: MapInlines): readonly ListItem[] {
  return items.map((item) => ({ ...item, blocks: mapBlocks(item.blocks, map) }));
}

function mapRow(row: readonly TableCell[], map: MapInlines): readonly TableCell[] {
  return row.map((cell) => ({ ...cell, inlines: map(cell.inlines) }));
}

function mapPanels(panels: readonly Panel[], map: MapInlines): readonly Panel[] {
  return panels.map((panel) => ({ ...panel, title: map(panel.title), blocks: mapBlocks(panel.blocks, map) }));
}
