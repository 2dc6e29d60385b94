import type { SlideElement } from "./data.ts";
import { h, svg } from "./dom.ts";
import type { Stroke } from "./messages.ts";

/**
 * A picture of a slide as it looks with so many steps shown: a copy of its section in a box that scales it. It cannot be
 * focused or read out (the list beside it names the slide), and its ids are taken away, for the slide itself has them.
 */
export function buildPreview(slide: SlideElement, step: number, strokes: readonly Stroke[] = []): HTMLElement {
  const copy = slide.section.cloneNode(true) as HTMLElement;
  for (const element of copy.querySelectorAll(".notes, .ink")) element.remove();
  for (const element of [copy, ...copy.querySelectorAll("[id]")]) element.removeAttribute("id");
  for (const name of ["hidden", "aria-hidden", "inert"]) copy.removeAttribute(name);
  copy.removeAttribute("style");
  copy.classList.remove("past", "future");
  copy.classList.add("present");
  showSteps(copy, step);
  if (strokes.length > 0) copy.append(drawStrokes(strokes));
  const slides = h("div", { class: "slides" }, copy);
  const rtl = document.documentElement.dir === "rtl" ? " rtl" : "";
  return h(
    "div",
    { class: "preview", inert: true, "aria-hidden": "true" },
    h("div", { class: `reveal ready none${rtl}` }, slides),
  );
}

/** Shows the first steps of a slide, in the order in which reveal shows them: by index, those without one at the end. */
export function showSteps(section: Element, step: number): void {
  const fragments = [...section.querySelectorAll(".fragment")];
  const indices = [...new Set(fragments.flatMap((f) => f.getAttribute("data-fragment-index") ?? []))].map(Number);
  indices.sort((a, b) => a - b);
  let alone = indices.length;
  for (const fragment of fragments) {
    const index = fragment.getAttribute("data-fragment-index");
    const position = index === null ? alone++ : indices.indexOf(Number(index));
    fragment.classList.toggle("visible", position < step);
    fragment.classList.toggle("current-fragment", position === step - 1);
  }
}

/** The strokes of a slide as a drawing that covers it. */
export function drawStrokes(strokes: readonly Stroke[]): SVGSVGElement {
  const paths = strokes.map(({ tool, points }) => svg("path", { class: `stroke-${tool}`, d: pathOf(points) }));
  return svg("svg", { class: "ink", viewBox: "0 0 1280 720", "aria-hidden": "true" }, ...paths);
}

function pathOf(points: Stroke["points"]): string {
  const [first, ...rest] = points.map(([x, y]) => `${round(x)} ${round(y)}`);
  // A single point is a dot: a line of no length with round ends.
  return first === undefined ? "" : `M${first}L${rest.length > 0 ? rest.join("L") : first}`;
}

const round = (n: number): number => Math.round(n * 10) / 10;
