import { unzipSync, type Zippable, zipSync } from "fflate";

/** The oldest date that a zip can hold, so that the same parts give the same bytes. */
const EPOCH = new Date(1980, 0, 1);
/** Pictures that are compressed already. */
const PACKED = /\.(?:png|jpe?g|gif|webp|avif|mp4|zip)$/i;

/** The parts of an office file as one zip, in the order given. */
export function zipParts(parts: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const encoder = new TextEncoder();
  const files: Zippable = {};
  for (const [path, content] of parts) {
    const bytes = typeof content === "string" ? encoder.encode(content) : content;
    files[path] = [bytes, { level: PACKED.test(path) ? 0 : 6, mtime: EPOCH }];
  }
  return zipSync(files);
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
