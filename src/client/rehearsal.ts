import type { SlideFacts } from "./model.ts";
import type { Spent } from "./pace.ts";

/** One slide of a rehearsal; times in seconds. */
export interface RehearsalRow {
  readonly id: string;
  readonly title: string;
  readonly planned: number;
  readonly actual: number;
}

export interface Rehearsal {
  readonly rows: readonly RehearsalRow[];
  readonly planned: number;
  readonly actual: number;
}

/** What was recorded, for every slide that was shown or that belongs to the run. */
export function buildRehearsal(slides: readonly SlideFacts[], spent: Spent): Rehearsal {
  const rows = slides.flatMap((slide, index): readonly RehearsalRow[] => {
    const actual = Math.round((spent[index] ?? 0) / 1000);
    const inRun = !slide.hidden && !slide.backup;
    if (!inRun && actual === 0) return [];
    return [{ id: slide.id, title: slide.title, planned: inRun ? Math.round(slide.minutes * 60) : 0, actual }];
  });
  const sum = (field: "planned" | "actual"): number => rows.reduce((total, row) => total + row[field], 0);
  return { rows, planned: sum("planned"), actual: sum("actual") };
}

/** The data as they are kept beside the deck. */
export function serializeRehearsal(deck: string, { rows, planned, actual }: Rehearsal): string {
  const slides = rows.map(({ id, planned, actual }) => ({ id, planned, actual }));
  return `${JSON.stringify({ format: "tadrich-rehearsal", version: 1, deck, planned, actual, slides }, null, 2)}\n`;
}

/** The front matter's line that makes the measured length the plan: whole minutes, at least one. */
export function frontMatterLine({ actual }: Rehearsal): string {
  return `duration: ${Math.max(1, Math.round(actual / 60))}`;
}
