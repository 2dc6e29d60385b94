/** A slide → the part of its view that every layout shares. */

import { plainText } from "../../deck/plain.ts";
import type { Block, Deck, Footnote, Inline, Slide } from "../../deck/types.ts";
import { renderBlocks } from "../blocks.ts";
import type { BlockContext } from "../context.ts";
import type { SlideView } from "../contract/templates.ts";
import type { Fit } from "../fit/fit.ts";
import { html, joinHtml, orNull } from "../html.ts";
import { renderInlines } from "../inlines.ts";
import type { Numbering } from "./numbering.ts";

export interface SlideContext extends BlockContext {
  readonly deck: Deck;
  readonly numbering: Numbering;
  readonly index: number;
  readonly fit: Fit;
}

export function viewSlide(slide: Slide, context: SlideContext): SlideView {
  const { deck, index, labels, numbering } = context;
  const place = numbering.places[index] ?? { page: "", part: 0, suffix: "" };
  const title = plainText(slide.title);
  return {
    id: slide.id,
    layout: slide.layout,
    lang: deck.meta.lang,
    dir: deck.meta.dir,
    index,
    page: place.page,
    title: orNull(renderInlines(slide.title, context)),
    titleSuffix: place.suffix,
    name: title === "" ? `${labels.slide} ${index + 1}` : title + place.suffix,
    first: index === 0,
    part: slide.part,
    partNumeral: place.part === 0 || slide.backup ? "" : String(place.part),
    running: slide.backup ? numbering.runningBackup : (numbering.running.get(slide.part) ?? html``),
    footer: numbering.footer,
    marking: viewMarking(deck.meta.marking),
    minutes: String(slide.notes.minutes),
    hidden: slide.hidden,
    backup: slide.backup,
    density: context.fit.density,
    titleStep: context.fit.title,
    notes: viewNotes(slide, context),
    notesLabel: labels.notes,
    footnotes: viewFootnotes(slide, context),
  };
}

/** FIRST's labels of TLP 2.0, which are never translated and always read from the left. */
const TLP = /^TLP:(?:RED|AMBER|AMBER\+STRICT|GREEN|CLEAR)$/;

export function viewMarking(marking: string): SlideView["marking"] {
  const label = marking.trim();
  if (label === "") return null;
  const tlp = label.toUpperCase();
  if (!TLP.test(tlp)) return { label, kind: "plain", foreign: false };
  return { label: tlp, kind: tlp.toLowerCase().replace(/[:+]/g, "-"), foreign: true };
}

/** What is said, and which paragraphs of the brief it stands on; null for a slide without either. */
export function viewNotes(slide: Slide, context: SlideContext): SlideView["notes"] {
  const spoken = renderBlocks(slide.notes.blocks, { ...context, scope: `${slide.id}-notes` });
  if (slide.origin === null) return orNull(spoken);
  const origin = context.labels.origin(formatRuns(slide.origin.paragraphs));
  return joinHtml([spoken, html`<p class="origin">${origin}</p>`]);
}

/** `2, 4–6` for 2, 4, 5, 6. */
export function formatRuns(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && number === run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(", ");
}

function viewFootnotes(slide: Slide, context: SlideContext): SlideView["footnotes"] {
  if (context.deck.footnotes.length === 0) return [];
  const notes = new Map(context.deck.footnotes.map((note) => [note.id, note]));
  const numbers = new Map<Footnote, number>();
  collectRefs([slide.title, slide.body], (id, number) => {
    const note = notes.get(id);
    if (note !== undefined) numbers.set(note, number);
  });
  return [...numbers].map(([note, number]) => ({
    id: `fn-${slide.id}-${number}`,
    number: String(number),
    content: renderInlines(note.inlines, context),
  }));
}

/** Visits the footnote references below any part of the tree. */
function collectRefs(node: unknown, visit: (id: string, number: number) => void): void {
  if (Array.isArray(node)) for (const child of node) collectRefs(child, visit);
  else if (isNode(node)) {
    if (node.type === "footnote-ref") visit(node.id, node.number);
    else for (const child of Object.values(node)) collectRefs(child, visit);
  }
}

function isNode(value: unknown): value is Block | Inline {
  return typeof value === "object" && value !== null;
}
