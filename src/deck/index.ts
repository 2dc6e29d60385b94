/** The deck room: text to deck and back, diagnostics, edits, speaking time and interface strings. Pure; Node or browser. */

export { checkHref } from "./addresses.ts";
export { countDiagnostics, diagnose, hasErrors, sortDiagnostics } from "./diagnostic.ts";
export {
  duplicateSlide,
  insertSlide,
  moveSlide,
  readNotesSource,
  readSlide,
  removeSlide,
  replaceNotes,
  replaceSlide,
  type SlidePlace,
  setHidden,
  setMinutes,
} from "./edit.ts";
export { findMetaValue, setFrontMatterKey } from "./edit-meta.ts";
export {
  type DiagnosticJson,
  diagnosticsToJson,
  type FormatOptions,
  formatDiagnostic,
  formatDiagnostics,
  formatSummary,
} from "./format.ts";
export { type MetaSpec, toMeta } from "./front-matter.ts";
export { slug } from "./ids.ts";
export { applyIgnores } from "./ignore.ts";
export { sourceOffset, sourceSpan } from "./locate.ts";
export { type Conflict, diffSlides, type Merged } from "./merge.ts";
export type { MetaKey } from "./meta-fields.ts";
export { nearest } from "./nearest.ts";
export { type ParseOptions, parse } from "./parse.ts";
export { blockTexts, plainText } from "./plain.ts";
export { serialize, serializeSlide } from "./serialize.ts";
export {
  decode,
  indexLines,
  type LineIndex,
  lineColumn,
  MAX_SOURCE_BYTES,
  type Place,
  refuseTooLarge,
  toSource,
} from "./source.ts";
export {
  countWords,
  type DeckMinutes,
  deckMinutes,
  estimateMinutes,
  type PartMinutes,
  speakingRate,
} from "./speaking.ts";
export {
  pickStrings,
  STRINGS,
  type StringKey,
  type StringRow,
  type Strings,
  stringColumn,
  strings,
} from "./strings.ts";
export * from "./types.ts";
