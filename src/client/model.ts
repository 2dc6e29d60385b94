/** What moving through a deck has to know of a slide. */
export interface SlideFacts {
  readonly id: string;
  readonly title: string;
  /** Plain text of its part; empty before the first part. */
  readonly part: string;
  /** Planned speaking time. */
  readonly minutes: number;
  readonly hidden: boolean;
  readonly backup: boolean;
  /** How many times something is revealed on it. */
  readonly steps: number;
}

/** A place in the deck: a slide's index in source order and how many of its steps are shown. */
export interface Place {
  readonly slide: number;
  readonly step: number;
}

/**
 * The order in which a deck is given. The *run* is what `next` walks through: neither hidden slides (unless asked for)
 * nor backup slides. Backup slides follow it with numbers of their own, so that a question is answered by typing one.
 * A hidden slide has no number: it is reached by its address, the list and the search.
 */
export interface Order {
  /** Slide indices in the run. */
  readonly run: readonly number[];
  readonly backup: readonly number[];
}

/** @param withHidden whether hidden slides take part. */
export function orderOf(slides: readonly SlideFacts[], withHidden: boolean): Order {
  const shown = slides.flatMap((slide, index) => (slide.hidden && !withHidden ? [] : [index]));
  return {
    run: shown.filter((index) => slides[index]?.backup === false),
    backup: shown.filter((index) => slides[index]?.backup === true),
  };
}

/** The number that people see and type, from 1; null for a slide that is out of the order. */
export function numberOf(order: Order, slide: number): number | null {
  const position = [...order.run, ...order.backup].indexOf(slide);
  return position < 0 ? null : position + 1;
}

/** The slide with that number, or null. */
export function slideAt(order: Order, number: number): number | null {
  return [...order.run, ...order.backup][number - 1] ?? null;
}

/** One step on; the same place at the end. Skipping steps goes to the next slide at once. */
export function placeAfter(slides: readonly SlideFacts[], order: Order, at: Place, skipSteps = false): Place {
  const steps = slides[at.slide]?.steps ?? 0;
  if (!skipSteps && at.step < steps) return { slide: at.slide, step: at.step + 1 };
  const next = neighbour(slides, order, at.slide, 1);
  return next === null ? at : { slide: next, step: 0 };
}

/** One step back; a slide that is entered backwards shows all its steps. The same place at the beginning. */
export function placeBefore(slides: readonly SlideFacts[], order: Order, at: Place, skipSteps = false): Place {
  if (!skipSteps && at.step > 0) return { slide: at.slide, step: at.step - 1 };
  const previous = neighbour(slides, order, at.slide, -1);
  return previous === null ? at : { slide: previous, step: slides[previous]?.steps ?? 0 };
}

export function firstPlace(order: Order): Place {
  return { slide: order.run[0] ?? 0, step: 0 };
}

export function lastPlace(slides: readonly SlideFacts[], order: Order): Place {
  const slide = order.run.at(-1) ?? 0;
  return { slide, step: slides[slide]?.steps ?? 0 };
}

/**
 * The next slide on one side that belongs to the same walk: the run stays in the run, backup slides in the backup, and
 * the way back from the first backup slide leads to the run's end. A hidden slide that was asked for has the shown
 * slides around it as neighbours.
 */
function neighbour(slides: readonly SlideFacts[], order: Order, slide: number, side: 1 | -1): number | null {
  const backup = slides[slide]?.backup === true;
  const walk = backup ? order.backup : order.run;
  const beyond = side === 1 ? walk.find((index) => index > slide) : walk.findLast((index) => index < slide);
  if (beyond !== undefined) return beyond;
  return backup && side === -1 ? (order.run.at(-1) ?? null) : null;
}
