/** The elements that hold code, with exactly the text that the content security policy has hashed. */
import { Html } from "./html.ts";
import { inlineJson } from "./policy.ts";

/** @param code has gone through `inlineScript`. */
export function scriptElement(code: string): Html {
  // `inlineScript` has seen to it that the code does not end the element.
  return Html.unsafe(`<script>${code}</script>`);
}

/** @param css has gone through `inlineStyle`, as everything from `renderStyle` has. */
export function styleElement(css: string): Html {
  // `inlineStyle` has seen to it that the style sheet does not end the element.
  return Html.unsafe(`<style>${css}</style>`);
}

/** Data for a script, which no policy forbids because it does not run. @param id is the program's own. */
export function dataElement(id: string, value: unknown): Html {
  // `inlineJson` leaves no `<` in it.
  return Html.unsafe(`<script type="application/json" id="${id}">${inlineJson(value)}</script>`);
}
