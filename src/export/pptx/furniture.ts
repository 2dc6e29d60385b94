import type { Deck, Layout, Slide } from "../../deck/types.ts";
import { labelsOf } from "../../render/labels.ts";
import { viewMarking } from "../../render/views/slide.ts";
import { joinFacts } from "../facts.ts";
import { isolateMarks, markedText } from "../marks.ts";
import { type Canvas, emptyParagraph, place } from "./canvas.ts";
import type { Flow } from "./language.ts";
import { type Frame, MARKING, RAIL } from "./layouts.ts";
import { paragraphMarkup } from "./markup.ts";
import { plainRuns } from "./runs.ts";
import { type Box, CANVAS, emu, fontSize } from "./units.ts";
import type { ParagraphView, PlaceholderView, SchemeColor, ShapeView, TextShapeView } from "./view.ts";

/** The foot of the slide: the number in the margin where reading starts, then the footer, then room for a date. */
export function footBoxes({ foot }: Frame): { readonly number: Box; readonly footer: Box; readonly date: Box } {
  return {
    number: { ...foot, x: 16, w: RAIL - 36 - 16 },
    footer: { ...foot, w: 800 },
    date: { ...foot, x: foot.x + foot.w - 240, w: 240 },
  };
}

export const FOOTER_SIZE = 22;

export const FOOTERS = {
  date: { type: "dt", size: "half", idx: 10 },
  footer: { type: "ftr", size: "quarter", idx: 11 },
  number: { type: "sldNum", size: "quarter", idx: 12 },
} as const satisfies Record<string, PlaceholderView>;

/** The placeholders that a layout has for them. */
export interface FooterSlots {
  readonly footer: PlaceholderView | null;
  readonly number: PlaceholderView | null;
}

/** Layouts without a footer: the first and the last thing that is seen. */
const BARE: ReadonlySet<Layout> = new Set(["cover", "end"]);

/** The running footer and the number of a slide. */
export function footersOf(
  slide: Slide,
  { deck, number, footers }: { readonly deck: Deck; readonly number: number; readonly footers: FooterSlots },
  canvas: Canvas,
): ShapeView[] {
  if (BARE.has(slide.layout)) return [];
  const { flow } = canvas;
  const base = deck.meta.footer === "" ? deck.meta.title : deck.meta.footer;
  const running = slide.backup ? labelsOf(deck.meta.lang).backup : slide.layout === "part" ? "" : slide.part;
  const footer = markedText(joinFacts([running, base], deck.meta), deck.meta.dir);
  const shapes: ShapeView[] = [];
  if (footer !== "" && footers.footer !== null) {
    shapes.push(holder(canvas, "Footer", footers.footer, { ...emptyParagraph(flow), runs: plainRuns(footer, flow) }));
  }
  if (footers.number !== null) {
    shapes.push(holder(canvas, "Number", footers.number, numberParagraph(String(number), flow)));
  }
  return shapes;
}

/** A paragraph with the field of the slide's number, on the side where reading ends. */
export function numberParagraph(text: string, flow: Flow): ParagraphView {
  return { ...emptyParagraph(flow), align: flow.end, runs: [{ kind: "field", text, lang: "en-US" }] };
}

function holder(canvas: Canvas, name: string, placeholder: PlaceholderView, paragraph: ParagraphView): TextShapeView {
  const id = canvas.nextId();
  return {
    kind: "sp",
    id,
    name: `${name} ${id}`,
    placeholder,
    body: { anchor: null, autofit: false, rtl: canvas.flow.rtl, paragraphs: [paragraphMarkup(paragraph)] },
  };
}

/** FIRST's colours of TLP 2.0, on black: the same in every theme. */
const TLP: Readonly<Record<string, string>> = {
  "tlp-red": "FF2B2B",
  "tlp-amber": "FFC000",
  "tlp-amber-strict": "FFC000",
  "tlp-green": "33FF00",
  "tlp-clear": "FFFFFF",
};

/** Colours of the bands of marking, unless it is one of the Traffic Light Protocol. */
export interface MarkingLook {
  readonly ground: SchemeColor;
  readonly letters: SchemeColor;
}

/** On somebody else's master: its ink and its paper. */
const FOREIGN_LOOK: MarkingLook = { ground: "tx1", letters: "bg1" };

/** The marking above and below every slide. It stands in the master, where no slide can lose it. */
export function markingShapes(
  marking: string,
  flow: Flow,
  firstId: number,
  { height = CANVAS.height, look = FOREIGN_LOOK }: { readonly height?: number; readonly look?: MarkingLook } = {},
): TextShapeView[] {
  const view = viewMarking(marking);
  if (view === null) return [];
  const rgb = TLP[view.kind];
  const letters = rgb === undefined ? { color: look.letters } : { rgb };
  const ground = rgb === undefined ? { fill: look.ground } : { rgb: "000000" };
  const { open, close } = view.foreign ? isolateMarks(flow.dir, "ltr") : { open: "", close: "" };
  const runs = plainRuns(open + view.label + close, flow, { bold: true, size: fontSize(24), ...letters });
  return [0, height - MARKING].map((y, at) => ({
    kind: "sp",
    id: firstId + at,
    name: `Marking ${at + 1}`,
    textBox: true,
    transform: place({ x: 0, y, w: flow.width, h: MARKING }, flow),
    geometry: "rect",
    ...ground,
    noLine: true,
    body: {
      anchor: "ctr",
      inset: emu(2),
      autofit: false,
      rtl: flow.rtl,
      paragraphs: [paragraphMarkup({ ...emptyParagraph(flow), align: "ctr", runs })],
    },
  }));
}
