import type { InkMessage, Point, Stroke } from "./messages.ts";

/** What was drawn on each slide. */
export type Drawings = ReadonlyMap<number, readonly Stroke[]>;

/** Points closer than this add nothing, in slide units. */
const NEAR = 1.5;

export function addStroke(drawings: Drawings, slide: number, stroke: Stroke): Drawings {
  return new Map(drawings).set(slide, [...(drawings.get(slide) ?? []), stroke]);
}

/** Takes the last stroke of a slide back. */
export function undoStroke(drawings: Drawings, slide: number): Drawings {
  return setStrokes(drawings, slide, (drawings.get(slide) ?? []).slice(0, -1));
}

export function setStrokes(drawings: Drawings, slide: number, strokes: readonly Stroke[]): Drawings {
  const next = new Map(drawings);
  if (strokes.length === 0) next.delete(slide);
  else next.set(slide, strokes);
  return next;
}

/** Adds a point to a line, unless it stands almost where the last one does. */
export function extendLine(points: readonly Point[], [x, y]: Point): readonly Point[] {
  const last = points.at(-1);
  return last && Math.hypot(last[0] - x, last[1] - y) < NEAR ? points : [...points, [x, y]];
}

export function inkMessage(drawings: Drawings, slide: number): InkMessage {
  return { kind: "ink", slide, strokes: drawings.get(slide) ?? [] };
}
