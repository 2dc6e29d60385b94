import type { SlideElement } from "./data.ts";
import { addStroke, type Drawings, inkMessage, setStrokes, undoStroke } from "./ink.ts";
import type { Message, Point, Stroke, Tool } from "./messages.ts";
import { buildDot, buildPad } from "./pad.ts";
import { drawStrokes } from "./preview.ts";

/** Drawing and pointing on a deck: the strokes of each slide, and the laser. */
export interface Board {
  readonly pad: HTMLElement;
  readonly dot: HTMLElement;
  setTool(tool: Tool): void;
  undo(slide: number): void;
  clear(slide: number): void;
  strokesOf(slide: number): readonly Stroke[];
  /** Takes over what was drawn in another window. */
  receive(message: Message): void;
  /** Takes the drawings over to the slides' new places. */
  reshape(move: (drawings: Drawings) => Drawings): void;
  /** Every slide's strokes as messages, for a window that has just come. */
  messages(): readonly Message[];
}

export interface BoardOptions {
  readonly slides: readonly SlideElement[];
  readonly current: () => number;
  readonly surface: () => DOMRect;
  /** Tells the other windows. */
  readonly send: (message: Message) => void;
  /** Strokes from before a reload. */
  readonly kept: Drawings;
  readonly keep: (drawings: Drawings) => void;
}

export function buildBoard({ slides, current, surface, send, kept, keep }: BoardOptions): Board {
  let drawings = kept;
  const dot = buildDot();
  const draw = (slide: number, strokes: readonly Stroke[]): void => {
    const section = slides[slide]?.section;
    section?.querySelector(":scope > svg.ink")?.remove();
    if (strokes.length > 0) section?.append(drawStrokes(strokes));
  };
  const change = (next: Drawings, slide: number): void => {
    drawings = next;
    draw(slide, next.get(slide) ?? []);
    keep(next);
  };
  const changeAndTell = (next: Drawings, slide: number): void => {
    change(next, slide);
    send(inkMessage(next, slide));
  };
  const point = (at: Point | null): void => {
    dot.move(at);
    send({ kind: "pointer", at });
  };
  const pad = buildPad({
    surface,
    pointed: point,
    drawn(stroke, ended) {
      const slide = current();
      const next = addStroke(drawings, slide, stroke);
      if (ended) return changeAndTell(next, slide);
      draw(slide, next.get(slide) ?? []);
      send(inkMessage(next, slide));
    },
  });
  for (const [slide, strokes] of kept) draw(slide, strokes);

  return {
    pad: pad.element,
    dot: dot.element,
    setTool: (tool) => pad.setTool(tool),
    undo: (slide) => changeAndTell(undoStroke(drawings, slide), slide),
    clear: (slide) => changeAndTell(setStrokes(drawings, slide, []), slide),
    strokesOf: (slide) => drawings.get(slide) ?? [],
    receive(message) {
      if (message.kind === "pointer") dot.move(message.at);
      if (message.kind === "ink" && slides[message.slide])
        change(setStrokes(drawings, message.slide, message.strokes), message.slide);
    },
    reshape(move) {
      drawings = move(drawings);
      keep(drawings);
    },
    messages: () => [...drawings.keys()].map((slide) => inkMessage(drawings, slide)),
  };
}
