/** Damage to single characters, mended before any order is weighed. */

/** Hebrew presentation forms, U+FB1D–FB4F: ligatures and letters with their points, as one character each. */
const presentation = /[\ufb1d-\ufb4f]/gu;

/** Embeddings, overrides and isolates. Single marks (U+200E, U+200F) may be meant, and stay. */
const controls = /[\u202a-\u202e\u2066-\u2069]/gu;

/** Points and accents that lost their letter: behind a space. */
const torn = /(?<=[א-ת][\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7]*) +(?=[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7])/gu;

/** Points in front of the first letter of a line belong to it. */
const first = /^(\s*)([\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7]+)([א-ת])/u;

/** Writes presentation forms with their letters, drops direction controls and gives points back to their letters. */
export function mendSigns(raw: string): string {
  return raw
    .replace(presentation, (form) => form.normalize("NFKD"))
    .replace(controls, "")
    .replace(torn, "")
    .replace(first, "$1$3$2");
}
