/** The only file that knows mammoth: a Word file → its document as a tree. No HTML is made. */

import { Refusal } from "../failure.ts";

/** What mammoth reads of a document (its own model, `lib/documents.js`). */
export type WordNode =
  | { readonly type: "document"; readonly children: readonly WordNode[]; readonly notes: WordNotes }
  | WordParagraph
  | {
      readonly type: "run";
      readonly children: readonly WordNode[];
      readonly isBold: boolean;
      readonly fontSize: number | null;
    }
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "tab" }
  | { readonly type: "hyperlink"; readonly children: readonly WordNode[] }
  | WordNoteReference
  | WordImage
  | WordTable
  | WordRow
  | WordCell
  | { readonly type: "break"; readonly breakType: string }
  | { readonly type: "checkbox" | "commentReference" | "bookmarkStart" };

export interface WordParagraph {
  readonly type: "paragraph";
  readonly children: readonly WordNode[];
  readonly styleId: string | null;
  readonly styleName: string | null;
  readonly numbering: { readonly isOrdered: boolean; readonly level: string } | null;
}
export interface WordNoteReference {
  readonly type: "noteReference";
  readonly noteType: string;
  readonly noteId: string;
}
export interface WordImage {
  readonly type: "image";
  readonly altText: string | null;
  readonly contentType: string | null;
  readAsArrayBuffer(): PromiseLike<ArrayBuffer>;
}
export interface WordTable {
  readonly type: "table";
  readonly children: readonly WordNode[];
}
export interface WordRow {
  readonly type: "tableRow";
  readonly children: readonly WordNode[];
  readonly isHeader: boolean;
}
export interface WordCell {
  readonly type: "tableCell";
  readonly children: readonly WordNode[];
  readonly colSpan: number;
  readonly rowSpan: number;
}
export interface WordNotes {
  resolve(reference: WordNoteReference): { readonly body: readonly WordNode[] } | null;
}
export type WordDocument = Extract<WordNode, { type: "document" }>;

/**
 * Reads a Word file whose parts were checked.
 * @throws Refusal `broken-word`.
 */
export async function readWord(file: Uint8Array): Promise<WordDocument> {
  const { default: mammoth } = await import("mammoth");
  let found: WordDocument | null = null;
  try {
    await mammoth.convertToHtml(
      // It only hands the bytes to its unzipper, which takes any array of bytes.
      { buffer: file as Buffer },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        transformDocument: (document: WordDocument) => {
          found = document;
          return { ...document, children: [] };
        },
      },
    );
  } catch (error) {
    throw new Refusal("broken-word", [], error);
  }
  if (found === null) throw new Refusal("broken-word");
  return found;
}
