import type { Rule } from "../types.ts";

const INVISIBLE: Readonly<Record<string, string>> = {
  "\u00AD": "U+00AD soft hyphen",
  "\u200B": "U+200B zero width space",
  "\u2060": "U+2060 word joiner",
  "\uFEFF": "U+FEFF byte order mark",
};
const HIDDEN = /[\u00AD\u200B\u2060\uFEFF]/g;
/** Ligatures of Latin, Hebrew letters with points or of print, Arabic letters by their place in the word. */
const FORMS = /[\uFB00-\uFB06\uFB1D-\uFDFB\uFE70-\uFEFC]+/g;

/** Characters that are not seen, left behind by word processors and web pages. */
export const invisible: Rule = ({ source }) =>
  [...source.text.matchAll(HIDDEN)].map(({ 0: character, index }) => {
    const span = { start: index, end: index + 1 };
    return {
      code: "text/invisible",
      span,
      args: { name: INVISIBLE[character] ?? "" },
      fix: { span, text: "", safe: true },
    };
  });

/**
 * Letters in the forms of print, as some PDF files give them: search does not find them. Arabic ones may stand in visual
 * order as well, so that only a person can mend them.
 */
export const presentationForms: Rule = ({ source }) =>
  [...source.text.matchAll(FORMS)].flatMap(({ 0: text, index }) => {
    const other = text.normalize("NFKC");
    if (other === text) return [];
    const span = { start: index, end: index + text.length };
    const safe = !/[\uFB50-\uFEFC]/.test(text);
    return [{ code: "text/presentation-form", span, args: { text, other }, fix: { span, text: other, safe } }];
  });
