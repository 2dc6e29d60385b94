import { h } from "./dom.ts";
import { extendLine } from "./ink.ts";
import type { Point, Stroke, Tool } from "./messages.ts";

/** A transparent sheet over a slide that takes the pointer while a tool is chosen. */
export interface Pad {
  readonly element: HTMLElement;
  setTool(tool: Tool): void;
}

export interface PadEvents {
  /** Where the slide is drawn on the screen. */
  surface(): DOMRect;
  /** The laser is there, in slide units; null when it leaves. */
  pointed(at: Point | null): void;
  /** A stroke so far, and whether it has ended. */
  drawn(stroke: Stroke, ended: boolean): void;
}

/** Width of a slide in its own units. */
const WIDTH = 1280;

export function buildPad(events: PadEvents): Pad {
  let tool: Tool = "none";
  let points: readonly Point[] | null = null;
  const element = h("div", {
    class: "pad",
    "data-prevent-swipe": true,
    "data-tool": tool,
    "aria-hidden": "true",
    hidden: true,
  });
  const place = (event: PointerEvent): Point => {
    const { left, top, width } = events.surface();
    const scale = WIDTH / width;
    return [(event.clientX - left) * scale, (event.clientY - top) * scale];
  };
  const draw = (event: PointerEvent, ended: boolean): void => {
    if (points === null || (tool !== "pen" && tool !== "marker")) return;
    points = extendLine(points, place(event));
    events.drawn({ tool, points }, ended);
    if (ended) points = null;
  };
  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || (tool !== "pen" && tool !== "marker")) return;
    element.setPointerCapture(event.pointerId);
    points = [];
    draw(event, false);
  });
  element.addEventListener("pointermove", (event) => {
    if (tool === "laser") events.pointed(place(event));
    else draw(event, false);
  });
  element.addEventListener("pointerup", (event) => draw(event, true));
  element.addEventListener("pointercancel", (event) => draw(event, true));
  element.addEventListener("pointerleave", () => tool === "laser" && events.pointed(null));
  return {
    element,
    setTool(next) {
      // Told again and again, with whatever else changes: a stroke that is being drawn goes on.
      if (next === tool) return;
      if (tool === "laser" && next !== "laser") events.pointed(null);
      tool = next;
      points = null;
      element.dataset.tool = next;
      element.hidden = next === "none";
    },
  };
}

/** The dot of the laser, in slide units. */
export function buildDot(): { readonly element: HTMLElement; move(at: Point | null): void } {
  const element = h("div", { class: "laser-dot", hidden: true, "aria-hidden": "true" });
  return {
    element,
    move(at) {
      element.hidden = at === null;
      if (at) element.style.transform = `translate(${at[0]}px, ${at[1]}px)`;
    },
  };
}
