/** Pixels → PNG (ISO/IEC 15948), so that a picture from a PDF can stand on a slide. */

import { zlibSync } from "fflate";
import type { PdfImage } from "./pdfjs.ts";

/** Colour type and bits of a sample for pdf.js's kinds of pixels: 1 grey, 2 RGB, 3 RGBA. */
const LAYOUTS: Readonly<Record<number, { readonly color: number; readonly depth: number; readonly bits: number }>> = {
  1: { color: 0, depth: 1, bits: 1 },
  2: { color: 2, depth: 8, bits: 24 },
  3: { color: 6, depth: 8, bits: 32 },
};

/** Null where the pixels are of another kind, or fewer than the size says. */
export function encodePng({ width, height, kind, data }: PdfImage): Uint8Array | null {
  const layout = LAYOUTS[kind];
  if (!layout) return null;
  const stride = Math.ceil((width * layout.bits) / 8);
  if (data.length < stride * height) return null;
  const rows = new Uint8Array((stride + 1) * height);
  for (let y = 0; y < height; y++) rows.set(data.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([layout.depth, layout.color, 0, 0, 0], 8);
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return concat([signature, chunk("IHDR", header), chunk("IDAT", zlibSync(rows)), chunk("IEND", new Uint8Array(0))]);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(
    [...name].map((letter) => letter.charCodeAt(0)),
    4,
  );
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** The cyclic redundancy check of PNG's annex D, a bit at a time over a table of a byte. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ CRC[(crc ^ byte) & 0xff]!;
  return (crc ^ 0xffffffff) >>> 0;
}
const CRC: readonly number[] = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
