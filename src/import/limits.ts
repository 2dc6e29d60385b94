/** What an importer takes from outside. Everything is checked before the work that it would cost. */
export interface Limits {
  /** Bytes of a file. */
  readonly bytes: number;
  /** Characters of a text. */
  readonly characters: number;
  /** Characters of one line: longer ones are data, not prose. */
  readonly line: number;
  readonly pages: number;
  /** Entries in a zip file. */
  readonly entries: number;
  /** Bytes of all entries of a zip file that would be read, when unpacked. */
  readonly unpacked: number;
  /** Bytes of one XML part, unpacked: parsed it takes about fifteen times as much. */
  readonly part: number;
  /** Depth of nested elements. */
  readonly depth: number;
  /** Pixels of one picture. */
  readonly pixels: number;
  readonly pictures: number;
}

export const LIMITS: Limits = {
  bytes: 50_000_000,
  characters: 2_000_000,
  line: 100_000,
  pages: 400,
  entries: 2_000,
  unpacked: 100_000_000,
  part: 8_000_000,
  depth: 200,
  pixels: 16_000_000,
  pictures: 100,
};
