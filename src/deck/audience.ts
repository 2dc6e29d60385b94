import type { Deck, Notes } from "./types.ts";

/** What of a deck its readers may have. */
export interface Audience {
  readonly notes: boolean;
  readonly hidden: boolean;
}

const NO_NOTES: Notes = { blocks: [], minutes: 0, span: null };

/**
 * The deck without what its readers may not have: it is taken out of the deck, so that no writer can let it through.
 * Speaking minutes go with the notes, as they are made of them.
 */
export function forAudience(deck: Deck, { notes, hidden }: Audience): Deck {
  const shown = hidden ? deck.slides : deck.slides.filter((slide) => !slide.hidden);
  return { ...deck, slides: notes ? shown : shown.map((slide) => ({ ...slide, notes: NO_NOTES })) };
}
