import { type Confidence, type Judgment, LIKELIHOODS } from "../../deck/types.ts";
import { LIKELIHOOD_RANGES, labelsOf } from "../../render/labels.ts";
import { isolateMarks } from "../marks.ts";
import type { Canvas } from "./canvas.ts";
import { HAIRLINE } from "./layouts.ts";
import { heightOf, type Para, paragraphsOf, textPara } from "./paragraphs.ts";
import { LOOSE, LOOSE_SMALL, type Region, styleOf } from "./region.ts";
import { type Box, splitAcross } from "./units.ts";

const PADDING = 16;
const SCALES = 380;
const GAP = 40;
const LABEL = 38;
const BAR = 10;
const SCALE = LABEL + BAR + 14;
const CONFIDENCES: readonly Confidence[] = ["low", "medium", "high"];

/** A scale beside the statement: its words, and which of its steps are on. */
interface Scale {
  readonly text: string;
  readonly steps: readonly boolean[];
}

/** A statement, and beside it how likely it is and how sure of it its authors are: two scales, never one sentence (ICD 203). */
export function judgmentRegion(block: Judgment, canvas: Canvas): Region {
  const slot = canvas.takeSlot("body");
  const paras = paragraphsOf(block.blocks, canvas.writer(styleOf(slot, LOOSE)));
  const scales = scalesOf(block, canvas);
  const textWidth = (width: number): number => (scales.length === 0 ? width : width - SCALES - GAP);
  return {
    slot: null,
    grows: false,
    height: (width, scale) => Math.max(heightOf(paras, textWidth(width), scale), scales.length * SCALE) + 2 * PADDING,
    place: (box, scale) => {
      canvas.addDecoration({ ...box, h: HAIRLINE }, { fill: "accent5" });
      const room = { ...box, y: box.y + PADDING, h: box.h - 2 * PADDING };
      const h = Math.min(room.h, Math.max(heightOf(paras, textWidth(box.w), scale), scales.length * SCALE));
      const text = { ...room, w: textWidth(box.w), h };
      canvas.addText(paras, text, { name: "Judgment", slot, scale, inset: 0, anchor: "ctr" });
      for (const [at, shown] of scales.entries()) {
        const y = room.y + (h - scales.length * SCALE) / 2 + at * SCALE;
        placeScale(shown, { x: box.x + box.w - SCALES, y, w: SCALES, h: SCALE }, canvas);
      }
    },
  };
}

function scalesOf({ likelihood, confidence }: Judgment, { flow }: Canvas): Scale[] {
  const labels = labelsOf(flow.lang);
  const scales: Scale[] = [];
  if (likelihood !== null) {
    const { open, close } = isolateMarks(flow.dir, "ltr");
    const range = `${open}${LIKELIHOOD_RANGES[likelihood]}${close}`;
    scales.push({
      text: `${labels.likelihood}: ${labels.likelihoods[likelihood]} (${range})`,
      steps: LIKELIHOODS.map((step) => step === likelihood),
    });
  }
  if (confidence !== null) {
    const level = CONFIDENCES.indexOf(confidence);
    scales.push({
      text: `${labels.confidence}: ${labels.confidences[confidence]}`,
      steps: CONFIDENCES.map((_, at) => at <= level),
    });
  }
  return scales;
}

/** The bars run with the reading: the least on the side where it starts. */
function placeScale({ text, steps }: Scale, box: Box, canvas: Canvas): void {
  canvas.addText([labelPara(text, canvas)], { ...box, h: LABEL }, { name: "Scale", scale: 1, inset: 0, anchor: "b" });
  const bars = splitAcross({ ...box, y: box.y + LABEL + 4, h: BAR }, steps.length, 4);
  for (const [at, bar] of bars.entries()) canvas.addDecoration(bar, { fill: steps[at] ? "accent1" : "accent5" });
}

function labelPara(text: string, canvas: Canvas): Para {
  return textPara(text, canvas.writer({ ...LOOSE_SMALL, sizes: [24] }), undefined, { bold: true });
}
