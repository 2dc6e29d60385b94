/**
 * Reads letter widths and vertical measures out of a TrueType file: the few fields of `head`, `hhea`, `hmtx` and
 * `cmap` (OpenType 1.9) that line breaking needs.
 */
export interface SfntMetrics {
  readonly ascent: number;
  readonly descent: number;
  /** Advance width in thousandths of an em, or null where the font lacks the character. */
  widthOf(codePoint: number): number | null;
}

const EM = 1000;

export function readSfnt(bytes: Uint8Array): SfntMetrics {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = readTableOffsets(view);
  const unitsPerEm = view.getUint16(tables.at("head") + 18);
  const hhea = tables.at("hhea");
  const hmtx = tables.at("hmtx");
  const longMetrics = view.getUint16(hhea + 34);
  const scale = (units: number): number => Math.round((units * EM) / unitsPerEm);
  const glyphOf = readCharacterMap(view, tables.at("cmap"));
  return {
    ascent: scale(view.getInt16(hhea + 4)),
    descent: scale(-view.getInt16(hhea + 6)),
    widthOf(codePoint) {
      const glyph = glyphOf(codePoint);
      // Glyphs past numberOfHMetrics repeat the last advance width.
      return glyph === 0 ? null : scale(view.getUint16(hmtx + Math.min(glyph, longMetrics - 1) * 4));
    },
  };
}

function readTableOffsets(view: DataView): { at(tag: string): number } {
  const offsets = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + i * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
    offsets.set(tag, view.getUint32(record + 8));
  }
  return {
    at(tag) {
      const offset = offsets.get(tag);
      if (offset === undefined) throw new Error(`The font has no table "${tag}".`);
      return offset;
    },
  };
}

/** Unicode in the basic plane is all that the product's faces hold: `cmap` format 4. */
function readCharacterMap(view: DataView, cmap: number): (codePoint: number) => number {
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const subtable = cmap + view.getUint32(cmap + 4 + i * 8 + 4);
    if (view.getUint16(subtable) === 4) return readFormat4(view, subtable);
  }
  throw new Error("The font has no character map in format 4.");
}

function readFormat4(view: DataView, table: number): (codePoint: number) => number {
  const doubled = view.getUint16(table + 6);
  const ends = table + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const ranges = deltas + doubled;
  return (codePoint) => {
    for (let at = 0; at < doubled; at += 2) {
      if (view.getUint16(ends + at) < codePoint) continue;
      const start = view.getUint16(starts + at);
      if (start > codePoint) return 0;
      const delta = view.getUint16(deltas + at);
      const range = view.getUint16(ranges + at);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const glyph = view.getUint16(ranges + at + range + (codePoint - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
