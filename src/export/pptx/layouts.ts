import type { Layout } from "../../deck/types.ts";
import { type Box, CANVAS, dropTop, splitAcross } from "./units.ts";
import type { Look, PlaceholderView, SchemeColor } from "./view.ts";

/** A placeholder of a layout. */
export interface Slot {
  readonly type: "title" | "subtitle" | "head" | "body" | "object" | "picture" | "facts";
  readonly placeholder: PlaceholderView;
  readonly box: Box;
  readonly anchor: "t" | "ctr" | "b";
  /** Pixels, by level. */
  readonly sizes: readonly number[];
  readonly bulleted: boolean;
  readonly color?: SchemeColor;
  /** Whether it is set in the theme's display font. */
  readonly heading?: boolean;
  readonly bold?: boolean;
  /** Whether an opening quotation mark hangs beside the first line of a quote in it. */
  readonly quoted?: boolean;
  readonly fill?: SchemeColor;
  /** Pixels above an item of the first level; `ITEM_GAP` where absent. */
  readonly before?: number;
  /** Pixels of padding; 0 where absent. */
  readonly inset?: number;
}

export interface Decoration {
  readonly box: Box;
  readonly look: Look;
}

/** One slide layout of the file: what a layout of the deck becomes in PowerPoint. */
export interface LayoutSpec {
  readonly layout: Layout;
  /** `ST_SlideLayoutType` where one fits (ECMA-376 §19.7.15), else the layout is "user drawn". */
  readonly type: string | null;
  /** A poster: light letters on one colour to the edges. */
  readonly isPoster: boolean;
  readonly slots: readonly Slot[];
  readonly decorations: readonly Decoration[];
}

/** The grid of the slide: the HTML deck's own (`templates/theme/tokens.css`), in pixels of the canvas. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Whether master and theme are somebody else's. */
  readonly isForeign: boolean;
  /** Size of text against our own master's. */
  readonly textScale: number;
  /** Room for a title of one line; a second line pushes the body down. */
  readonly title: Box;
  readonly body: Box;
  readonly foot: Box;
  /** Height of the bands of marking; 0 without. What a layout draws must keep off them: it is drawn over the master. */
  readonly marking: number;
}

export const RAIL = 136;
export const EDGE = 80;
export const GAP = 24;
export const RULE = 4;
export const HAIRLINE = 1.5;
export const TITLE_SIZE = 46;
export const BODY_SIZES = [36, 32, 28] as const;
export const MARKING = 34;
/** Pixels above an item of a list, and above a plain paragraph. */
export const ITEM_GAP = 8;
export const PARAGRAPH_GAP = 10;
const WIDTH = CANVAS.width - RAIL - EDGE;

/** @param marked Whether bands of marking take their place at the head and at the foot. */
export function frameOf(marked: boolean): Frame {
  const top = marked ? 18 : 0;
  const bottom = marked ? MARKING : 0;
  const bodyTop = 136 + top;
  const footTop = CANVAS.height - 60 - bottom;
  return {
    ...CANVAS,
    isForeign: false,
    textScale: 1,
    title: { x: RAIL, y: 44 + top, w: WIDTH, h: 68 },
    body: { x: RAIL, y: bodyTop, w: WIDTH, h: footTop - bodyTop - 8 },
    foot: { x: RAIL, y: footTop, w: WIDTH, h: 44 },
    marking: bottom,
  };
}

/** Colours of the picture on the cover. */
export interface CoverArt {
  readonly ground: SchemeColor;
  readonly rule: SchemeColor;
  readonly disc: SchemeColor;
}

interface Bases {
  readonly frame: Frame;
  readonly art: CoverArt;
  readonly title: Slot;
  readonly body: Slot;
}

function basesOf(frame: Frame, art: CoverArt): Bases {
  const title: Slot = {
    type: "title",
    placeholder: { type: "title" },
    box: frame.title,
    anchor: "b",
    sizes: [TITLE_SIZE],
    bulleted: false,
  };
  const body: Slot = {
    type: "body",
    placeholder: { type: "body", idx: 1 },
    box: frame.body,
    anchor: "t",
    sizes: BODY_SIZES,
    bulleted: true,
  };
  return { frame, art, title, body };
}

