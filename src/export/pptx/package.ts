import type { Fill } from "../types.ts";
import { dropIllegal } from "../xml.ts";
import { type Deflate, zipParts } from "../zip.ts";
import type { Relations } from "./relations.ts";

const PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml.";
const OFFICE = "application/vnd.openxmlformats-officedocument.";

/** Content types of the parts that are written (ECMA-376 part 1 §13, §14, §15.2). */
export const CONTENT_TYPES = {
  presentation: `${PRESENTATION}presentation.main+xml`,
  slide: `${PRESENTATION}slide+xml`,
  slideLayout: `${PRESENTATION}slideLayout+xml`,
  slideMaster: `${PRESENTATION}slideMaster+xml`,
  notesMaster: `${PRESENTATION}notesMaster+xml`,
  notesSlide: `${PRESENTATION}notesSlide+xml`,
  presProps: `${PRESENTATION}presProps+xml`,
  tableStyles: `${PRESENTATION}tableStyles+xml`,
  theme: `${OFFICE}theme+xml`,
  app: `${OFFICE}extended-properties+xml`,
  core: "application/vnd.openxmlformats-package.core-properties+xml",
} as const;

/** Content types by file ending. */
const DEFAULTS: Readonly<Record<string, string>> = {
  rels: "application/vnd.openxmlformats-package.relationships+xml",
  xml: "application/xml",
  png: "image/png",
  jpeg: "image/jpeg",
  gif: "image/gif",
  svg: "image/svg+xml",
};

/** The parts of a file while it is put together; the order of writing is the order in the zip. */
export class PackageWriter {
  readonly #fill: Fill;
  readonly #parts = new Map<string, string | Uint8Array>();
  readonly #overrides: { readonly path: string; readonly type: string }[] = [];
  readonly #defaults = new Map<string, string>([
    ["rels", DEFAULTS.rels ?? ""],
    ["xml", DEFAULTS.xml ?? ""],
  ]);

  constructor(fill: Fill) {
    this.#fill = fill;
  }

  /** Fills a template into a part. */
  addXml(path: string, type: string, template: string, view: object): void {
    this.addPart(path, type, dropIllegal(this.#fill(template, view)));
  }

  /** Puts a part in as it is. */
  addPart(path: string, type: string, content: string | Uint8Array): void {
    this.#overrides.push({ path, type });
    this.#parts.set(path, content);
  }

  /** A part of somebody else's, with its own content type; relationships and the like have none of their own. */
  addForeign(path: string, type: string | null, content: Uint8Array): void {
    if (type === null || path.endsWith(".rels")) this.#parts.set(path, content);
    else this.addPart(path, type, content);
  }

  /** A part whose content type goes by its ending. */
  addMedia(path: string, bytes: Uint8Array): void {
    const extension = extensionOf(path);
    this.setDefault(extension, DEFAULTS[extension] ?? "application/octet-stream");
    this.#parts.set(path, bytes);
  }

  setDefault(extension: string, type: string): void {
    this.#defaults.set(extension, type);
  }

  has(path: string): boolean {
    return this.#parts.has(path);
  }

  /** The relationships of a part; nothing where it has none. */
  addRelations(path: string, relations: Relations): void {
    if (relations.list.length === 0) return;
    const at = path.lastIndexOf("/") + 1;
    const name = `${path.slice(0, at)}_rels/${path.slice(at)}.rels`;
    this.#parts.set(name, dropIllegal(this.#fill("relationships.hbs", relations.list)));
  }

  /** The whole file. The list of content types comes first, where readers of streams expect it. */
  toBytes(deflate?: Deflate): Uint8Array {
    const defaults = [...this.#defaults].map(([extension, type]) => ({ extension, type }));
    const types = this.#fill("content-types.hbs", { defaults, overrides: this.#overrides });
    return zipParts(new Map([["[Content_Types].xml", types], ...this.#parts]), deflate);
  }
}

export function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1).toLowerCase();
}
