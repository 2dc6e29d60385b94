/** Edits of the front matter that leave its comments, order and every other line alone. */
import { readFrontMatter, writeValue } from "./front-matter.ts";
import { fields, type MetaKey } from "./meta-fields.ts";
import { scan } from "./scan.ts";
import { applyEdits, normalize, type TextEdit } from "./shape.ts";
import type { Source, Span } from "./types.ts";

/** Where a key's value stands in a source; null where it is not written. */
export function findMetaValue(source: Source, key: MetaKey): Span | null {
  const { keys } = readFrontMatter(source, scan(source.text).frontMatter).value;
  return keys.find((written) => written.key === key)?.value ?? null;
}

/**
 * Sets a key of the front matter, e.g. `duration`; null takes its line away. A key that is there keeps its name and its
 * place; a new one goes last, in Hebrew where the first key is Hebrew; without front matter one is made. Front matter in
 * YAML's `{…}` style is left as it is.
 */
export function setFrontMatterKey(
  text: string,
  key: MetaKey,
  value: string | number | readonly string[] | null,
): string {
  const source = normalize(text);
  const { frontMatter } = scan(source.text);
  const written = typeof value === "number" ? String(value) : value === null ? null : writeValue(value);
  if (!frontMatter)
    return written === null
      ? text
      : applyEdits(text, [{ start: 0, end: 0, text: `---\n${name(key, false)}: ${written}\n---\n\n` }]);
  const yaml = source.text.slice(frontMatter.start, frontMatter.end);
  if (yaml.trimStart().startsWith("{")) return text;
  const { keys } = readFrontMatter(source, frontMatter).value;
  const found = keys.find((item) => item.key === key);
  if (written === null)
    return found ? applyEdits(text, [lineOf(source.text, found.name.start, found.value.end)]) : text;
  if (!found) {
    const hebrew = /^\s*["']?\p{Script=Hebrew}/u.test(yaml);
    return applyEdits(text, [
      { start: frontMatter.end, end: frontMatter.end, text: `${name(key, hebrew)}: ${written}\n` },
    ]);
  }
  const end = found.value.start + source.text.slice(found.value.start, found.value.end).trimEnd().length;
  const empty = end === found.value.start;
  return applyEdits(text, [{ start: found.value.start, end, text: empty ? ` ${written}` : written }]);
}

function name(key: MetaKey, hebrew: boolean): string {
  const names = fields.find((field) => field.key === key)!.names;
  const chosen = hebrew ? names.find((candidate) => /\p{Script=Hebrew}/u.test(candidate)) : names[0];
  return hebrew ? (chosen ?? names[0]!).replaceAll("-", " ") : names[0]!;
}

function lineOf(text: string, start: number, end: number): TextEdit {
  const first = text.lastIndexOf("\n", start - 1) + 1;
  const trimmed = start + text.slice(start, end).trimEnd().length;
  const newline = text.indexOf("\n", trimmed);
  return { start: first, end: newline < 0 ? text.length : newline + 1, text: "" };
}
