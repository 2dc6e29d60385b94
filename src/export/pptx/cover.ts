import type { Deck, Slide } from "../../deck/types.ts";
import { labelsOf } from "../../render/labels.ts";
import type { Canvas } from "./canvas.ts";
import { type Para, paragraphsOf, textPara } from "./paragraphs.ts";
import { styleOf } from "./region.ts";

/** Who speaks, where and when: the lines of a cover below its title. */
export function placeCover({ body }: Slide, { meta }: Deck, canvas: Canvas): void {
  const subtitle = canvas.takeSlot("subtitle");
  const line = lineWriter(canvas, subtitle);
  const head = [...line(meta.subtitle), ...line(meta.authors.join(" · "))];
  const more = paragraphsOf(body, { flow: canvas.flow, link: canvas.link, style: styleOf(subtitle) });
  if (subtitle !== null) {
    canvas.addText([...head, ...more], subtitle.box, { name: "Subtitle", slot: subtitle, scale: 1 });
  }
  const foot = canvas.takeSlot("body");
  if (foot === null) return;
  const small = lineWriter(canvas, foot);
  const series = [meta.series, meta.number].filter(Boolean).join(" ");
  const source = meta.source === "" ? "" : `${labelsOf(meta.lang).source}: ${meta.source}`;
  const facts = [...small([meta.organization, series, meta.date].filter(Boolean).join(" · ")), ...small(source)];
  if (facts.length > 0) canvas.addText(facts, foot.box, { name: "Facts", slot: foot, scale: 1 });
}

function lineWriter(canvas: Canvas, slot: Parameters<typeof styleOf>[0]): (text: string) => Para[] {
  const writer = { flow: canvas.flow, link: canvas.link, style: styleOf(slot) };
  return (text) => (text === "" ? [] : [textPara(text, writer)]);
}
