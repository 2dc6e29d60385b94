import { withControls } from "../text/controls.ts";
import { isolate } from "../text/isolate.ts";
import { type Child, h } from "./dom.ts";

/**
 * A sentence that names pieces of a source, e.g. `לא ברור אם „-3” הוא מספר שלילי`: what runs the other way is a run of its
 * own, as it is on a slide, for a message about a minus must not show it on the wrong side.
 */
export function prose(text: string): readonly Child[] {
  return runsOf(text).map(({ text: piece, dir }) => (dir === null ? piece : h("bdi", { dir }, piece)));
}

/** The same for an attribute, which has no markup. */
export function plainProse(text: string): string {
  return withControls(runsOf(text), "isolates");
}

/** A sentence is of the interface's language, which has letters of its own in it; the page may have another one. */
function runsOf(text: string) {
  const base = /[\u0590-\u07ff]/.test(text) ? "rtl" : "ltr";
  return isolate(text, { base, ranges: "preserve" });
}
