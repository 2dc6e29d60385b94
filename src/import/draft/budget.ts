/** `--slides N`: which planned slides stay when there are too many. */

import type { Planned } from "./draft.ts";

export interface Plan {
  readonly bottom: Planned | null;
  readonly agenda: Planned | null;
  /** Slides by section. */
  readonly content: readonly (readonly Planned[])[];
}

/**
 * The slides after the cover, in order. Within a budget the first slide of each section goes last, then by weight; the
 * agenda goes before the sections do, for a short deck needs none.
 */
export function fitBudget({ bottom, agenda, content }: Plan, budget: number): Planned[] {
  const all = content.flat();
  const fixed = 1 + (bottom ? 1 : 0);
  const withAgenda = agenda !== null && fixed + 1 + Math.max(content.length, Math.min(all.length, 3)) <= budget;
  const room = Math.max(1 - (bottom ? 1 : 0), budget - fixed - (withAgenda ? 1 : 0));
  const openers = new Set(content.flatMap(([first]) => (first ? [first] : [])));
  const ranked = [...all].sort((a, b) => Number(openers.has(b)) - Number(openers.has(a)) || b.weight - a.weight);
  const kept = new Set(ranked.slice(0, room));
  return [...(bottom ? [bottom] : []), ...(withAgenda ? [agenda] : []), ...all.filter((slide) => kept.has(slide))];
}
