/**
 * Deck to text, the inverse of `parse.ts`. Canonical text is what comes out of here: `serialize(parse(t))` is `t` for it.
 * English names, front matter in the order of `meta-fields.ts`, paragraphs on one line, notes as `::: notes`.
 */
import { writeFrontMatter } from "./front-matter.ts";
import { assignIds, baseId } from "./ids.ts";
import { inferLayout } from "./layout.ts";
import { plainText } from "./plain.ts";
import { formatRanges } from "./ranges.ts";
import { plannedMinutes } from "./speaking.ts";
import type { Deck, Footnote, Meta, Notes, Slide } from "./types.ts";
import { writeBlocks, writeHeading } from "./write-blocks.ts";
import { writeInlines } from "./write-inlines.ts";

/** The slide source of a deck, ending with a newline; empty for a deck without anything. */
export function serialize(deck: Deck): string {
  const { meta, slides, footnotes } = deck;
  const ids = assignIds(
    slides.map((slide) => ({ written: null, base: isCover(slide, deck) ? "cover" : baseId(slide.title, slide.body) })),
  );
  const parts = slides.map((slide, index) => {
    if (isCover(slide, deck)) return writeContent(slide);
    return joinParts([writeOpening(slide, slide.id === ids[index] ? null : slide.id, meta), writeContent(slide)]);
  });
  const text = joinParts([writeFrontMatter(meta), ...parts, ...footnotes.map(writeFootnote)]);
  return text === "" ? "" : `${text}\n`;
}

/** One slide's source, without the blank line before the next: what an editor inserts. */
export function serializeSlide(slide: Slide, meta: Meta): string {
  const derived = baseId(slide.title, slide.body);
  const id = slide.id === derived || slide.id.startsWith(`${derived}-`) ? null : slide.id;
  return joinParts([writeOpening(slide, id, meta), writeContent(slide)]);
}

function joinParts(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}

function isCover(slide: Slide, { slides, meta }: Deck): boolean {
  return slide === slides[0] && slide.layout === "cover" && !slide.forced && plainText(slide.title) === meta.title;
}

function writeContent({ body, notes }: Slide): string {
  return joinParts([writeBlocks(body), writeNotes(notes)]);
}

function writeNotes({ blocks }: Notes): string {
  return blocks.length === 0 ? "" : `::: notes\n${writeBlocks(blocks)}\n:::`;
}

/** The line that opens a slide: `---` where a heading would have neither text nor attributes, and there is a body. */
function writeOpening(slide: Slide, id: string | null, meta: Meta): string {
  const attributes = writeSettings(slide, id, meta);
  const bare = slide.title.length === 0 && attributes === "";
  if (bare && slide.layout !== "part" && (slide.body.length > 0 || slide.notes.blocks.length > 0)) return "---";
  return writeHeading(slide.layout === "part" && !slide.forced ? 1 : 2, slide.title, attributes);
}

/** `{…}` of a slide, or nothing: only what would not be so without it. */
function writeSettings(slide: Slide, id: string | null, meta: Meta): string {
  const { layout, forced, hidden, origin, notes, body } = slide;
  const inferred = layout === "part" || layout === inferLayout(body);
  const planned = plannedMinutes(notes, meta);
  const parts = [
    id === null ? "" : `#${id}`,
    forced || !inferred ? `.${layout}` : "",
    hidden ? ".hidden" : "",
    origin ? `brief=${formatRanges(origin.paragraphs)}` : "",
    planned === null ? "" : `minutes=${planned}`,
  ].filter((part) => part !== "");
  return parts.length > 0 ? `{${parts.join(" ")}}` : "";
}

function writeFootnote({ id, inlines }: Footnote): string {
  return `[^${id}]: ${writeInlines(inlines)}`.trimEnd();
}
