/** A picture that a slide shows, found and read at the edge. */
export interface Picture {
  readonly bytes: Uint8Array;
  /** Media type, found out from the bytes. */
  readonly type: string;
  /** Pixels; the natural size. */
  readonly width: number;
  readonly height: number;
  /** A PNG of a vector picture, for programs that draw none; null for other pictures and where none could be made. */
  readonly raster: Uint8Array | null;
}

/** Pictures by their `src` as written in the deck; one that is absent is shown as its alternative text. */
export type Pictures = ReadonlyMap<string, Picture>;

/** Fills a template of `templates/`, e.g. `pptx/slide`, with a view. Every value is escaped for XML. */
export type Fill = (template: string, view: object) => string;

/** Prints a page of HTML in the size that its own `@page` says: a browser at the edge, a stand-in in tests. */
export type Print = (html: string) => Promise<Uint8Array>;
