import type { Figure } from "../../deck/types.ts";
import type { Pictures } from "../types.ts";
import type { Flow } from "./language.ts";
import type { Frame, Slot } from "./layouts.ts";
import { paragraphMarkup } from "./markup.ts";
import type { Para, TextStyle, Writer } from "./paragraphs.ts";
import type { Relations } from "./relations.ts";
import type { Linker } from "./runs.ts";
import { type Box, emu } from "./units.ts";
import type { BodyView, EffectView, Look, ShapeView, TextShapeView, Transform } from "./view.ts";

/** What a slide is written with. */
export interface Surroundings {
  readonly flow: Flow;
  readonly frame: Frame;
  readonly pictures: Pictures;
  /** Puts a picture's bytes into the package and answers with the path of the part. */
  readonly store: (src: string) => { readonly part: string; readonly fallback: string | null };
  /** Told of a picture that PowerPoint does not show. */
  readonly reject: (figure: Figure, type: string) => void;
}

/** A box from reading order to the physical side: mirrored for right-to-left. */
export function place(box: Box, flow: Flow): Transform {
  const x = flow.dir === "rtl" ? flow.width - box.x - box.w : box.x;
  return { x: emu(x), y: emu(box.y), cx: emu(box.w), cy: emu(box.h) };
}

export interface TextOptions {
  readonly name: string;
  readonly slot?: Slot | null;
  readonly anchor?: "t" | "ctr" | "b";
  readonly inset?: number;
  readonly look?: Look;
  /** What all sizes are multiplied by, 1 or less. */
  readonly scale: number;
  /** Whether a screen reader passes over it. */
  readonly decorative?: boolean;
}

/** One slide while it is filled: shapes in reading order, ids, clicks, relationships. */
export class Canvas {
  readonly flow: Flow;
  readonly around: Surroundings;
  readonly relations: Relations;
  readonly link: Linker;
  readonly shapes: ShapeView[] = [];
  readonly clicks: EffectView[][] = [];
  readonly #slots: Slot[];
  #id = 1;

  constructor(around: Surroundings, relations: Relations, link: Linker, slots: readonly Slot[]) {
    this.around = around;
    this.flow = around.flow;
    this.relations = relations;
    this.link = link;
    this.#slots = [...slots];
  }

  /** What paragraphs of this slide are written with. */
  writer(style: TextStyle): Writer {
    const scale = this.around.frame.textScale;
    const sizes = style.inherits ? style.sizes : style.sizes.map((size) => size * scale);
    return { flow: this.flow, link: this.link, style: { ...style, sizes }, scale };
  }

  /** The next id of a shape: unique on the slide, 1 is the tree's own. */
  nextId(): number {
    this.#id += 1;
    return this.#id;
  }

  /** The layout's next free slot that can hold this, or null: then the shape stands on its own. */
  takeSlot(...types: readonly Slot["type"][]): Slot | null {
    const at = this.#slots.findIndex((slot) => types.includes(slot.type));
    return at === -1 ? null : (this.#slots.splice(at, 1)[0] ?? null);
  }

  /** A shape with text. Where it sits exactly in its slot it says nothing of its place, so that the layout rules. */
  addText(paras: readonly Para[], box: Box, options: TextOptions): number {
    const { slot = null, scale, anchor, look = {} } = options;
    const id = this.nextId();
    const isInPlace = slot !== null && sameBox(slot.box, box);
    const body: BodyView = {
      anchor: anchor ?? null,
      ...(options.inset === undefined ? {} : { inset: emu(options.inset) }),
      ...(scale < 1 ? { fontScale: Math.round(scale * 100) * 1000 } : {}),
      autofit: true,
      rtl: this.flow.rtl,
      paragraphs: (paras.length === 0 ? [emptyParagraph(this.flow)] : paras.map(({ view }) => view)).map(
        paragraphMarkup,
      ),
    };
    this.shapes.push({
      kind: "sp",
      id,
      name: `${options.name} ${id}`,
      ...(slot === null ? { textBox: look.geometry === undefined || look.geometry === "rect" } : {}),
      ...(slot === null ? { geometry: "rect" } : { placeholder: slot.placeholder }),
      ...(isInPlace ? {} : { transform: place(box, this.flow) }),
      ...(options.decorative === true ? { decorative: true } : {}),
      ...this.#recolored(look),
      body,
    });
    this.#addSteps(id, paras);
    return id;
  }

  /** A shape without text that a screen reader passes over. */
  addDecoration(box: Box, look: Look): number {
    const id = this.nextId();
    const shape: TextShapeView = {
      kind: "sp",
      id,
      name: `Decoration ${id}`,
      decorative: true,
      geometry: "rect",
      noLine: look.line === undefined,
      transform: place(box, this.flow),
      ...this.#recolored(look),
    };
    this.shapes.push(shape);
    return id;
  }

  /** Our theme has its hairlines and its soft ground among the accents; in another theme those are loud colours. */
  #recolored(look: Look): Look {
    const { fill } = look;
    const isQuiet = fill === "accent3" || fill === "accent5";
    return isQuiet && this.around.frame.isForeign ? { ...look, fill: "bg2" } : look;
  }

  #addSteps(shape: number, paras: readonly Para[]): void {
    const groups = new Map<number, EffectView[]>();
    for (const [paragraph, { step }] of paras.entries()) {
      if (step === null) continue;
      groups.set(step, [...(groups.get(step) ?? []), { shape, paragraph }]);
    }
    for (const step of [...groups.keys()].sort((a, b) => a - b)) this.clicks.push(groups.get(step) ?? []);
  }
}

export function emptyParagraph(flow: Flow): Para["view"] {
  return { level: 0, align: flow.start, rtl: flow.rtl, lang: flow.tag, runs: [] };
}

function sameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}
