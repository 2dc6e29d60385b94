/** The part of a font that the rooms without a disk need: its name, its bytes as text, and how wide its letters are. */

/** Measures of one face. All lengths are in thousandths of an em. */
export interface FaceMetrics {
  readonly family: string;
  readonly weight: number;
  /** Height above the baseline, positive. */
  readonly ascent: number;
  /** Depth below the baseline, positive. */
  readonly descent: number;
  /** Advance width by character; a character that is missing is not in the font. */
  readonly widths: Readonly<Record<string, number>>;
}

/** A row of `fonts.json`, the list that `scripts/fonts.ts` writes beside the font files. */
export interface FaceFile extends FaceMetrics {
  /** File name beside `fonts.json`, e.g. `heebo-400.woff2`. */
  readonly file: string;
  /** Whether it holds Arabic letters, Hebrew letters or only Latin ones. */
  readonly script: "Arab" | "Hebr" | "Latn";
}

/** A face ready to be put into a page: `data` is the woff2 file in base64. */
export interface FontFace extends FaceFile {
  readonly data: string;
}
