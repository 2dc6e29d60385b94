import { deflateSync, unzipSync } from "fflate";

/** Compresses bytes to a raw stream (RFC 1951). */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

/** 1 January 1980 in the format of MS-DOS, the oldest date that a zip can hold: the same parts give the same bytes. */
const DATE = 0x0021;
/** Names are UTF-8 (APPNOTE 4.4.4, bit 11). */
const UTF8 = 0x0800;
const VERSION = 20;
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Pictures that are compressed already. */
const PACKED = /\.(?:png|jpe?g|gif|webp|avif|mp4|zip)$/i;

/**
 * The parts of an office file as one zip, in the order given.
 * @param deflate Node's own is several times as fast as the one in JavaScript that serves everywhere.
 */
export function zipParts(
  parts: ReadonlyMap<string, string | Uint8Array>,
  deflate: Deflate = (bytes) => deflateSync(bytes),
): Uint8Array {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [path, content] of parts) {
    const bytes = typeof content === "string" ? encoder.encode(content) : content;
    const packed = PACKED.test(path) ? null : deflate(bytes);
    const name = encoder.encode(path);
    const entry = entryFields(bytes, packed, name.length);
    chunks.push(fields([LOCAL, 4], ...entry), name, packed ?? bytes);
    directory.push(fields([CENTRAL, 4], [VERSION, 2], ...entry, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), name);
    offset += 30 + name.length + (packed ?? bytes).length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = fields([END, 4], [0, 2], [0, 2], [parts.size, 2], [parts.size, 2], [size, 4], [offset, 4], [0, 2]);
  return concat([...chunks, ...directory, end]);
}

type Field = readonly [value: number, bytes: 2 | 4];

/** What a part's own header and its row in the directory have in common (APPNOTE 4.3.7, 4.3.12). */
function entryFields(bytes: Uint8Array, packed: Uint8Array | null, nameLength: number): Field[] {
  return [
    [VERSION, 2],
    [UTF8, 2],
    [packed === null ? 0 : 8, 2],
    [0, 2],
    [DATE, 2],
    [checksum(bytes), 4],
    [(packed ?? bytes).length, 4],
    [bytes.length, 4],
    [nameLength, 2],
    [0, 2],
  ];
}

function fields(...list: readonly Field[]): Uint8Array {
  const bytes = new Uint8Array(list.reduce((sum, [, size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, size] of list) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}

/** The table of CRC-32 (ISO 3309, reflected polynomial 0xEDB88320). */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) sum = (TABLE[(sum ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** What a zip from outside may hold; an office template with pictures is far below. */
export const ZIP_LIMITS = { parts: 5_000, partBytes: 64 * 1024 * 1024, totalBytes: 256 * 1024 * 1024 } as const;

/**
 * The parts of a zip that somebody else made.
 * @returns null where it is no zip, or where it unpacks to more than `ZIP_LIMITS` allows.
 */
export function unzipParts(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | null {
  let parts = 0;
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        parts += 1;
        total += originalSize;
        const isTooMuch = parts > ZIP_LIMITS.parts || originalSize > ZIP_LIMITS.partBytes;
        // fflate unpacks no more than the size that was declared, so the declared sizes are what counts.
        if (isTooMuch || total > ZIP_LIMITS.totalBytes) throw new RangeError("too large");
        return true;
      },
    });
    return new Map(Object.entries(files).filter(([path]) => !path.endsWith("/")));
  } catch {
    return null;
  }
}
