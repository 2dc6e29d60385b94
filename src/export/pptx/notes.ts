import type { Deck, Slide } from "../../deck/types.ts";
import { markingShapes, numberParagraph } from "./furniture.ts";
import type { Flow } from "./language.ts";
import { paragraphMarkup } from "./markup.ts";
import type { LevelView, SlotView } from "./master.ts";
import { namesOf } from "./names.ts";
import { paragraphsOf, type TextStyle } from "./paragraphs.ts";
import { type Linker, plainRuns } from "./runs.ts";
import type { ParagraphView, PlaceholderView, TextShapeView, Transform } from "./view.ts";

/** A notes page is an upright sheet of 7.5 × 10 inches, in EMU. */
const BODY: Transform = { x: 685_800, y: 4_400_550, cx: 5_486_400, cy: 3_900_000 };
const NUMBER_WIDTH = 1_400_000;

/** Notes are for reading at arm's length: pixels that come to 12 points. */
const NOTES_STYLE: TextStyle = { sizes: [16], inherits: true, bulleted: false, align: "start" };

export interface NotesMasterView {
  readonly decorations: readonly TextShapeView[];
  readonly image: { readonly id: number; readonly name: string };
  readonly slots: readonly SlotView[];
  readonly levels: readonly LevelView[];
}

/** What `notes-master.hbs` is given: the marking stands on notes pages, too. */
export function notesMasterView({ meta }: Deck, flow: Flow): NotesMasterView {
  const names = namesOf(flow.lang);
  return {
    decorations: markingShapes(meta.marking, flow, 20).map((shape, at) => ({
      ...shape,
      transform: { x: 0, y: at === 0 ? 0 : 8_896_350, cx: 6_858_000, cy: 247_650 },
    })),
    image: { id: 2, name: "Slide" },
    slots: [
      holder(3, "Notes", { type: "body", size: "quarter", idx: 3 }, BODY, flow, [
        { ...blank(flow), runs: plainRuns(names.text, flow) },
      ]),
      holder(4, "Number", { type: "sldNum", size: "quarter", idx: 5 }, numberPlace(flow), flow, [
        numberParagraph("‹#›", flow),
      ]),
    ],
    levels: [0, 1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({
      n: n + 1,
      margin: n * 457_200,
      indent: 0,
      align: flow.start,
      rtl: flow.rtl,
      before: 400,
      size: 1200,
      color: "tx1",
      font: "mn",
    })),
  };
}

/** What `notes-slide.hbs` is given: the spoken text, a paragraph each, in the deck's direction. */
export function notesSlideView(slide: Slide, flow: Flow, link: Linker, number: number) {
  const paras = paragraphsOf(slide.notes.blocks, { flow, link, style: NOTES_STYLE });
  const paragraphs = paras.map(({ view }) => paragraphMarkup(view));
  const body: TextShapeView = {
    kind: "sp",
    id: 3,
    name: "Notes 3",
    placeholder: { type: "body", idx: 1 },
    body: { anchor: null, autofit: false, rtl: flow.rtl, paragraphs },
  };
  const page: TextShapeView = {
    kind: "sp",
    id: 4,
    name: "Number 4",
    placeholder: { type: "sldNum", size: "quarter", idx: 5 },
    body: {
      anchor: null,
      autofit: false,
      rtl: flow.rtl,
      paragraphs: [paragraphMarkup(numberParagraph(String(number), flow))],
    },
  };
  return { imageName: "Slide 2", shapes: [body, page] };
}

function blank(flow: Flow): ParagraphView {
  return { level: 0, align: flow.start, rtl: flow.rtl, lang: flow.tag, runs: [] };
}

function numberPlace(flow: Flow): Transform {
  const x = flow.dir === "rtl" ? 685_800 : 6_858_000 - 685_800 - NUMBER_WIDTH;
  return { x, y: 8_450_000, cx: NUMBER_WIDTH, cy: 380_000 };
}

function holder(
  id: number,
  name: string,
  placeholder: PlaceholderView,
  transform: Transform,
  flow: Flow,
  paragraphs: readonly ParagraphView[],
): SlotView {
  return {
    id,
    name,
    placeholder,
    transform,
    inset: 0,
    rtl: flow.rtl,
    anchor: "t",
    levels: [],
    paragraphs: paragraphs.map(paragraphMarkup),
  };
}
