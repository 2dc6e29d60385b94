/** Pictures from outside: known by their first bytes, never by what a file calls them. */

const KINDS: readonly { readonly extension: string; readonly head: readonly number[] }[] = [
  { extension: "png", head: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { extension: "jpg", head: [0xff, 0xd8, 0xff] },
  { extension: "gif", head: [0x47, 0x49, 0x46, 0x38] },
];

/** A safe name for the n-th picture; null for a kind that a slide cannot show. */
export function pictureName(bytes: Uint8Array, n: number): string | null {
  const kind = KINDS.find(({ head }) => head.every((byte, at) => bytes[at] === byte));
  return kind ? `picture-${n}.${kind.extension}` : null;
}
