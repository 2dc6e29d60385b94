/** What stands on a slide beside its title and body, and takes its room from them. */
import type { Block, Deck, Inline, List, Slide } from "../../deck/types.ts";
import { setText } from "../typeset.ts";
import { textHeight } from "./blocks.ts";
import type { TypeSettings } from "./type.ts";

/** What the two marking bands take: 18px more above, 34px below. */
const MARKING = 52;

/** Px that are not for title and body. */
export function furnitureHeight(slide: Slide, deck: Deck, type: TypeSettings): number {
  const marking = deck.meta.marking === "" ? 0 : MARKING;
  return marking + (slide.layout === "cover" ? coverLines(deck, type) : 0);
}

/** Subtitle and imprint of the cover, at the sizes that layouts.css gives them. */
function coverLines({ meta }: Deck, type: TypeSettings): number {
  const lines = (text: string, size: number, line: number): number =>
    text === "" ? 0 : textHeight(setText(text, meta), { type, width: 720, size }, { line });
  const subtitle = meta.subtitle === "" ? 0 : 24 + lines(meta.subtitle, 38, 1.3);
  const imprint = [meta.authors.join(" · "), meta.organization, meta.source].map((text) => lines(text, 24, 1.4));
  return subtitle + imprint.reduce((sum, height) => sum + height, 0);
}

/** The body as it is shown: an agenda without rows of its own has the parts for rows. */
export function bodyOf(slide: Slide, deck: Deck): readonly Block[] {
  if (slide.layout !== "agenda" || slide.body.some(({ type }) => type === "list")) return slide.body;
  const parts = deck.slides.filter(({ layout }) => layout === "part");
  const { span } = slide;
  const rows: List = {
    type: "list",
    ordered: true,
    start: 1,
    steps: false,
    items: parts.map(({ title }) => {
      // The part's minutes stand at the end of its row, and take about as much room as these letters.
      const inlines: readonly Inline[] = [...title, { type: "text", text: "\u00a0\u00a0000\u00a0דקות", span }];
      return { blocks: [{ type: "paragraph", inlines, span }], checked: null, span };
    }),
    span,
  };
  return [...slide.body, rows];
}
