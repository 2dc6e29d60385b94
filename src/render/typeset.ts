/**
 * Sets a deck: adds an `Isolate` around every run of the other direction, and Hebrew typography, everywhere that text is
 * shown or spoken. Alternative texts, which take no markup, get control characters. The places of nodes in the source are
 * kept; setting a set deck changes nothing.
 */
import type { Deck, Footnote, Inline, Meta, Outcome, Slide } from "../deck/types.ts";
import { stripControls } from "../text/controls.ts";
import { mapAlts } from "./typeset/alts.ts";
import { type LineMap, mapBlocks } from "./typeset/blocks.ts";
import { lineSetter, setInlines } from "./typeset/line.ts";
import { type PlainStyle, plain } from "./typeset/plain.ts";
import { removeIsolates } from "./typeset/remove.ts";

export { type PlainStyle, plain } from "./typeset/plain.ts";

export function typeset(deck: Deck): Outcome<Deck> {
  const set = lineSetter(deck.meta);
  const alt = (text: string): string => setPlain(stripControls(text), deck.meta);
  const map: LineMap = { inlines: (inlines) => mapAlts(set(inlines), alt), alt };
  return { value: mapDeck(deck, map), diagnostics: [] };
}

/** Takes the isolates away again, and joins what they had divided. Typography stays. */
export function unset(deck: Deck): Deck {
  return mapDeck(deck, { inlines: (inlines) => mapAlts(removeIsolates(inlines), stripControls), alt: stripControls });
}

/** A line that is no part of the slides (the title in the front matter, a marking), set as one. */
export function setText(text: string, meta: Meta): readonly Inline[] {
  return setInlines([{ type: "text", text, span: { start: 0, end: text.length } }], meta);
}

/** Such a line, or alternative text, for a place that takes no markup: an attribute, `<title>`, another program. */
export function setPlain(text: string, meta: Meta, style: PlainStyle = "controls"): string {
  return plain(setText(text, meta), style);
}

function mapDeck(deck: Deck, map: LineMap): Deck {
  const slides = deck.slides.map(
    (slide): Slide => ({
      ...slide,
      title: map.inlines(slide.title),
      body: mapBlocks(slide.body, map),
      notes: { ...slide.notes, blocks: mapBlocks(slide.notes.blocks, map) },
    }),
  );
  const footnotes = deck.footnotes.map((note): Footnote => ({ ...note, inlines: map.inlines(note.inlines) }));
  return { ...deck, slides, footnotes };
}
