import { type Zippable, zipSync } from "fflate";

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
