/**
 * Import: the bytes of a brief → Brief → Deck.
 *
 *     const raw = await readFile(bytes, "brief.docx", tools);
 *     const brief = structure(raw);
 *     const { deck, sources, leftOut } = draft(brief, { slides: 12 });
 */

export * from "./brief.ts";
export { type Draft, type DraftOptions, draft, type LeftOut, type SlideSource } from "./draft/draft.ts";
export { Refusal, type RefusalReason } from "./failure.ts";
export { isBinaryKind, type Kind, kindOf } from "./kind.ts";
export { LIMITS, type Limits } from "./limits.ts";
export { readMarkdown } from "./markdown.ts";
export { refusalSentence } from "./messages.ts";
export { readBinary } from "./read.ts";
export { NO_PROPERTIES, type Properties, type Raw, structure } from "./structure.ts";
export { decodeText, plainLines, type ReadLine, readText, settleEmbeddings } from "./text.ts";
