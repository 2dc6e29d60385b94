import { dash } from "./typography/dash.ts";
import { applyEdits, type Edit, type TypographyRule } from "./typography/edit.ts";
import { geresh } from "./typography/geresh.ts";
import { gershayim } from "./typography/gershayim.ts";
import { maqaf } from "./typography/maqaf.ts";
import { shekel } from "./typography/shekel.ts";
import { spaces } from "./typography/spaces.ts";

/**
 * Hebrew typography, for what is shown: the source stays as its author typed it. Each rule changes only what is
 * certain, says where it comes from, and has a name by which a deck switches it off (`typography: {maqaf: off}`).
 */

export { applyEdits, type Edit, revertEdits, type TypographyRule } from "./typography/edit.ts";

/** In order of application; each sees what the ones before it made. */
export const TYPOGRAPHY_RULES: Readonly<Record<string, TypographyRule>> = {
  gershayim,
  geresh,
  maqaf,
  dash,
  shekel,
  spaces,
};

export interface TypographyOptions {
  /** Names of rules that are switched off. */
  readonly off?: readonly string[];
  /** `academy` sets the hyphen of a range of numbers as a dash; the others leave ranges as typed. */
  readonly ranges?: "preserve" | "ltr" | "academy";
}

/** The rules that are switched on, in order. */
export function typographyRules({ off = [] }: TypographyOptions = {}): readonly TypographyRule[] {
  return Object.entries(TYPOGRAPHY_RULES).flatMap(([name, rule]) => (off.includes(name) ? [] : [rule]));
}

/** What is changed, rule by rule: the edits of a step refer to the text that the step before it gave. */
export function typographicSteps(text: string, options: TypographyOptions = {}): readonly (readonly Edit[])[] {
  let current = text;
  return typographyRules(options).map((rule) => {
    const edits = rule(current, options.ranges ?? "preserve");
    current = applyEdits(current, edits);
    return edits;
  });
}

/** The text as it is shown. */
export function typographic(text: string, options: TypographyOptions = {}): string {
  return typographicSteps(text, options).reduce(applyEdits, text);
}
