import type { Layout } from "../../deck/types.ts";
import { type Box, CANVAS, splitAcross } from "./units.ts";
import type { Look, PlaceholderView, SchemeColor } from "./view.ts";

/** A placeholder of a layout. */
export interface Slot {
  readonly type: "title" | "subtitle" | "body" | "object" | "picture";
  readonly placeholder: PlaceholderView;
  readonly box: Box;
  readonly anchor: "t" | "ctr" | "b";
  /** Pixels, by level. */
  readonly sizes: readonly number[];
  readonly bulleted: boolean;
  readonly align: "start" | "center";
  readonly color?: SchemeColor;
  readonly bold?: boolean;
  readonly heading?: boolean;
  readonly fill?: SchemeColor;
  readonly inset?: number;
}

export interface Decoration {
  readonly box: Box;
  readonly look: Look;
}

/** One slide layout of the file: what a deck's layout becomes in a PowerPoint of its own. */
export interface LayoutSpec {
  readonly layout: Layout;
  /** `ST_SlideLayoutType` where one fits (ECMA-376 §19.7.15), else the layout is "user drawn". */
  readonly type: string | null;
  /** Light text on the theme's deep colour. */
  readonly isDark: boolean;
  readonly slots: readonly Slot[];
  readonly decorations: readonly Decoration[];
}

/** The grid of the slide, in pixels of the canvas: the HTML deck's own. */
export const GRID = { side: 80, titleTop: 52, titleHeight: 104, bodyTop: 184, bodyHeight: 444, gap: 28 } as const;
const WIDTH = CANVAS.width - 2 * GRID.side;

export const TITLE_BOX: Box = { x: GRID.side, y: GRID.titleTop, w: WIDTH, h: GRID.titleHeight };
export const BODY_BOX: Box = { x: GRID.side, y: GRID.bodyTop, w: WIDTH, h: GRID.bodyHeight };
export const BODY_SIZES = [30, 26, 24] as const;
export const TITLE_SIZE = 44;

const TITLE: Slot = {
  type: "title",
  placeholder: { type: "title" },
  box: TITLE_BOX,
  anchor: "b",
  sizes: [TITLE_SIZE],
  bulleted: false,
  align: "start",
};
const BODY: Slot = {
  type: "body",
  placeholder: { type: "body", idx: 1 },
  box: BODY_BOX,
  anchor: "t",
  sizes: BODY_SIZES,
  bulleted: true,
  align: "start",
};

function slot(base: Slot, change: Partial<Slot>): Slot {
  return { ...base, ...change };
}

/** Body slots side by side, with the indexes 1, 13, 14 … (2 and 10 to 12 belong to the notes and the footers). */
function across(count: number, change: Partial<Slot> = {}): Slot[] {
  return splitAcross(BODY_BOX, count, GRID.gap).map((box, at) =>
    slot(BODY, { box, placeholder: { type: "body", idx: at === 0 ? 1 : 12 + at }, ...change }),
  );
}

const CARD: Partial<Slot> = { fill: "bg2", inset: 24, sizes: [26, 24, 24] };
const RULE: Decoration = { box: { x: GRID.side, y: 402, w: 120, h: 6 }, look: { fill: "accent1" } };

function plain(layout: Layout, type: string | null = null, body: Partial<Slot> = {}): LayoutSpec {
  return { layout, type, isDark: false, slots: [TITLE, slot(BODY, body)], decorations: [] };
}

const FRONT_TITLE = { box: { x: GRID.side, y: 170, w: WIDTH, h: 216 }, anchor: "b", sizes: [64] } as const;
const FRONT_BODY = { box: { x: GRID.side, y: 426, w: WIDTH, h: 130 }, bulleted: false, sizes: [30, 26, 24] } as const;

/** Every layout of the deck, in the order of the types. */
export const LAYOUT_SPECS: readonly LayoutSpec[] = [
  {
    layout: "cover",
    type: "title",
    isDark: true,
    slots: [
      slot(TITLE, { ...FRONT_TITLE, placeholder: { type: "ctrTitle" } }),
      slot(BODY, { ...FRONT_BODY, type: "subtitle", placeholder: { type: "subTitle", idx: 1 } }),
      slot(BODY, {
        box: { x: GRID.side, y: 570, w: WIDTH, h: 76 },
        placeholder: { type: "body", idx: 13 },
        anchor: "b",
        bulleted: false,
        sizes: [24],
      }),
    ],
    decorations: [RULE],
  },
  {
    layout: "part",
    type: "secHead",
    isDark: true,
    slots: [slot(TITLE, FRONT_TITLE), slot(BODY, FRONT_BODY)],
    decorations: [RULE],
  },
  plain("agenda"),
  plain("bottom-line", null, { sizes: [34, 28, 24] }),
  plain("points", "obj"),
  {
    layout: "compare",
    type: "twoTxTwoObj",
    isDark: false,
    slots: [TITLE, ...across(2, CARD)],
    decorations: [],
  },
  { layout: "columns", type: "twoObj", isDark: false, slots: [TITLE, ...across(2)], decorations: [] },
  plain("quote", null, {
    box: { x: GRID.side + 60, y: GRID.bodyTop, w: WIDTH - 120, h: GRID.bodyHeight },
    anchor: "ctr",
    bulleted: false,
    sizes: [44, 28],
    heading: true,
  }),
  {
    layout: "figure",
    type: "picTx",
    isDark: false,
    slots: [
      TITLE,
      slot(BODY, {
        type: "picture",
        placeholder: { type: "pic", idx: 13 },
        box: { ...BODY_BOX, h: BODY_BOX.h - 60 },
        bulleted: false,
      }),
      slot(BODY, { box: { ...BODY_BOX, y: BODY_BOX.y + BODY_BOX.h - 52, h: 52 }, bulleted: false, sizes: [24] }),
    ],
    decorations: [],
  },
  plain("number", null, { anchor: "ctr", bulleted: false, align: "center" }),
  plain("timeline", null),
  {
    layout: "table",
    type: "tbl",
    isDark: false,
    slots: [TITLE, slot(BODY, { type: "object", placeholder: { type: "tbl", idx: 1 }, bulleted: false })],
    decorations: [],
  },
  { layout: "options", type: null, isDark: false, slots: [TITLE, ...across(3, CARD)], decorations: [] },
  plain("judgment", null, { fill: "bg2", inset: 28 }),
  plain("questions"),
  plain("sources", null, { sizes: [24] }),
  {
    layout: "end",
    type: null,
    isDark: true,
    slots: [slot(TITLE, FRONT_TITLE), slot(BODY, FRONT_BODY)],
    decorations: [RULE],
  },
];

export function layoutSpec(layout: Layout): LayoutSpec {
  const spec = LAYOUT_SPECS.find((candidate) => candidate.layout === layout);
  if (spec === undefined) throw new Error(`No PowerPoint layout for ${layout}`);
  return spec;
}
