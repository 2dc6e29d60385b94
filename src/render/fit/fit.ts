/** Which size step each slide's text needs. */
import type { Deck, Outcome, Slide } from "../../deck/types.ts";
import type { FontFace } from "../fonts/face.ts";
import type { Theme } from "../theme.ts";

export function fitSlides(
  _deck: Deck,
  _theme: Theme,
  _fonts: readonly FontFace[],
  _path: string,
): Outcome<(slide: Slide) => number> {
  return { value: () => 0, diagnostics: [] };
}
