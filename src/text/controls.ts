import type { Run } from "./isolate.ts";

/**
 * Direction for plain text: attributes, titles, notes in other programs, PowerPoint. A run of the other direction is
 * fenced by control characters. Marks (`RLM LRM x LRM RLM`) order every line as isolates do and are honoured by programs
 * that know only the first bidi algorithm; isolates (Unicode 6.3) are shorter and nest.
 */

export const LRM = "\u200E";
export const RLM = "\u200F";
export const LRI = "\u2066";
export const RLI = "\u2067";
export const PDI = "\u2069";

export type ControlStyle = "marks" | "isolates";

/** What stands before and after a run, by its direction. */
const FENCES: Readonly<Record<ControlStyle, Readonly<Record<"ltr" | "rtl", readonly [string, string]>>>> = {
  marks: { ltr: [RLM + LRM, LRM + RLM], rtl: [LRM + RLM, RLM + LRM] },
  isolates: { ltr: [LRI, PDI], rtl: [RLI, PDI] },
};

/** The text of the runs, those with a direction fenced. */
export function withControls(runs: readonly Run[], style: ControlStyle = "marks"): string {
  return runs.map((run) => (run.dir === null ? run.text : fence(run.text, run.dir, style))).join("");
}

/** One run, fenced. */
export function fence(text: string, dir: "ltr" | "rtl", style: ControlStyle = "marks"): string {
  const [open, close] = FENCES[style][dir];
  return open + text + close;
}

/**
 * The inverse: takes away the fences (doubled marks, isolates), and leaves single marks, which an author may have
 * typed on purpose.
 */
export function stripControls(text: string): string {
  return text.replace(/\u200F\u200E|\u200E\u200F|[\u2066-\u2069]/g, "");
}

/** Whether every isolate and embedding that is opened is closed, in the same paragraph and in order. */
export function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const character of text) {
    if (character === "\n" && open.length > 0) return false;
    if (/[\u2066-\u2068]/.test(character)) open.push(PDI);
    else if (/[\u202A\u202B\u202D\u202E]/.test(character)) open.push("\u202C");
    else if (/[\u2069\u202C]/.test(character) && open.pop() !== character) return false;
  }
  return open.length === 0;
}
