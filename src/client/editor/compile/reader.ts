/** Reading a slide source again after an edit: only what is new in it is parsed. */

import { check } from "../../../check/index.ts";
import { assignIds, baseId, isValidId } from "../../../deck/ids.ts";
import { applyIgnores } from "../../../deck/ignore.ts";
import { parse } from "../../../deck/parse.ts";
import { plainText } from "../../../deck/plain.ts";
import { type ScannedSlide, scan } from "../../../deck/scan.ts";
import type { Diagnostic, Footnote, Lang, Meta, Slide, Source } from "../../../deck/types.ts";

/** A slide as it was parsed, perhaps at another place of the source and under another id. */
export interface Piece {
  /** The same object as long as the slide's own text is the same: what was made of it can be kept by it. */
  readonly parsed: Slide;
  /** Places are those of the source that `parsed` was read from. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A piece in its place. */
export interface PlacedSlide {
  readonly piece: Piece;
  readonly slide: Slide;
}

export interface Reading {
  readonly meta: Meta;
  readonly slides: readonly PlacedSlide[];
  readonly footnotes: readonly Footnote[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What stands before the first heading: front matter and the cover's text. */
interface Front {
  readonly text: string;
  readonly meta: Meta;
  readonly cover: Piece | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** More new slides than this, and reading the whole source is as fast. */
const MOST_NEW = 24;
/** What only the whole source can answer: footnotes, and links to other slides. */
const NEEDS_WHOLE = /\[\^|\]\(#/;
/** `[name]: address` anywhere may be what `[name]` means on any slide. */
const DEFINITION = "]:";
/** Found in a slide that is read alone, though the deck as a whole has it. */
const OF_THE_WHOLE: ReadonlySet<string> = new Set(["deck/no-title", "deck/empty", "deck/dead-fragment"]);

/**
 * Parses sources that follow one another. `read` parses the slides whose text has changed, each alone with the front
 * matter, and gives ids, parts and places anew; `readWhole` is `parse`, and what `read` must be equal to. They differ
 * only in diagnostics: those that concern several slides at once, and those of the check room, wait for `readWhole`.
 */
export class Reader {
  readonly #lang: Lang | undefined;
  #front: Front | null = null;
  #meta = "";
  #defines = false;
  #pieces = new Map<string, Piece>();

  constructor(lang?: Lang) {
    this.#lang = lang;
  }

  read(source: Source): Reading {
    const scanned = scan(source.text);
    const [first, ...slides] = scanned.slides;
    const front = this.#front;
    if (!first || front === null || front.text !== source.text.slice(0, first.end))
      return this.readWhole(source, false);
    const texts = slides.map(({ start, end }) => source.text.slice(start, end));
    const missing = texts.filter((text) => !this.#pieces.has(text));
    const defines = this.#defines || missing.some((text) => text.includes(DEFINITION));
    const whole = defines || scanned.footnotes.length > 0 || missing.some((text) => NEEDS_WHOLE.test(text));
    if (whole || missing.length > MOST_NEW) return this.readWhole(source, false);
    const head = source.text.slice(0, first.start);
    for (const text of missing) this.#pieces.set(text, this.#readAlone(head, text, source.path));
    const pieces = texts.map((text) => this.#pieces.get(text) as Piece);
    return place(source, front, slides, pieces);
  }

  /** @param checked Whether the rules of the check room look at it too, which takes longer. */
  readWhole(source: Source, checked = true): Reading {
    const { value: deck, diagnostics: noticed } = parse(source, this.#options());
    const found = checked ? check(deck, source, this.#options()) : [];
    const diagnostics = [...applyIgnores(source, noticed), ...found];
    const [first, ...scanned] = scan(source.text).slides;
    const meta = JSON.stringify(deck.meta);
    if (meta !== this.#meta) this.#pieces.clear();
    this.#meta = meta;
    const cover = deck.slides.length > scanned.length ? (deck.slides[0] ?? null) : null;
    const slides = cover === null ? deck.slides : deck.slides.slice(1);
    const before = this.#pieces;
    this.#pieces = new Map();
    const defined = this.#defines;
    this.#defines = source.text.includes(DEFINITION);
    const shared = defined || this.#defines ? /\[/ : NEEDS_WHOLE;
    const sorted = sortByPlace(diagnostics, scanned);
    const placed = slides.map((slide, index): PlacedSlide => {
      const text = source.text.slice(slide.span.start, slide.span.end);
      const found = sorted.slides[index] ?? [];
      const kept = shared.test(text) ? undefined : before.get(text)?.parsed;
      const parsed = kept ?? slide;
      const piece = { parsed, diagnostics: found.map((item) => shift(item, parsed.span.start - slide.span.start)) };
      this.#pieces.set(text, piece);
      return { piece, slide };
    });
    const coverPiece = cover && this.#keepCover({ parsed: cover, diagnostics: [] }, source.text.slice(0, first?.end));
    this.#front = {
      text: source.text.slice(0, first?.end),
      meta: deck.meta,
      cover: coverPiece,
      diagnostics: sorted.front,
    };
    return {
      meta: deck.meta,
      slides: [...(coverPiece && cover ? [{ piece: coverPiece, slide: cover }] : []), ...placed],
      footnotes: deck.footnotes,
      diagnostics,
    };
  }

  #keepCover(cover: Piece, text: string): Piece {
    return this.#front?.text === text && this.#front.cover !== null ? this.#front.cover : cover;
  }

  /** A line end stands in for front matter that is missing, for a `---` at the very start would open one. */
  #readAlone(head: string, text: string, path: string): Piece {
    const lead = head === "" ? "\n" : head;
    const { value, diagnostics } = parse({ path, text: lead + text }, this.#options());
    const parsed = value.slides.at(-1) as Slide;
    const own = diagnostics.filter(
      ({ code, span }) => span !== null && span.start >= lead.length && !OF_THE_WHOLE.has(code),
    );
    return { parsed, diagnostics: own };
  }

  #options(): { readonly lang?: Lang } {
    return this.#lang === undefined ? {} : { lang: this.#lang };
  }
}

/** Gives the pieces their ids, parts and places, by the same rules as `parse`. */
function place(source: Source, front: Front, scanned: readonly ScannedSlide[], pieces: readonly Piece[]): Reading {
  const covers = front.cover === null ? [] : [front.cover];
  const ids = assignIds([
    ...covers.map(() => ({ written: null, base: "cover" })),
    ...pieces.map(({ parsed }, index) => ({
      written: writtenId(scanned, index),
      base: baseId(parsed.title, parsed.body),
    })),
  ]);
  let part = "";
  let backup = false;
  const slides = pieces.map((piece, index): PlacedSlide => {
    const { start, end } = scanned[index] as ScannedSlide;
    const { parsed } = piece;
    if (parsed.layout === "part") part = plainText(parsed.title);
    const id = ids[index + covers.length] as string;
    const slide = { ...parsed, id, part, backup, span: { start, end } };
    if (parsed.layout === "end") backup = true;
    return { piece, slide };
  });
  const diagnostics = slides.flatMap(({ piece, slide }) =>
    piece.diagnostics.map((item) => shift(item, slide.span.start - piece.parsed.span.start)),
  );
  return {
    meta: front.meta,
    slides: [...covers.map((piece) => ({ piece, slide: piece.parsed })), ...slides],
    footnotes: [],
    diagnostics: applyIgnores(source, [...front.diagnostics, ...diagnostics]),
  };
}

/** Of two slides with one written id the first has it. */
function writtenId(scanned: readonly ScannedSlide[], index: number): string | null {
  const idOf = (slide: ScannedSlide | undefined): string | undefined => slide?.attributes?.ids[0]?.value;
  const id = idOf(scanned[index]);
  if (id === undefined || !isValidId(id)) return null;
  return scanned.findIndex((slide) => idOf(slide) === id) === index ? id : null;
}

function sortByPlace(
  diagnostics: readonly Diagnostic[],
  scanned: readonly ScannedSlide[],
): { readonly front: readonly Diagnostic[]; readonly slides: readonly (readonly Diagnostic[])[] } {
  const front: Diagnostic[] = [];
  const slides: Diagnostic[][] = scanned.map(() => []);
  for (const item of diagnostics) {
    const at = item.span?.start ?? -1;
    const index = scanned.findLastIndex(({ start }) => start <= at);
    (slides[index] ?? front).push(item);
  }
  return { front, slides };
}

/** The same diagnostic of a text that stands further on. */
export function shift(item: Diagnostic, by: number): Diagnostic {
  if (by === 0 || item.span === null) return item;
  const move = ({ start, end }: { readonly start: number; readonly end: number }) => ({
    start: start + by,
    end: end + by,
  });
  return { ...item, span: move(item.span), fix: item.fix && { ...item.fix, span: move(item.fix.span) } };
}
