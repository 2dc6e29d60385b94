import type { Pictures } from "../types.ts";
import type { PackageWriter } from "./package.ts";

const EXTENSIONS: Readonly<Record<string, string>> = {
  "image/png": "png",
  "image/jpeg": "jpeg",
  "image/gif": "gif",
  "image/svg+xml": "svg",
};

/** One transparent pixel: a stand-in for a vector picture that could not be drawn. */
const BLANK_PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=";

function blankPng(): Uint8Array {
  return Uint8Array.from(atob(BLANK_PNG), (char) => char.charCodeAt(0));
}

/** Whether PowerPoint shows pictures of this media type. */
export function isOfficePicture(type: string): boolean {
  return Object.hasOwn(EXTENSIONS, type);
}

/** Pictures in the package: each once, however often it is shown. */
export class MediaStore {
  readonly #writer: PackageWriter;
  readonly #pictures: Pictures;
  readonly #stored = new Map<string, { readonly part: string; readonly fallback: string | null }>();

  constructor(writer: PackageWriter, pictures: Pictures) {
    this.#writer = writer;
    this.#pictures = pictures;
  }

  /** @returns paths relative to a slide. An SVG comes with a raster stand-in, as the format demands. */
  store(src: string): { readonly part: string; readonly fallback: string | null } {
    const known = this.#stored.get(src);
    if (known !== undefined) return known;
    const picture = this.#pictures.get(src);
    const extension = EXTENSIONS[picture?.type ?? ""];
    if (picture === undefined || extension === undefined) throw new Error(`There is no picture ${src} to store.`);
    const name = `media/deck${this.#stored.size + 1}`;
    this.#writer.addMedia(`ppt/${name}.${extension}`, picture.bytes);
    const fallback = extension === "svg" ? `../${name}-raster.png` : null;
    if (fallback !== null) this.#writer.addMedia(`ppt/${name}-raster.png`, picture.raster ?? blankPng());
    const stored = { part: `../${name}.${extension}`, fallback };
    this.#stored.set(src, stored);
    return stored;
  }
}
