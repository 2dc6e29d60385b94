import { PDFDict, PDFDocument, PDFHexString, PDFName, type PDFPage, PDFRef, PDFString } from "pdf-lib";
import { plainText } from "../deck/plain.ts";
import type { Deck } from "../deck/types.ts";
import { renameElements } from "./pdf-elements.ts";

/**
 * What the browser's writer leaves out. It writes bookmarks in visual order; these are in logical order, parts above
 * their slides. Dates are removed, so that the same deck gives the same file.
 * @param places The slide that each page shows; null where pages are no slides, as in a handout: then no bookmarks.
 */
export async function finishPdf(
  printed: Uint8Array,
  deck: Deck,
  places: readonly number[] | null,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false });
  const { meta } = deck;
  pdf.setTitle(meta.title);
  pdf.setAuthor([...meta.authors, meta.organization].filter(Boolean).join(", "));
  pdf.setSubject(meta.subtitle);
  pdf.setProducer("Tadrich");
  pdf.setCreator("Tadrich");
  const info = pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict);
  for (const key of ["CreationDate", "ModDate"]) info.delete(PDFName.of(key));
  delete pdf.context.trailerInfo.ID;
  pdf.catalog.set(PDFName.of("Lang"), PDFString.of(meta.lang));
  const preferences = pdf.catalog.getOrCreateViewerPreferences();
  preferences.setDisplayDocTitle(true);
  if (meta.dir === "rtl") preferences.dict.set(PDFName.of("Direction"), PDFName.of("R2L"));
  resolveDestinations(pdf);
  renameElements(pdf);
  if (places !== null) addBookmarks(pdf, deck, places);
  return pdf.save({ useObjectStreams: true, updateFieldAppearances: false });
}

/**
 * Links inside the file go straight to their page. The browser names each target by its address, and a Hebrew one,
 * escaped, is longer than the 127 bytes that a name may have (ISO 32000-1 Annex C).
 */
function resolveDestinations(pdf: PDFDocument): void {
  const { context, catalog } = pdf;
  const places = catalog.lookupMaybe(PDFName.of("Dests"), PDFDict);
  if (places === undefined) return;
  for (const page of pdf.getPages()) {
    const annotations = page.node.Annots();
    for (let at = 0; at < (annotations?.size() ?? 0); at++) {
      const annotation = annotations?.lookupMaybe(at, PDFDict);
      const name = annotation?.get(PDFName.of("Dest"));
      const target = name instanceof PDFName ? context.lookup(places.get(name)) : undefined;
      if (target !== undefined) annotation?.set(PDFName.of("Dest"), target);
    }
  }
  const table = catalog.get(PDFName.of("Dests"));
  catalog.delete(PDFName.of("Dests"));
  if (table instanceof PDFRef) context.delete(table);
}

interface Bookmark {
  readonly title: string;
  readonly page: PDFPage;
  readonly children: Bookmark[];
}

/** One bookmark a slide, a part's slides below the part's. Slides without a title are reached through their neighbours. */
function addBookmarks(pdf: PDFDocument, deck: Deck, places: readonly number[]): void {
  const pages = pdf.getPages();
  const top: Bookmark[] = [];
  let part: Bookmark | null = null;
  for (const [at, slide] of deck.slides.entries()) {
    const page = pages[places.indexOf(at)];
    const title = plainText(slide.title);
    if (page === undefined || title === "") continue;
    const bookmark: Bookmark = { title, page, children: [] };
    if (slide.layout === "part") part = bookmark;
    const parent: Bookmark | null = slide.layout === "part" || slide.part === "" ? null : part;
    (parent?.children ?? top).push(bookmark);
  }
  if (top.length === 0) return;
  const root = pdf.context.nextRef();
  const { first, last } = writeLevel(pdf, top, root);
  const count = top.reduce((sum, { children }) => sum + 1 + children.length, 0);
  pdf.context.assign(root, pdf.context.obj({ Type: "Outlines", First: first, Last: last, Count: count }));
  pdf.catalog.set(PDFName.of("Outlines"), root);
  pdf.catalog.set(PDFName.of("PageMode"), PDFName.of("UseOutlines"));
}

/** Siblings as the linked list that ISO 32000-1 §12.3.3 asks for. */
function writeLevel(pdf: PDFDocument, level: readonly Bookmark[], parent: PDFRef): { first: PDFRef; last: PDFRef } {
  const refs = level.map(() => pdf.context.nextRef());
  for (const [at, { title, page, children }] of level.entries()) {
    const below = children.length === 0 ? null : writeLevel(pdf, children, refs[at] ?? parent);
    const entry = pdf.context.obj({
      Title: PDFHexString.fromText(title),
      Parent: parent,
      Dest: [page.ref, "Fit"],
      ...(at > 0 ? { Prev: refs[at - 1] ?? parent } : {}),
      ...(at < refs.length - 1 ? { Next: refs[at + 1] ?? parent } : {}),
      ...(below === null ? {} : { First: below.first, Last: below.last, Count: children.length }),
    });
    pdf.context.assign(refs[at] ?? parent, entry);
  }
  return { first: refs[0] ?? parent, last: refs.at(-1) ?? parent };
}