/** Index of the `at`th body of a layout: 1, 13, 14 … (2 to 12 belong to notes and footers by custom). */
function bodyIndex(at: number): PlaceholderView {
  return { type: "body", idx: at === 0 ? 1 : 12 + at };
}

function across({ body }: Bases, count: number, gap: number, change: Partial<Slot> = {}): Slot[] {
  return splitAcross(body.box, count, gap).map((box, at) => ({ ...body, box, placeholder: bodyIndex(at), ...change }));
}

type Maker = (bases: Bases) => Omit<LayoutSpec, "layout">;

function plain(type: string | null, change: Partial<Slot> = {}, title: Partial<Slot> = {}): Maker {
  return ({ title: base, body }) => ({
    type,
    isPoster: false,
    slots: [
      { ...base, ...title },
      { ...body, ...change },
    ],
    decorations: [],
  });
}

export const PANEL_SIZES = [34, 30, 26] as const;
export const PANEL_GAP = 40;
export const CARD = { fill: "bg2", inset: 24, sizes: PANEL_SIZES } as const;
export const COVER_WIDTH = 720;
const COVER_TITLE: Box = { x: 96, y: 150, w: COVER_WIDTH, h: 220 };

/** Every layout of the deck, in the order of the types. */
const MAKERS: Readonly<Record<Layout, Maker>> = {
  cover: ({ title, body, frame, art }) => ({
    type: "title",
    isPoster: false,
    slots: [
      { ...title, placeholder: { type: "ctrTitle" }, box: COVER_TITLE, anchor: "t", sizes: [96] },
      {
        ...body,
        type: "subtitle",
        placeholder: { type: "subTitle", idx: 1 },
        box: { x: 96, y: 390, w: COVER_WIDTH, h: 140 },
        bulleted: false,
        sizes: [36, 30, 28],
      },
      {
        ...body,
        type: "facts",
        placeholder: bodyIndex(1),
        box: { x: 96, y: 60, w: COVER_WIDTH, h: 44 },
        bulleted: false,
        sizes: [26],
        color: "tx2",
      },
      {
        ...body,
        type: "facts",
        placeholder: bodyIndex(2),
        box: { x: 96, y: 540, w: COVER_WIDTH, h: 122 },
        anchor: "b",
        bulleted: false,
        sizes: [24],
        color: "tx2",
      },
    ],
    decorations: [
      { box: { x: 96, y: 114, w: COVER_WIDTH, h: HAIRLINE }, look: { fill: "accent5" } },
      ...coverArt(frame, art),
    ],
  }),
  part: ({ title, body, frame }) => ({
    type: "secHead",
    isPoster: true,
    slots: [
      { ...title, box: { x: RAIL, y: 110, w: 780, h: 226 }, sizes: [84] },
      { ...body, box: { x: RAIL, y: 362, w: 720, h: frame.foot.y - 392 }, bulleted: false, sizes: [32, 28, 26] },
    ],
    decorations: [],
  }),
  agenda: plain(null, { before: 26 }),
  "bottom-line": plain(null, { bulleted: false, color: "tx2" }, { sizes: [60] }),
  points: plain("obj", { before: 22 }),
  compare: (bases) => ({
    type: "twoTxTwoObj",
    isPoster: false,
    slots: [bases.title, ...compareSlots(bases)],
    decorations: [],
  }),
  columns: (bases) => ({
    type: "twoObj",
    isPoster: false,
    slots: [
      bases.title,
      ...across(bases, 2, PANEL_GAP, { sizes: PANEL_SIZES }).map((slot) => ({ ...slot, box: dropTop(slot.box, 24) })),
    ],
    decorations: [],
  }),
  quote: plain(null, { anchor: "ctr", bulleted: false, sizes: [50, 32], heading: true, quoted: true }),
  figure: ({ title, body, frame: { body: box } }) => ({
    type: "picTx",
    isPoster: false,
    slots: [
      title,
      {
        ...body,
        type: "picture",
        placeholder: { type: "pic", idx: 13 },
        box: { ...box, h: box.h - 64 },
        bulleted: false,
      },
      { ...body, box: { ...box, y: box.y + box.h - 48, h: 48 }, bulleted: false, sizes: [28], color: "tx2" },
    ],
    decorations: [],
  }),
  number: ({ title, body, frame: { body: box } }) => ({
    type: null,
    isPoster: false,
    slots: [
      title,
      {
        ...body,
        type: "head",
        placeholder: bodyIndex(1),
        box: { ...box, h: 210 },
        anchor: "b",
        bulleted: false,
        sizes: [168],
        color: "accent1",
        heading: true,
        bold: true,
      },
      { ...body, box: { ...box, y: box.y + 226, h: box.h - 226 }, bulleted: false },
    ],
    decorations: [],
  }),
  timeline: (bases) => ({
    type: null,
    isPoster: false,
    slots: [bases.title, ...across(bases, 5, GAP, { bulleted: false, sizes: [30, 27, 24] })],
    decorations: [],
  }),
  table: ({ title, body }) => ({
    type: "tbl",
    isPoster: false,
    slots: [title, { ...body, type: "object", placeholder: { type: "tbl", idx: 1 }, bulleted: false }],
    decorations: [],
  }),
  options: (bases) => ({
    type: null,
    isPoster: false,
    slots: [bases.title, ...across(bases, 3, 28, CARD)],
    decorations: [],
  }),
  judgment: plain(null, { bulleted: false }),
  questions: plain(null, { before: 26 }),
  sources: plain(null, { sizes: [28, 26, 24] }),
  end: ({ title, body, frame }) => ({
    type: null,
    isPoster: true,
    slots: [
      { ...title, box: { x: RAIL, y: 112, w: 960, h: 150 }, anchor: "t", sizes: [68] },
      { ...body, box: { x: RAIL, y: 290, w: 960, h: 210 }, bulleted: false },
      {
        ...body,
        type: "facts",
        placeholder: bodyIndex(1),
        box: { x: RAIL, y: frame.foot.y - 72, w: WIDTH, h: 84 },
        bulleted: false,
        sizes: [24],
        color: "tx2",
      },
    ],
    decorations: [{ box: { x: RAIL, y: frame.foot.y - 92, w: WIDTH, h: HAIRLINE }, look: { fill: "bg2" } }],
  }),
};

