/** Pixels of a picture. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** What a picture without a size of its own is taken for. */
const UNKNOWN: PictureSize = { width: 1200, height: 675 };

type Reader = (bytes: Uint8Array, view: DataView) => PictureSize | null;
const READERS: Readonly<Record<string, Reader>> = {
  "image/png": (bytes, view) => (bytes.length < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) }),
  "image/gif": (bytes, view) =>
    bytes.length < 10 ? null : { width: view.getUint16(6, true), height: view.getUint16(8, true) },
  "image/jpeg": jpegSize,
  "image/svg+xml": (bytes) => svgSize(new TextDecoder().decode(bytes.subarray(0, 4096))),
};

/** The natural size of a picture, read from its head; 16:9 where it says nothing. */
export function pictureSize(bytes: Uint8Array, type: string): PictureSize {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = READERS[type]?.(bytes, view) ?? null;
  return size !== null && size.width > 0 && size.height > 0 ? size : UNKNOWN;
}

/** Frames that hold the size (ISO/IEC 10918-1 B.2.2): SOF0–SOF15 without DHT, JPG and DAC. */
function jpegSize(bytes: Uint8Array, view: DataView): PictureSize | null {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** The `viewBox`, else `width` and `height` in pixels. */
function svgSize(head: string): PictureSize | null {
  const tag = /<svg\b[^>]*>/i.exec(head)?.[0] ?? "";
  const box = /\bviewBox\s*=\s*["']\s*[-\d.e]+[\s,]+[-\d.e]+[\s,]+([\d.e]+)[\s,]+([\d.e]+)/i.exec(tag);
  if (box !== null) return { width: Number(box[1]), height: Number(box[2]) };
  const length = (name: string): number =>
    Number(new RegExp(`\\b${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`, "i").exec(tag)?.[1]);
  const size = { width: length("width"), height: length("height") };
  return Number.isFinite(size.width) && Number.isFinite(size.height) ? size : null;
}
