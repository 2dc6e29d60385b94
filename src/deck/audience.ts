import { plannedMinutes } from "./speaking.ts";
import type { Deck, Slide } from "./types.ts";

/** What of a deck its readers may have. */
export interface Audience {
  readonly notes: boolean;
  readonly hidden: boolean;
}

/**
 * The deck without what its readers may not have: it is taken out of the deck, so that no writer can let it through.
 * With the notes goes what only their speaker needs, the paragraphs that a slide stands on; the planned minutes stay.
 */
export function forAudience(deck: Deck, { notes, hidden }: Audience): Deck {
  const shown = hidden ? deck.slides : deck.slides.filter((slide) => !slide.hidden);
  return { ...deck, slides: notes ? shown : shown.map(withoutNotes) };
}

function withoutNotes(slide: Slide): Slide {
  return { ...slide, origin: null, notes: { ...slide.notes, blocks: [], span: null } };
}

/**
 * The deck with the minutes that its author has planned, and none that were estimated from the notes: written out where
 * the notes are not, they would look like a plan.
 */
export function onlyPlanned(deck: Deck): Deck {
  const slides = deck.slides.map((slide): Slide => {
    const { notes } = slide;
    return { ...slide, notes: { ...notes, minutes: plannedMinutes(notes, deck.meta) ?? 0 } };
  });
  return { ...deck, slides };
}
