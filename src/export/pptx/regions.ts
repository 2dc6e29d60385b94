import type { Block, CodeBlock, Lang } from "../../deck/types.ts";
import type { Canvas } from "./canvas.ts";
import { figureRegion } from "./figure.ts";
import { judgmentRegion } from "./judgment.ts";
import { GAP, type Slot } from "./layouts.ts";
import { numberRegion } from "./number.ts";
import { columnsRegion, comparisonRegion, optionsRegion } from "./panels.ts";
import { codeParas, heightOf, type Para, paragraphsOf, type TextStyle, textPara } from "./paragraphs.ts";
import { fitScale, LOOSE, type Nest, type Region, styleOf } from "./region.ts";
import { tableRegion } from "./table.ts";
import { timelineRegion } from "./timeline.ts";
import type { Box } from "./units.ts";

type Special = Exclude<Block["type"], "paragraph" | "subheading" | "list" | "quote" | "sources">;
type Handlers = {
  readonly [T in Special]: (block: Extract<Block, { type: T }>, canvas: Canvas, nest: Nest) => Region;
};

/** The blocks that are more than paragraphs. */
const SPECIAL: Handlers = {
  table: tableRegion,
  figure: figureRegion,
  code: codeRegion,
  columns: columnsRegion,
  comparison: comparisonRegion,
  options: optionsRegion,
  timeline: timelineRegion,
  number: numberRegion,
  judgment: judgmentRegion,
};

/** Blocks that use all of their layout's slots themselves: text around them stands on its own. */
const CLAIMS: ReadonlySet<Block["type"]> = new Set([
  "columns",
  "comparison",
  "options",
  "timeline",
  "number",
  "judgment",
]);

/**
 * Fills `box` with blocks, at the largest size at which all of them fit.
 * @param free Whether the layout's own room is all there: no second title line, no footnotes. Text alone then stays in its slot.
 */
export function placeBlocks(blocks: readonly Block[], box: Box, canvas: Canvas, free: boolean): void {
  const claimed = blocks.some((block) => CLAIMS.has(block.type));
  const region = stackOf(regionsOf(blocks, canvas, claimed ? LOOSE : null));
  const room = free ? (region.slot?.box ?? box) : box;
  region.place(
    room,
    fitScale((scale) => region.height(room.w, scale), room.h),
  );
}

const nest: Nest = (blocks, canvas, style) => stackOf(regionsOf(blocks, canvas, style));

/** @param style How loose text looks; null where text may take the layout's slot. */
function regionsOf(blocks: readonly Block[], canvas: Canvas, style: TextStyle | null): Region[] {
  const regions: Region[] = [];
  let text: Block[] = [];
  const flush = (): void => {
    if (text.length > 0) regions.push(textRegion(text, canvas, style));
    text = [];
  };
  for (const block of blocks) {
    if (!isSpecial(block)) {
      text.push(block);
      continue;
    }
    flush();
    regions.push(specialRegion(block, canvas));
  }
  flush();
  return regions;
}

function isSpecial(block: Block): block is Extract<Block, { type: Special }> {
  return Object.hasOwn(SPECIAL, block.type);
}

function specialRegion(block: Extract<Block, { type: Special }>, canvas: Canvas): Region {
  // The handler of a type takes blocks of that type: TypeScript does not follow the key to its value.
  const handler = SPECIAL[block.type] as (block: Block, canvas: Canvas, nest: Nest) => Region;
  return handler(block, canvas, nest);
}

function textRegion(blocks: readonly Block[], canvas: Canvas, style: TextStyle | null): Region {
  const slot = style === null ? canvas.takeSlot("body") : null;
  const paras = paragraphsOf(blocks, canvas.writer(styleOf(slot, style ?? LOOSE)));
  const region = parasRegion(paras, canvas, slot, "Text");
  return slot?.quoted === true && blocks[0]?.type === "quote" ? withOpening(region, slot, canvas) : region;
}