/** Two heads with a rule under each, two bodies, and room for a line between them. */
function compareSlots(bases: Bases): Slot[] {
  const [first, second] = splitAcross(bases.body.box, 2, 2 * 36);
  return [first, second].flatMap((box, at): Slot[] => {
    if (box === undefined) return [];
    const head = { ...box, h: 52 };
    const rest = { ...box, y: box.y + 76, h: box.h - 76 };
    return [
      {
        ...bases.body,
        type: "head",
        placeholder: bodyIndex(2 * at),
        box: head,
        anchor: "b",
        bulleted: false,
        sizes: [36],
        heading: true,
        bold: true,
      },
      { ...bases.body, placeholder: bodyIndex(2 * at + 1), box: rest, sizes: PANEL_SIZES },
    ];
  });
}

/** The horizon of the cover: a disc that sinks behind a sea of lines. The numbers are those of `layouts/cover.hbs`. */
function coverArt({ marking }: Frame, art: CoverArt): Decoration[] {
  const left = CANVAS.width - 400;
  const strip = (y: number, h: number, fill: SchemeColor): Decoration => ({
    box: { x: left, y, w: 400, h },
    look: { fill },
  });
  const rules = [392, 417, 446, 479, 516, 557, 602, 651, 704];
  const cuts: readonly (readonly [y: number, h: number])[] = [
    [390, 4],
    [414, 6],
    [442, 9],
    [474, 12],
    [510, 16],
  ];
  return [
    strip(marking, CANVAS.height - 2 * marking, art.ground),
    ...rules.filter((y) => y < CANVAS.height - marking).map((y) => strip(y, HAIRLINE, art.rule)),
    { box: { x: left + 32, y: 184, w: 336, h: 336 }, look: { geometry: "ellipse", fill: art.disc } },
    ...cuts.map(([y, h]) => strip(y, h, art.ground)),
  ];
}

/** All layouts of a file. */
export function layoutSpecs(frame: Frame, art: CoverArt): readonly LayoutSpec[] {
  const bases = basesOf(frame, art);
  return (Object.keys(MAKERS) as Layout[]).map((layout) => ({ layout, ...MAKERS[layout](bases) }));
}
