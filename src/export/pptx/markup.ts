import type { ParagraphView, RunView } from "./view.ts";

/** A run with what its template asks first: most runs have no look of their own, and a question costs time. */
export interface RunMarkup extends RunView {
  /** Whether it has attributes beyond its language. */
  readonly styled: boolean;
  /** Whether it has elements: a colour, a font, a link. */
  readonly dressed: boolean;
}

export interface ParagraphMarkup extends Omit<ParagraphView, "runs"> {
  /** Whether it has a level or margins of its own. */
  readonly placed: boolean;
  /** Whether it has space above or a bullet of its own. */
  readonly marked: boolean;
  readonly runs: readonly RunMarkup[];
}

/** A paragraph as `paragraph.hbs` takes it. */
export function paragraphMarkup(view: ParagraphView): ParagraphMarkup {
  return {
    ...view,
    placed: view.level > 0 || view.margin !== undefined,
    marked: view.before !== undefined || view.bullet !== undefined,
    runs: view.runs.map(runMarkup),
  };
}

function runMarkup(run: RunView): RunMarkup {
  const { size, bold, underline, strike, baseline, color, rgb, highlight, mono, heading, link } = run;
  return {
    ...run,
    styled: Boolean(size || bold || underline || strike || baseline),
    dressed: Boolean(color || rgb || highlight || mono || heading || link),
  };
}
