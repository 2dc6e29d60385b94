import type { Deck } from "../../deck/types.ts";
import { FOOTERS } from "./furniture.ts";
import type { Flow } from "./language.ts";
import { type Frame, frameOf, layoutSpecs } from "./layouts.ts";
import { layoutView, masterView } from "./master.ts";
import { CONTENT_TYPES } from "./package.ts";
import { Relations } from "./relations.ts";
import type { Stage } from "./stage.ts";
import type { PptxTheme } from "./theme.ts";

/** Masters and layouts count from 2³¹, layouts on behind their master (ECMA-376 §19.7.13, §19.7.14). */
const FIRST_ID = 2_147_483_648;
const MASTER = "ppt/slideMasters/slideMaster1.xml";

/** Our own master: one layout for each layout of the deck, in the look of the deck's theme. */
export function ownStage({ meta }: Deck, flow: Flow, theme: PptxTheme): Stage {
  const frame: Frame = frameOf(meta.marking.trim() !== "");
  const specs = layoutSpecs(frame, theme.art);
  return {
    frame,
    flow,
    marksSlides: false,
    masters: [{ id: FIRST_ID, path: MASTER }],
    layoutFor: (layout) => {
      const at = specs.findIndex((spec) => spec.layout === layout);
      const spec = specs[at];
      if (spec === undefined) throw new Error(`There is no PowerPoint layout for ${layout}.`);
      return {
        spec,
        path: layoutPath(at),
        mapping: spec.isPoster ? theme.posterMap : null,
        footers: { footer: FOOTERS.footer, number: FOOTERS.number },
      };
    },
    write: (writer) => {
      const relations = new Relations();
      const layouts = specs.map((_, at) => ({
        id: FIRST_ID + 1 + at,
        rel: relations.add("slideLayout", `../slideLayouts/slideLayout${at + 1}.xml`),
      }));
      relations.add("theme", "../theme/theme1.xml");
      writer.addXml(MASTER, CONTENT_TYPES.slideMaster, "master.hbs", masterView(meta, flow, frame, theme, layouts));
      writer.addRelations(MASTER, relations);
      for (const [at, spec] of specs.entries()) {
        const back = new Relations();
        back.add("slideMaster", "../slideMasters/slideMaster1.xml");
        writer.addXml(layoutPath(at), CONTENT_TYPES.slideLayout, "layout.hbs", layoutView(spec, flow, frame, theme));
        writer.addRelations(layoutPath(at), back);
      }
      writer.addXml("ppt/theme/theme1.xml", CONTENT_TYPES.theme, "theme.hbs", theme.view);
      return "ppt/theme/theme1.xml";
    },
  };
}

function layoutPath(at: number): string {
  return `ppt/slideLayouts/slideLayout${at + 1}.xml`;
}
