import { dirname, isAbsolute, relative, resolve } from "node:path";
import { Failure } from "./failure.ts";
import { locateInside, readWhole } from "./files.ts";

/** Bytes; a larger picture does not belong inside one HTML file. */
export const IMAGE_LIMIT = 16 * 1024 * 1024;

export interface LoadedImage {
  readonly bytes: Uint8Array;
  /** e.g. `image/png`; found out from the bytes, never from the name. */
  readonly type: string;
}

/** Why a picture is not shown: the code of a diagnostic `image/…`. */
export type ImageProblem = "remote" | "outside" | "missing" | "not-an-image" | "too-large";

/**
 * Reads the picture that a slide names, relative to the slide source. It has to be inside the project's folder, links
 * followed; what the bytes are is read from the bytes.
 */
export async function loadImage(src: string, deckPath: string, project: string): Promise<LoadedImage | ImageProblem> {
  if (/^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(src) || /^[a-z][a-z0-9+.-]+:/i.test(src)) return "remote";
  const name = decodePath(src);
  if (name === null || isAbsolute(name)) return "outside";
  const place = await locateInside(project, relative(project, resolve(dirname(deckPath), name)));
  if (typeof place === "string") return place;
  try {
    const bytes = await readWhole(place.path, IMAGE_LIMIT);
    const type = imageType(bytes);
    return type === null ? "not-an-image" : { bytes, type };
  } catch (error) {
    if (error instanceof Failure) return error.code === "too-large" ? "too-large" : "missing";
    throw error;
  }
}

const SIGNATURES: readonly (readonly [type: string, offset: number, bytes: string])[] = [
  ["image/png", 0, "\x89PNG\r\n\x1a\n"],
  ["image/jpeg", 0, "\xff\xd8\xff"],
  ["image/gif", 0, "GIF8"],
  ["image/webp", 8, "WEBP"],
  ["image/avif", 4, "ftypavif"],
];

/** The media type of a picture that browsers show, from its first bytes; null for anything else. */
export function imageType(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  const known = SIGNATURES.find(([, offset, signature]) => head.startsWith(signature, offset));
  if (known !== undefined) return known[0];
  return /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(
    head,
  )
    ? "image/svg+xml"
    : null;
}

function decodePath(src: string): string | null {
  try {
    const name = decodeURIComponent(src.replace(/[?#].*$/, ""));
    return name === "" || name.includes("\0") ? null : name;
  } catch {
    return null;
  }
}
