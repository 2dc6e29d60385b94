/** What kind of file is it? Its first bytes decide; its name only where they cannot. */

import { Refusal } from "./failure.ts";

export type Kind = "pdf" | "docx" | "markdown" | "text";

/** Kinds whose bytes run through a large parser: the edge reads them apart, with a limit of time and memory. */
export function isBinaryKind(kind: Kind): kind is "pdf" | "docx" {
  return kind === "pdf" || kind === "docx";
}

const FOREIGN: readonly (readonly [RegExp, "unknown-kind" | "binary"])[] = [
  [/^\{\\rtf/u, "unknown-kind"],
  [/^\s*(?:<!doctype html|<html|<\?xml|<svg)/iu, "unknown-kind"],
  [/^(?:\u0089PNG|GIF8|\u00ff\u00d8\u00ff|%!PS|\u007fELF|MZ)/u, "binary"],
];

/**
 * @param name The file's name, or `-` for a pipe.
 * @throws Refusal where the name promises something else, or the kind is none that can be read.
 */
export function kindOf(bytes: Uint8Array, name: string): Kind {
  if (bytes.length === 0) throw new Refusal("empty");
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  const extension = /\.([a-z0-9]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? "";
  if (head.includes("%PDF-")) return "pdf";
  if (extension === "pdf") throw new Refusal("not-a-pdf");
  if (head.startsWith("PK") || head.startsWith("\u00d0\u00cf\u0011\u00e0")) return "docx";
  if (/^doc[xm]?$/u.test(extension)) throw new Refusal("not-a-word-file");
  const foreign = FOREIGN.find(([pattern]) => pattern.test(head.replace(/^\u00ef\u00bb\u00bf/u, "")));
  if (foreign) throw new Refusal(foreign[1]);
  if (/^(?:md|markdown)$/u.test(extension)) return "markdown";
  if (extension !== "" && extension !== "txt" && extension !== "text") throw new Refusal("unknown-kind");
  return looksLikeMarkdown(bytes) ? "markdown" : "text";
}

/** Two headings with number signs near the start: a text of that kind is Markdown, whatever its name. */
function looksLikeMarkdown(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 16_000));
  return (start.match(/^#{1,3} \S/gmu)?.length ?? 0) >= 2;
}
