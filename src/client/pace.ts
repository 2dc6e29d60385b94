import type { SlideFacts } from "./model.ts";

/** Milliseconds spent on each slide, by index; a slide that was not visited is absent. */
export type Spent = Readonly<Record<number, number>>;

export interface Pace {
  readonly planned: number;
  readonly spent: number;
  readonly late: boolean;
}

const MINUTE = 60_000;

/** How the current slide goes against its plan. Late: more than planned; a slide without a plan is never late. */
export function slidePace(slides: readonly SlideFacts[], spent: Spent, slide: number): Pace {
  return paceOf(slides, spent, (index) => index === slide);
}

/** The same for the whole part that the slide belongs to. */
export function partPace(slides: readonly SlideFacts[], spent: Spent, slide: number): Pace {
  const part = slides[slide]?.part;
  return paceOf(slides, spent, (index) => slides[index]?.part === part && slides[index]?.backup === false);
}

/**
 * How far behind the plan one is, in milliseconds: what has been spoken against what the slides up to here were to
 * take. The current slide counts as far as it was spoken, up to its plan. Negative when ahead.
 */
export function behind(slides: readonly SlideFacts[], spent: Spent, slide: number, elapsed: number): number {
  const before = slides.slice(0, slide).reduce((sum, facts) => sum + (counts(facts) ? facts.minutes * MINUTE : 0), 0);
  const here = Math.min(spent[slide] ?? 0, (slides[slide]?.minutes ?? 0) * MINUTE);
  return elapsed - before - here;
}

/** The length of the run: as the author wrote it, else the sum of its slides. Milliseconds. */
export function plannedTotal(slides: readonly SlideFacts[], durationMinutes: number): number {
  if (durationMinutes > 0) return durationMinutes * MINUTE;
  return slides.reduce((sum, facts) => sum + (counts(facts) ? facts.minutes * MINUTE : 0), 0);
}

/** Adds time to a slide. */
export function spend(spent: Spent, slide: number, milliseconds: number): Spent {
  return { ...spent, [slide]: (spent[slide] ?? 0) + milliseconds };
}

function counts(facts: SlideFacts): boolean {
  return !facts.hidden && !facts.backup;
}

function paceOf(slides: readonly SlideFacts[], spent: Spent, has: (index: number) => boolean): Pace {
  let planned = 0;
  let used = 0;
  slides.forEach((facts, index) => {
    if (!has(index)) return;
    if (!facts.hidden) planned += facts.minutes * MINUTE;
    used += spent[index] ?? 0;
  });
  return { planned, spent: used, late: planned > 0 && used > planned };
}
