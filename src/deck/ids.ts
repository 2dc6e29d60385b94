/** Names for slides in addresses: made from titles, so that a link survives edits elsewhere. */
import { blockTexts, plainText } from "./plain.ts";
import type { Block, Inline } from "./types.ts";

/** Ids that the page itself uses. */
const RESERVED: readonly string[] = ["deck-data"];
const MAX_LENGTH = 60;
const ID = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u;

/** Whether a written id can be used as it is: reveal.js takes a number for the position of a slide, so not digits only. */
export function isValidId(id: string): boolean {
  return ID.test(id) && id.length <= MAX_LENGTH && !/^\d+$/.test(id) && !RESERVED.includes(id);
}

/**
 * The id of a title: letters and digits of any script, the rest as hyphens. Hebrew letters stay: they are allowed in an
 * HTML id (DOM standard: no white space) and browsers encode them in the fragment. Points, gershayim and quotes within a
 * word vanish, so that `צה"ל` is `צהל`.
 */
export function slug(title: string): string {
  const words = title
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\p{M}"'״׳’”]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-");
  const cut = [...words]
    .slice(0, MAX_LENGTH)
    .join("")
    .replace(/^-+|-+$/g, "");
  return /^\d*$/.test(cut) ? `slide${cut && `-${cut}`}` : cut;
}

/** What a slide's id is made of: its title, else its first words. */
export function baseId(title: readonly Inline[], body: readonly Block[]): string {
  const words = plainText(title).trim() || (blockTexts(body).find((text) => text.trim() !== "") ?? "");
  return slug(
    words
      .split(/\s+/)
      .slice(0, title.length > 0 ? 20 : 6)
      .join(" "),
  );
}

/**
 * Ids for all slides at once. Written ids come first, so that they never move; of equal slugs the first keeps the name
 * and the others are numbered in order.
 */
export function assignIds(
  slides: readonly { readonly written: string | null; readonly base: string }[],
): readonly string[] {
  const taken = new Set(RESERVED);
  for (const { written } of slides) if (written !== null) taken.add(written);
  const counts = new Map<string, number>();
  return slides.map(({ written, base }) => {
    if (written !== null) return written;
    let count = counts.get(base) ?? 1;
    let id = count === 1 ? base : `${base}-${count}`;
    while (taken.has(id)) id = `${base}-${++count}`;
    counts.set(base, count + 1);
    taken.add(id);
    return id;
  });
}
