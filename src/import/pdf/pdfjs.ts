/** The only file that knows pdf.js: a PDF → what its pages draw, as operators with their arguments. */

import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { Refusal } from "../failure.ts";
import type { Limits } from "../limits.ts";

/** An operator of a content stream with its arguments, as pdf.js decodes them. */
export interface Operator {
  readonly name: string;
  readonly args: readonly unknown[];
}

export interface PdfFont {
  readonly name: string;
  readonly bold: boolean;
  /** Horizontal scale from glyph space to text space; 0.001 but for Type 3 fonts. */
  readonly scale: number;
  readonly vertical: boolean;
}

export interface PdfImage {
  readonly width: number;
  readonly height: number;
  /** 1 bit grey, 24 bit RGB or 32 bit RGBA, as pdf.js's ImageKind. */
  readonly kind: number;
  readonly data: Uint8Array;
}

export interface PdfPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** From user space to the page as it is read: y grows downward, rotation undone. */
  readonly transform: readonly number[];
  readonly operators: readonly Operator[];
  font(id: string): PdfFont | null;
  /** Null for a picture that cannot be decoded. */
  image(id: string): Promise<PdfImage | null>;
  /** Descriptions of the pictures, in reading order, where the file is tagged. */
  readonly descriptions: readonly string[];
}

export interface PdfFile {
  readonly pages: number;
  readonly title: string;
  readonly author: string;
  page(number: number): Promise<PdfPage>;
  close(): Promise<void>;
}

/**
 * Opens a PDF.
 * @throws Refusal `not-a-pdf`, `broken-pdf`, `encrypted` or `too-many-pages`.
 */
export async function openPdf(bytes: Uint8Array, limits: Limits): Promise<PdfFile> {
  refuseTruncated(bytes);
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const names = new Map(Object.entries(pdfjs.OPS).map(([name, code]) => [code as number, name]));
  const document = await load(pdfjs.getDocument, bytes, limits);
  if (document.numPages > limits.pages) throw new Refusal("too-many-pages", [document.numPages, limits.pages]);
  const { info } = await orBroken(document.getMetadata());
  const property = (name: string): string => {
    const value = (info as Readonly<Record<string, unknown>>)[name];
    return typeof value === "string"
      ? value
          .replace(/[\u0000-\u001f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "")
          .trim()
          .slice(0, 300)
      : "";
  };
  return {
    pages: document.numPages,
    title: property("Title"),
    author: property("Author"),
    page: (number) => orBroken(document.getPage(number).then((page) => readPage(page, number, names))),
    close: () => document.loadingTask.destroy(),
  };
}

/** A PDF ends in `%%EOF` (ISO 32000-2 §7.5.5). One that was cut off would come without its last pages, and nobody would know. */
function refuseTruncated(bytes: Uint8Array): void {
  const tail = String.fromCharCode(...bytes.subarray(-4096));
  if (!tail.includes("%%EOF") && !tail.includes("startxref")) throw new Refusal("broken-pdf");
}

async function load(
  open: (options: object) => { promise: Promise<PDFDocumentProxy> },
  bytes: Uint8Array,
  limits: Limits,
): Promise<PDFDocumentProxy> {
  try {
    return await open({
      data: bytes.slice(),
      verbosity: 0,
      isEvalSupported: false,
      enableXfa: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      disableAutoFetch: true,
      maxImageSize: limits.pixels,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
    }).promise;
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    throw new Refusal(name === "PasswordException" ? "encrypted" : "broken-pdf", [], error);
  }
}

/** What pdf.js throws while it reads a page is the file's fault. */
async function orBroken<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new Refusal("broken-pdf", [], error);
  }
}

async function readPage(page: PDFPageProxy, number: number, names: ReadonlyMap<number, string>): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList();
  const operators = fnArray.map((code, at) => ({
    name: names.get(code) ?? "",
    args: (argsArray[at] as readonly unknown[] | null) ?? [],
  }));
  const descriptions = descriptionsOf((await page.getStructTree()) as StructNode | null);
  return {
    number,
    width: viewport.width,
    height: viewport.height,
    transform: viewport.transform as readonly number[],
    operators,
    descriptions,
    font: (id) => toFont(take(page.commonObjs, id)),
    image: (id) => decoded(id.startsWith("g_") ? page.commonObjs : page.objs, id),
  };
}

function take(
  store: { has(id: string): boolean; get(id: string): unknown },
  id: string,
): Readonly<Record<string, unknown>> | null {
  const value = store.has(id) ? store.get(id) : null;
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
}

/** Pictures are decoded after the operators are there. */
function decoded(
  store: { get(id: string, callback: (value: unknown) => void): unknown },
  id: string,
): Promise<PdfImage | null> {
  return new Promise((resolve) => {
    store.get(id, (value) => resolve(toImage(value as Readonly<Record<string, unknown>> | null)));
  });
}

function toFont(font: Readonly<Record<string, unknown>> | null): PdfFont | null {
  if (font === null) return null;
  const name = typeof font.name === "string" ? font.name : "";
  const matrix = Array.isArray(font.fontMatrix) ? (font.fontMatrix as number[]) : [0.001];
  return {
    name,
    bold: font.bold === true || /bold|black|heavy|semi|demi/iu.test(name),
    scale: matrix[0] ?? 0.001,
    vertical: font.vertical === true,
  };
}

function toImage(image: Readonly<Record<string, unknown>> | null): PdfImage | null {
  const { width, height, kind, data } = image ?? {};
  if (typeof width !== "number" || typeof height !== "number" || typeof kind !== "number") return null;
  return data instanceof Uint8Array || data instanceof Uint8ClampedArray
    ? { width, height, kind, data: new Uint8Array(data.buffer, data.byteOffset, data.length) }
    : null;
}

interface StructNode {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly StructNode[];
}

function descriptionsOf(tree: StructNode | null, depth = 0): string[] {
  if (tree === null || depth > 100) return [];
  const own = tree.role === "Figure" ? [tree.alt ?? ""] : [];
  return [...own, ...(tree.children ?? []).flatMap((child) => descriptionsOf(child, depth + 1))];
}