/**
 * The box of the opening mark: its width and how far it stands before the text, in pixels, and its height in font sizes,
 * so that no program shrinks the mark to make it fit.
 */
const OPENING = { width: 56, gap: 4, height: 2 };

/**
 * The opening quotation mark hangs before the first line. It is a decoration: the words of the slide stay the author's.
 * @param region Text in the middle of `slot`.
 */
function withOpening(region: Region, slot: Slot, canvas: Canvas): Region {
  return {
    ...region,
    place: (box, scale) => {
      const size = slot.sizes[0] ?? 36;
      const style = { ...LOOSE, sizes: [size], align: "center", color: "accent1", bold: true, heading: true } as const;
      const mark = textPara(OPENING_MARKS[canvas.flow.lang], canvas.writer(style));
      const top = box.y + Math.max(0, box.h - region.height(box.w, scale)) / 2;
      const beside = {
        x: box.x - OPENING.width - OPENING.gap,
        y: top,
        w: OPENING.width,
        h: size * scale * OPENING.height,
      };
      canvas.addText([mark], beside, { name: "Mark", scale, inset: 0, anchor: "t", decorative: true });
      region.place(box, scale);
    },
  };
}

/** As `theme/blocks.css` has them; the old Hebrew pair is low before and high after. */
const OPENING_MARKS: Readonly<Record<Lang, string>> = { he: "„", yi: "„", ar: "«", fa: "«", en: "“" };

function parasRegion(paras: readonly Para[], canvas: Canvas, slot: Region["slot"], name: string): Region {
  return {
    slot,
    grows: false,
    height: (width, scale) => heightOf(paras, width - 2 * (slot?.inset ?? 0), scale) + 2 * (slot?.inset ?? 0),
    place: (box, scale) => {
      canvas.addText(paras, box, { name, slot, scale, ...(slot === null ? { inset: 0 } : {}) });
    },
  };
}

const CODE_PADDING = 20;

/** Code stands on a panel of its own, left to right, in the size at which its longest line fits. */
function codeRegion(block: CodeBlock, canvas: Canvas): Region {
  const longest = Math.max(1, ...block.text.split("\n").map((line) => line.length));
  const size = Math.max(14, Math.min(24, (canvas.around.frame.width - 240) / (longest * 0.6)));
  const slot = canvas.takeSlot("body");
  const paras = codeParas(block.text, canvas.writer(styleOf(slot)), Math.round(size));
  return {
    slot: null,
    grows: false,
    height: (width, scale) => heightOf(paras, width * 4, scale) + 2 * CODE_PADDING,
    place: (box, scale) => {
      const h = Math.min(box.h, heightOf(paras, box.w * 4, scale) + 2 * CODE_PADDING);
      const look = { fill: "bg2" } as const;
      canvas.addText(paras, { ...box, h }, { name: "Code", slot, scale, inset: CODE_PADDING, look });
    },
  };
}

/** Regions under each other as one. What room is left goes to those that grow. */
function stackOf(regions: readonly Region[]): Region {
  const only = regions.length === 1 ? regions[0] : undefined;
  if (only !== undefined) return only;
  const gaps = (scale: number): number => GAP * scale * Math.max(0, regions.length - 1);
  const height = (width: number, scale: number): number =>
    regions.reduce((sum, region) => sum + region.height(width, scale), gaps(scale));
  const growers = regions.filter((region) => region.grows).length;
  return {
    slot: null,
    grows: growers > 0,
    height,
    place: (box, scale) => {
      const spare = Math.max(0, box.h - height(box.w, scale));
      let y = box.y;
      for (const [at, region] of regions.entries()) {
        const isLast = at === regions.length - 1;
        const extra = region.grows ? spare / growers : isLast && growers === 0 ? spare : 0;
        const h = region.height(box.w, scale) + extra;
        region.place({ ...box, y, h }, scale);
        y += h + GAP * scale;
      }
    },
  };
}
