import { plainText } from "../deck/plain.ts";
import type { Deck, Meta } from "../deck/types.ts";
import { renameElements } from "./pdf-elements.ts";
import { type PdfObjects, pdfText, readPdf, reference, writePdf, type Zlib } from "./pdf-file.ts";
import { turnLigatures } from "./pdf-letters.ts";

/**
 * What the browser's writer leaves out. It writes bookmarks in visual order; these are in logical order, parts above
 * their slides. The letters of Arabic ligatures are listed as readers of text expect them. Dates are removed, so that the
 * same deck gives the same file.
 * @param places The slide that each page shows; null where pages are no slides, as in a handout: then no bookmarks.
 * @returns null where the browser has printed something else than the PDF files that are known.
 */
export function finishPdf(
  printed: Uint8Array,
  deck: Deck,
  places: readonly number[] | null,
  zlib?: Zlib,
): Uint8Array | null {
  const file = readPdf(printed);
  if (file === null) return null;
  const { objects, root, info } = file;
  const catalog = textAt(objects, root);
  resolveDestinations(objects, catalog);
  renameElements(objects);
  turnLigatures(objects, zlib);
  const outlines = places === null ? null : addBookmarks(objects, pagesOf(objects, catalog), deck, places);
  objects.set(info, informationOf(deck.meta));
  objects.set(root, finishCatalog(catalog, deck.meta, outlines));
  return writePdf(file, zlib);
}

function textAt(objects: PdfObjects, number: number | null): string {
  const object = number === null ? undefined : objects.get(number);
  return typeof object === "string" ? object : "";
}

function informationOf({ title, authors, organization, subtitle }: Meta): string {
  const rows = {
    Title: title,
    Author: [...authors, organization].filter(Boolean).join(", "),
    Subject: subtitle,
    Creator: "Tadrich",
    Producer: "Tadrich",
  };
  const entries = Object.entries(rows).filter(([, text]) => text !== "");
  return `<<${entries.map(([key, text]) => `/${key} ${pdfText(text)}`).join(" ")}>>`;
}

/** Entries of the catalog that are ours to say, as the browser may have written them. */
const OURS = /\/(?:Lang \([^)]*\)|ViewerPreferences <<[^>]*>>|(?:Dests|Outlines) \d+ 0 R|PageMode \/\w+)\s*/g;

function finishCatalog(catalog: string, { lang, dir }: Meta, outlines: number | null): string {
  const direction = dir === "rtl" ? " /Direction /R2L" : "";
  const bookmarks = outlines === null ? "" : ` /Outlines ${outlines} 0 R /PageMode /UseOutlines`;
  const entries = `/Lang (${lang}) /ViewerPreferences <</DisplayDocTitle true${direction}>>${bookmarks}`;
  return `${catalog.replace(OURS, "").replace(/\s*>>$/, "")} ${entries}>>`;
}

/**
 * Links inside the file go straight to their page. The browser names each target by its address, and a Hebrew one,
 * escaped, is longer than the 127 bytes that a name may have (ISO 32000-1 Annex C).
 */
function resolveDestinations(objects: PdfObjects, catalog: string): void {
  const table = reference(catalog, "Dests");
  if (table === null) return;
  const targets = new Map<string, string>();
  for (const [, name = "", target = ""] of textAt(objects, table).matchAll(/(\/[^\s[]+)\s*(\[[^\]]*\])/g))
    targets.set(name, target);
  for (const [number, object] of objects) {
    if (typeof object !== "string" || !object.includes("/Subtype /Link")) continue;
    objects.set(
      number,
      object.replace(/\/Dest (\/[^\s/>]+)/, (whole, name: string) => {
        const target = targets.get(name);
        return target === undefined ? whole : `/Dest ${target}`;
      }),
    );
  }
  objects.delete(table);
}

/** Numbers of the pages, in order: the leaves of the page tree (ISO 32000-1 §7.7.3). */
function pagesOf(objects: PdfObjects, catalog: string): readonly number[] {
  const walk = (number: number): number[] => {
    const kids = /\/Kids \[([^\]]*)\]/.exec(textAt(objects, number))?.[1];
    if (kids === undefined) return [number];
    return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => walk(Number(kid)));
  };
  const top = reference(catalog, "Pages");
  return top === null ? [] : walk(top);
}

interface Bookmark {
  readonly title: string;
  readonly page: number;
  readonly children: Bookmark[];
}

/**
 * One bookmark a slide, a part's slides below the part's. Slides without a title are reached through their neighbours.
 * @returns The number of their root; null where there are none.
 */
function addBookmarks(
  objects: PdfObjects,
  pages: readonly number[],
  deck: Deck,
  places: readonly number[],
): number | null {
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
  if (top.length === 0) return null;
  const add = adderTo(objects);
  const root = add("");
  const { first, last } = writeLevel({ objects, add }, top, root);
  const count = top.reduce((sum, { children }) => sum + 1 + children.length, 0);
  objects.set(root, `<</Type /Outlines /First ${first} 0 R /Last ${last} 0 R /Count ${count}>>`);
  return root;
}

type Add = (object: string) => number;

/** Adds objects behind all others; each answer is the new one's number. */
function adderTo(objects: PdfObjects): Add {
  let last = 0;
  for (const number of objects.keys()) last = Math.max(last, number);
  return (object) => {
    objects.set(++last, object);
    return last;
  };
}

/** Siblings as the linked list that ISO 32000-1 §12.3.3 asks for. */
function writeLevel(
  { objects, add }: { readonly objects: PdfObjects; readonly add: Add },
  level: readonly Bookmark[],
  parent: number,
): { readonly first: number; readonly last: number } {
  const numbers = level.map(() => add(""));
  for (const [at, { title, page, children }] of level.entries()) {
    const number = numbers[at] ?? parent;
    const below = children.length === 0 ? null : writeLevel({ objects, add }, children, number);
    const links = {
      Parent: parent,
      Prev: numbers[at - 1],
      Next: numbers[at + 1],
      First: below?.first,
      Last: below?.last,
    };
    const entries = Object.entries(links).flatMap(([key, to]) => (to === undefined ? [] : [` /${key} ${to} 0 R`]));
    const count = below === null ? "" : ` /Count ${children.length}`;
    objects.set(number, `<</Title ${pdfText(title)} /Dest [${page} 0 R /Fit]${entries.join("")}${count}>>`);
  }
  return { first: numbers[0] ?? parent, last: numbers.at(-1) ?? parent };
}
