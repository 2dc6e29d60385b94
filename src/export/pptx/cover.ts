import type { Deck, Meta, Slide } from "../../deck/types.ts";
import { labelsOf } from "../../render/labels.ts";
import type { Numbering } from "../../render/views/numbering.ts";
import { joinFacts } from "../facts.ts";
import type { Canvas } from "./canvas.ts";
import type { Slot } from "./layouts.ts";
import { countLines } from "./measure.ts";
import { heightOf, type Para, para, paragraphsOf, textPara, titlePara } from "./paragraphs.ts";
import { fitScale, LOOSE, styleOf } from "./region.ts";
import { dropTop } from "./units.ts";

/** Lines of a display face stand closer than those of text. */
const DISPLAY_LINE = 1.1;

/** The cover: series and date above, the title as large as it fits, the subtitle under it, who speaks at the foot. */
export function placeCover(slide: Slide, deck: Deck, canvas: Canvas): void {
  const [title, subtitle, series, imprint] = [
    canvas.takeSlot("title"),
    canvas.takeSlot("subtitle"),
    canvas.takeSlot("facts"),
    canvas.takeSlot("facts"),
  ];
  const { meta } = deck;
  if (title === null) return;
  if (subtitle === null || series === null || imprint === null) {
    placePlainCover(slide, deck, canvas, title, subtitle);
    return;
  }
  const bottom = placeFrontTitle(slide, title, canvas);
  const writer = canvas.writer(styleOf(subtitle));
  const under = [...line([meta.subtitle], subtitle, canvas, meta), ...paragraphsOf(slide.body, writer)];
  const room = { ...subtitle.box, y: bottom + 20, h: imprint.box.y - bottom - 30 };
  const scale = fitScale((candidate) => heightOf(under, room.w, candidate), room.h);
  if (under.length > 0) canvas.addText(under, room, { name: "Subtitle", slot: subtitle, scale });
  placeLines(line([seriesName(meta), meta.date], series, canvas, meta), series, canvas);
  placeLines(
    [
      ...line(meta.authors, imprint, canvas, meta, true),
      ...line([meta.organization], imprint, canvas, meta),
      ...line([meta.source === "" ? "" : `${labelsOf(meta.lang).source} ${meta.source}`], imprint, canvas, meta),
    ],
    imprint,
    canvas,
  );
}

/** A cover on a layout of somebody else's, which has no room for series and imprint: all of it under the title. */
function placePlainCover(slide: Slide, { meta }: Deck, canvas: Canvas, title: Slot, under: Slot | null): void {
  const view = titlePara(slide.title, canvas.writer(styleOf(title)));
  canvas.addText([view], title.box, { name: "Title", slot: title, scale: 1 });
  const slot = under ?? canvas.takeSlot("body");
  const facts = [[meta.subtitle], meta.authors, [meta.organization, seriesName(meta), meta.date]];
  const writer = canvas.writer(styleOf(slot));
  const lines = facts.filter((row) => row.some(Boolean)).map((row) => para(joinFacts(row, meta), writer));
  const paras = [...lines, ...paragraphsOf(slide.body, writer)];
  const box = slot?.box ?? dropTop(title.box, title.box.h);
  if (paras.length === 0) return;
  const scale = fitScale((candidate) => heightOf(paras, box.w, candidate), Math.max(60, box.h));
  canvas.addText(paras, box, { name: "Subtitle", slot, scale });
}

/** @returns where the title ends. */
function placeFrontTitle({ title }: Slide, slot: Slot, canvas: Canvas): number {
  const view = titlePara(title, canvas.writer(styleOf(slot)));
  const size = slot.sizes[0] ?? view.size;
  const height = (scale: number): number => {
    const lines = countLines(view.text, size * scale, slot.box.w);
    return lines * size * scale * DISPLAY_LINE;
  };
  const scale = fitScale(height, slot.box.h + 20);
  const h = Math.min(slot.box.h, Math.max(90, height(scale)));
  canvas.addText([view], { ...slot.box, h }, { name: "Title", slot, scale });
  return slot.box.y + h;
}

function seriesName({ series, number }: Meta): string {
  return [series, number].filter(Boolean).join(" ");
}

function line(facts: readonly string[], slot: Slot, canvas: Canvas, meta: Meta, bold = false): Para[] {
  if (!facts.some(Boolean)) return [];
  return [para(joinFacts(facts, meta), canvas.writer(styleOf(slot)), undefined, bold ? { bold, color: "tx1" } : {})];
}

function placeLines(lines: readonly Para[], slot: Slot, canvas: Canvas): void {
  if (lines.length === 0) return;
  const scale = fitScale((candidate) => heightOf(lines, slot.box.w, candidate), slot.box.h);
  canvas.addText(lines, slot.box, { name: "Facts", slot, scale });
}

/** The end slide's foot: which briefing this was, and whose. */
export function placeImprint({ meta }: Deck, canvas: Canvas): void {
  const slot = canvas.takeSlot("facts");
  if (slot === null) return;
  const who = [...meta.authors, meta.organization, meta.date];
  placeLines([...line([meta.title], slot, canvas, meta, true), ...line(who, slot, canvas, meta)], slot, canvas);
}

/** The part's number, as tall as the poster, and how far the briefing has come: pictures rather than text. */
export function placePartNumeral(slide: Slide, { parts }: Numbering, canvas: Canvas): void {
  const at = parts.findIndex((part) => part.slide.id === slide.id);
  if (at === -1) return;
  const style = { ...LOOSE, sizes: [460], heading: true, bold: true, color: "bg2" } as const;
  const numeral = titleOf(String(at + 1), canvas, style);
  const box = { x: canvas.around.frame.width - 460, y: 70, w: 420, h: 560 };
  canvas.addText([numeral], box, { name: "Numeral", scale: 1, inset: 0, anchor: "ctr", decorative: true });
  for (const step of parts.keys()) {
    const fill = step <= at ? "accent1" : "bg2";
    canvas.addDecoration({ x: 136 + step * 66, y: canvas.around.frame.foot.y - 20, w: 56, h: 4 }, { fill });
  }
}

function titleOf(text: string, canvas: Canvas, style: Parameters<Canvas["writer"]>[0]): Para {
  const numeral = textPara(text, canvas.writer(style));
  return { ...numeral, view: { ...numeral.view, align: canvas.flow.end } };
}
