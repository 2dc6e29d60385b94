import type { Deck, Layout } from "../../deck/types.ts";
import { flowOf } from "./language.ts";
import type { Frame, LayoutSpec, Slot } from "./layouts.ts";
import { layoutOfName } from "./names.ts";
import { type ReferencePackage, readReference } from "./reference-package.ts";
import { type LayoutPart, type MasterPart, readMaster } from "./reference-parts.ts";
import type { Stage, StageLayout } from "./stage.ts";

/** An organisation's own template. */
export interface Reference {
  /** The file's name, for messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Layout types that stand for a layout of the deck as they are (ECMA-376 §19.7.15). */
const EXACT: Partial<Record<Layout, readonly string[]>> = {
  cover: ["title"],
  part: ["secHead"],
  points: ["obj", "tx"],
  compare: ["twoTxTwoObj"],
  columns: ["twoObj"],
  table: ["tbl"],
};

/** What serves where nothing fits: text needs a body, and what is drawn needs room below a title. */
const TEXT = ["obj", "tx"] as const;
const ROOM = ["titleOnly", "obj", "tx"] as const;
const FALLBACKS: Readonly<Record<Layout, readonly string[]>> = {
  cover: ["title", "secHead", ...TEXT],
  part: ["secHead", "title", "titleOnly"],
  end: ["secHead", "title", "titleOnly"],
  agenda: TEXT,
  points: TEXT,
  quote: TEXT,
  questions: TEXT,
  sources: TEXT,
  "bottom-line": ROOM,
  compare: ROOM,
  columns: ROOM,
  figure: ROOM,
  number: ROOM,
  timeline: ROOM,
  table: ROOM,
  options: ROOM,
  judgment: ROOM,
};

/**
 * The organisation's master as a stage for the deck: its layouts by name, then by kind; its colours, fonts and pictures.
 * @param report Told once of each layout that only a makeshift was found for.
 * @returns null where the file is no template that can be used.
 */
export function referenceStage(
  deck: Deck,
  { bytes }: Reference,
  report: (layout: Layout, used: string) => void,
): Stage | null {
  const reference = readReference(bytes);
  if (reference === null) return null;
  const widthFlow = flowOf(deck.meta.lang, deck.meta.dir, reference.width);
  const masters = reference.masters.flatMap(({ path }) => readMaster(reference, path, widthFlow) ?? []);
  const [first] = masters;
  if (first === undefined || masters.every(({ layouts }) => layouts.length === 0)) return null;
  const layouts = masters.flatMap((master) => master.layouts);
  const found = new Map<Layout, StageLayout>();
  return {
    frame: frameOf(first, reference),
    flow: widthFlow,
    marksSlides: deck.meta.marking.trim() !== "",
    masters: reference.masters,
    layoutFor: (layout) => {
      const known = found.get(layout);
      if (known !== undefined) return known;
      const { part, isMakeshift } = chooseLayout(layout, layouts);
      if (isMakeshift) report(layout, part.name);
      const stageLayout = { spec: specOf(layout, part), path: part.path, mapping: part.mapping, footers: part.footers };
      found.set(layout, stageLayout);
      return stageLayout;
    },
    write: (writer) => {
      for (const { path, type, content } of reference.parts) writer.addForeign(path, type, content);
      return first.theme;
    },
  };
}

/** By name in any of our languages, then by kind, then what comes nearest. */
function chooseLayout(layout: Layout, parts: readonly LayoutPart[]): { part: LayoutPart; isMakeshift: boolean } {
  const named = parts.find(({ name }) => layoutOfName(name) === layout);
  if (named !== undefined) return { part: named, isMakeshift: false };
  const ofType = (types: readonly string[]): LayoutPart | undefined =>
    types.map((type) => parts.find((part) => part.type === type)).find((part) => part !== undefined);
  const exact = ofType(EXACT[layout] ?? []);
  if (exact !== undefined) return { part: exact, isMakeshift: false };
  const titled = parts.find(({ slots }) => slots.some(({ type }) => type === "title"));
  const makeshift = ofType(FALLBACKS[layout]) ?? titled ?? parts[0];
  if (makeshift === undefined) throw new Error("A template without layouts is refused before.");
  return { part: makeshift, isMakeshift: true };
}

function specOf(layout: Layout, { slots, type }: LayoutPart): LayoutSpec {
  return { layout, type, isPoster: false, slots: layout === "number" ? valued(slots) : slots, decorations: [] };
}

/** Of several bodies on a layout for a number, the one with the largest letters is for its value. */
function valued(slots: readonly Slot[]): readonly Slot[] {
  const sizes = slots.flatMap(({ type, sizes: [size = 0] }) => (type === "body" ? [size] : []));
  const largest = Math.max(...sizes);
  if (sizes.filter((size) => size < largest).length === 0) return slots;
  return slots.map((slot) => (slot.type === "body" && slot.sizes[0] === largest ? { ...slot, type: "head" } : slot));
}

function frameOf({ title, body, bodySizes }: MasterPart, { width, height }: ReferencePackage): Frame {
  const foot = { ...body, y: body.y + body.h, h: Math.max(0, height - body.y - body.h) };
  return { width, height, isForeign: true, textScale: (bodySizes[0] ?? 36) / 36, title, body, foot, marking: 0 };
}
