import { type Confidence, type Judgment, LIKELIHOODS } from "../../deck/types.ts";
import { LIKELIHOOD_RANGES, labelsOf } from "../../render/labels.ts";
import { isolateMarks } from "../marks.ts";
import type { Canvas } from "./canvas.ts";
import { heightOf, type Para, paragraphsOf, textPara } from "./paragraphs.ts";
import { LOOSE, type Region, styleOf } from "./region.ts";
import { type Box, splitAcross } from "./units.ts";

const PADDING = 28;
const LABEL = 44;
const BAR = 14;
const FOOT = LABEL + BAR + 24;
const CONFIDENCES: readonly Confidence[] = ["low", "medium", "high"];

/** A scale below the statement: its words, and which of its steps are on. */
interface Scale {
  readonly text: string;
  readonly steps: readonly boolean[];
}

/** A statement, and below it how likely it is and how sure of it its authors are: two scales, never one sentence (ICD 203). */
export function judgmentRegion(block: Judgment, canvas: Canvas): Region {
  const slot = canvas.takeSlot("body");
  const paras = paragraphsOf(block.blocks, { flow: canvas.flow, link: canvas.link, style: styleOf(slot, LOOSE) });
  const scales = scalesOf(block, canvas);
  const foot = scales.length === 0 ? 0 : FOOT;
  return {
    slot: null,
    grows: false,
    height: (width, scale) => heightOf(paras, width - 2 * PADDING, scale) + 2 * PADDING + foot,
    place: (box, scale) => {
      const fill = slot?.fill === undefined ? { look: { fill: "bg2" as const } } : {};
      const card = { ...box, h: box.h - foot };
      canvas.addText(paras, card, { name: "Judgment", slot, scale, inset: PADDING, anchor: "ctr", ...fill });
      canvas.addDecoration({ ...card, w: 8 }, { fill: "accent1" });
      for (const [at, place] of splitAcross({ ...box, y: box.y + box.h - FOOT + 20, h: FOOT - 20 }, 2, 48).entries()) {
        const shown = scales[at];
        if (shown !== undefined) placeScale(shown, place, canvas);
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
  canvas.addText([labelPara(text, canvas)], { ...box, h: LABEL }, { name: "Scale", scale: 1, inset: 0, anchor: "ctr" });
  const bars = splitAcross({ ...box, y: box.y + LABEL + 4, h: BAR }, steps.length, 6);
  for (const [at, bar] of bars.entries()) canvas.addDecoration(bar, { fill: steps[at] ? "accent1" : "accent5" });
}

function labelPara(text: string, canvas: Canvas): Para {
  const style = { ...LOOSE, sizes: [24] };
  return textPara(text, { flow: canvas.flow, link: canvas.link, style }, undefined, { bold: true });
}
