import { AlignmentType, Document, Footer, Header, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from "docx";
import type { Deck, Slide } from "../../deck/types.ts";
import { labelsOf } from "../../render/labels.ts";
import { setText } from "../../render/typeset.ts";
import { viewMarking } from "../../render/views/slide.ts";
import { agendaBlocks, footnoteNumbers } from "../content.ts";
import { joinFacts } from "../facts.ts";
import { flowOf } from "../pptx/language.ts";
import type { Pictures } from "../types.ts";
import { type Deflate, unzipParts, zipParts } from "../zip.ts";
import { type Piece, paragraph, piecesOf, plainParagraph } from "./blocks.ts";
import { type DocxContext, numberings } from "./context.ts";
import { documentStyles } from "./styles.ts";

export interface DocxOptions {
  readonly pictures: Pictures;
  readonly theme: { readonly tokens: ReadonlyMap<string, string> };
  readonly notes: boolean;
  /** How parts are compressed; a slower way that needs nothing where it is not given. */
  readonly deflate?: Deflate;
}

/** A typeset deck as a Word document to edit: a heading for each part and slide, real lists and tables, notes in a style. */
export async function writeDocx(deck: Deck, { pictures, theme, notes, deflate }: DocxOptions): Promise<Uint8Array> {
  const { meta } = deck;
  const lists = { count: 0, starts: new Set<number>() };
  const context: DocxContext = { lang: meta.lang, dir: meta.dir, look: {}, paragraph: {}, pictures, lists };
  const children = [
    ...frontPieces(deck, context),
    ...deck.slides.flatMap((slide) => slidePieces(slide, deck, context, notes)),
  ];
  const footnotes = footnotePieces(deck, context);
  const document = new Document({
    title: meta.title,
    subject: meta.subtitle,
    creator: meta.authors.join("; "),
    lastModifiedBy: meta.authors.join("; "),
    styles: documentStyles(flowOf(meta.lang, meta.dir), theme.tokens),
    numbering: numberings(context),
    footnotes,
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1300, bottom: 1300, left: 1300, right: 1300 } },
        },
        headers: { default: new Header({ children: headPieces(deck, context) }) },
        footers: { default: new Footer({ children: [pageLine()] }) },
        children,
      },
    ],
  });
  return withoutDates(await Packer.pack(document, "uint8array"), deflate);
}

function frontPieces({ meta, slides }: Deck, context: DocxContext): Piece[] {
  const line = (facts: readonly string[], style: string): Piece[] =>
    facts.some(Boolean) ? [paragraph(joinFacts(facts, meta), context, { style })] : [];
  const cover = slides.find(({ layout }) => layout === "cover");
  return [
    ...line([meta.title], "Title"),
    ...line([meta.subtitle], "Subtitle"),
    ...line([...meta.authors, meta.organization, meta.date], "Byline"),
    ...(cover === undefined ? [] : piecesOf(cover.body, context)),
  ];
}

function slidePieces(slide: Slide, deck: Deck, context: DocxContext, notes: boolean): Piece[] {
  const isPart = slide.layout === "part";
  const level = isPart ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
  const blocks = slide.layout === "agenda" ? agendaBlocks(slide, deck) : slide.body;
  const isCover = slide.layout === "cover";
  return [
    ...(isCover || slide.title.length === 0 ? [] : [paragraph(slide.title, context, { heading: level })]),
    ...(isCover ? [] : piecesOf(blocks, context)),
    ...(notes ? notePieces(slide, deck, context) : []),
  ];
}

function notePieces({ notes }: Slide, { meta }: Deck, context: DocxContext): Piece[] {
  if (notes.blocks.length === 0) return [];
  const label = plainParagraph(labelsOf(meta.lang).notes, context, { style: "NotesLabel" });
  return [label, ...piecesOf(notes.blocks, { ...context, paragraph: { style: "SpokenNotes" } })];
}

function headPieces({ meta }: Deck, context: DocxContext): Paragraph[] {
  const marking = viewMarking(meta.marking);
  return [
    ...(marking === null
      ? []
      : [paragraph(setText(marking.label, meta), { ...context, look: { bold: true } }, { style: "Marking" })]),
    paragraph(joinFacts([meta.title, meta.date], meta), context, { style: "Header" }),
  ];
}

function pageLine(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
}

/** Footnotes by the number of their reference. */
function footnotePieces(deck: Deck, context: DocxContext): Record<string, { children: Paragraph[] }> {
  const numbers = footnoteNumbers(deck.slides.map(({ title, body, notes }) => [title, body, notes.blocks]));
  return Object.fromEntries(
    [...numbers].map(([id, number]) => {
      const note = deck.footnotes.find((candidate) => candidate.id === id);
      return [String(number), { children: [paragraph(note?.inlines ?? [], context, { style: "FootnoteText" })] }];
    }),
  );
}

/** The library draws the ids of links by lot; here they are counted, in the order in which they occur. */
function withCountedIds(parts: ReadonlyMap<string, string | Uint8Array>): ReadonlyMap<string, string | Uint8Array> {
  const ids = new Map<string, string>();
  const count = (id: string): string => {
    const known = ids.get(id) ?? `rIdLink${ids.size + 1}`;
    ids.set(id, known);
    return known;
  };
  return new Map(
    [...parts].map(([path, content]) => {
      if (!/^word\/(?:_rels\/)?[\w.]+\.(?:xml|rels)$/.test(path) || typeof content === "string") return [path, content];
      const xml = new TextDecoder().decode(content);
      return [path, xml.replace(/rId[\w-]{21}(?=")/g, count)];
    }),
  );
}

/** The library stamps the hour of writing; the same deck has to give the same bytes. */
function withoutDates(bytes: Uint8Array, deflate: Deflate | undefined): Uint8Array {
  const parts = new Map<string, string | Uint8Array>(unzipParts(bytes) ?? []);
  const core = parts.get("docProps/core.xml");
  if (core instanceof Uint8Array) {
    const xml = new TextDecoder().decode(core).replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, "");
    parts.set("docProps/core.xml", xml);
  }
  return zipParts(withCountedIds(parts), deflate);
}
