/**
 * Front matter: YAML to a total {@link Meta}, and back. The only file that knows the YAML library. Scalars are read with
 * the failsafe schema, so that `2019-03-11`, `1,024` and `no` stay as written.
 */
import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from "yaml";
import { type Args, type DiagnoseOptions, diagnose } from "./diagnostic.ts";
import { fields, type MetaKey } from "./meta-fields.ts";
import { normalizeName } from "./names.ts";
import { nearest } from "./nearest.ts";
import {
  type Diagnostic,
  type Direction,
  LANGS,
  type Lang,
  type Meta,
  type Outcome,
  type Source,
  type Span,
} from "./types.ts";

/** Front matter as it is written: anything may be missing. The total type is {@link Meta}. */
export type MetaSpec = Partial<Omit<Meta, "dir">>;

const DEFAULTS: Omit<Meta, "dir"> = {
  title: "",
  subtitle: "",
  authors: [],
  organization: "",
  date: "",
  series: "",
  number: "",
  source: "",
  brief: [],
  lang: "he",
  theme: "mabat",
  marking: "",
  duration: 0,
  rate: 0,
  ranges: "preserve",
  typographyOff: [],
  transition: "none",
  footer: "",
};

const DIRECTIONS: Readonly<Record<Lang, Direction>> = { he: "rtl", ar: "rtl", fa: "rtl", yi: "rtl", en: "ltr" };

/** Larger front matter is no front matter; the limit also bounds how deep YAML can nest. */
const MAX_LENGTH = 100_000;

/** Fills what the author did not write, and derives the direction from the language. */
export function toMeta(spec: MetaSpec = {}): Meta {
  const meta = { ...DEFAULTS, ...spec };
  return { ...meta, dir: DIRECTIONS[meta.lang] };
}

/** One key as it stands in the source. */
export interface WrittenKey {
  readonly key: MetaKey;
  /** Of the key's name. */
  readonly name: Span;
  /** Of the value, quotes included; empty and right after the colon where there is none. */
  readonly value: Span;
  /** Of the text within the value's quotes where it is the value letter for letter, else null. */
  readonly literal: Span | null;
}

export interface FrontMatter {
  readonly meta: Meta;
  readonly keys: readonly WrittenKey[];
}

interface Reading {
  readonly source: Source;
  readonly offset: number;
  readonly diagnostics: { code: string; span: Span | null; args: Args; more: DiagnoseOptions }[];
}

/** Reads the YAML at `span` of the source. Messages come in `lang`, or in the deck's own language. */
export function readFrontMatter(source: Source, span: Span | null, lang: Lang | null = null): Outcome<FrontMatter> {
  const reading: Reading = { source, offset: span?.start ?? 0, diagnostics: [] };
  const { spec, keys } = span ? readYaml(reading, source.text.slice(span.start, span.end)) : { spec: {}, keys: [] };
  const meta = toMeta(spec);
  const diagnostics: Diagnostic[] = reading.diagnostics.map(({ code, span, args, more }) =>
    diagnose(code, source.path, span, args, { ...more, lang: lang ?? meta.lang }),
  );
  return { value: { meta, keys }, diagnostics };
}

function note(reading: Reading, code: string, span: Span | null, args: Args = {}, more: DiagnoseOptions = {}): void {
  reading.diagnostics.push({ code, span, args, more });
}

function readYaml(reading: Reading, yaml: string): { spec: MetaSpec; keys: readonly WrittenKey[] } {
  const root = parseYaml(reading, yaml);
  if (root === null) return { spec: {}, keys: [] };
  const whole = { start: reading.offset, end: reading.offset + yaml.length };
  if (!isMap(root)) {
    note(reading, "meta/not-a-mapping", whole);
    return { spec: {}, keys: [] };
  }
  const spec: Record<string, unknown> = {};
  const keys: WrittenKey[] = [];
  for (const pair of root.items) {
    const key = pair.key as Node | null;
    const name = isScalar(key) ? String(key.value) : "";
    const at = nodeSpan(reading, key);
    const field = findField(name);
    if (!field) {
      reportUnknownKey(reading, name, at);
      continue;
    }
    const earlier = keys.find((written) => written.key === field.key);
    if (earlier) {
      note(reading, "meta/duplicate-key", at, {
        key: name,
        other: reading.source.text.slice(earlier.name.start, earlier.name.end),
      });
      continue;
    }
    keys.push(writtenKey(reading, field.key, at, pair.value as Node | null));
    const value = toPlain(reading, pair.value as Node | null);
    if (value === null) continue;
    const read = field.read(value);
    if (read === null) note(reading, "meta/bad-value", keys.at(-1)!.value, { key: name, expected: field.expected });
    else spec[field.key] = read;
  }
  return { spec: spec as MetaSpec, keys };
}

function parseYaml(reading: Reading, yaml: string): Node | null {
  if (yaml.length > MAX_LENGTH) {
    note(reading, "meta/yaml", { start: reading.offset, end: reading.offset + 1 }, { detail: `> ${MAX_LENGTH}` });
    return null;
  }
  try {
    const document = parseDocument(yaml, {
      schema: "failsafe",
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: "silent",
    });
    for (const { message, pos } of document.errors.slice(0, 5)) {
      const span = {
        start: reading.offset + Math.min(pos[0], yaml.length),
        end: reading.offset + Math.min(pos[1], yaml.length),
      };
      note(reading, "meta/yaml", span, { detail: message.split("\n", 1)[0]! });
    }
    return document.contents;
  } catch (error) {
    // The library recurses; a hundred thousand brackets are the author's mistake and not ours.
    if (!(error instanceof RangeError)) throw error;
    note(reading, "meta/yaml", { start: reading.offset, end: reading.offset + 1 }, { detail: "nesting" });
    return null;
  }
}

function nodeSpan({ offset }: Reading, node: Node | null): Span {
  const [start, end] = node?.range ?? [0, 0];
  return { start: offset + start, end: offset + end };
}

function findField(name: string): (typeof fields)[number] | null {
  const wanted = normalizeName(name);
  return fields.find((field) => field.names.includes(wanted)) ?? null;
}

function reportUnknownKey(reading: Reading, name: string, span: Span): void {
  const near = nearest(
    normalizeName(name),
    fields.flatMap((field) => field.names),
  );
  const fix =
    near === null
      ? null
      : { span, text: near.replaceAll("-", /\p{Script=Hebrew}/u.test(near) ? " " : "-"), safe: false };
  note(reading, "meta/unknown-key", span, { key: name, nearest: fix?.text ?? "" }, { help: near !== null, fix });
}

function writtenKey(reading: Reading, key: MetaKey, name: Span, value: Node | null): WrittenKey {
  const { source } = reading;
  const missing = !value?.range || value.range[0] === value.range[1];
  const span = missing ? { start: name.end + 1, end: name.end + 1 } : nodeSpan(reading, value);
  const text = source.text.slice(span.start, span.end);
  const quoted = /^(["'])[\s\S]*\1$/.test(text) ? 1 : 0;
  const inner = { start: span.start + quoted, end: span.end - quoted };
  const literal = isScalar(value) && source.text.slice(inner.start, inner.end) === value.value ? inner : null;
  return { key, name, value: span, literal };
}

/** A value of strings, lists and maps; null where there is none. Aliases are refused, so nothing can be shared or grow. */
function toPlain(reading: Reading, node: Node | null): Plain | null {
  if (node === null) return null;
  if (isAlias(node) || ("anchor" in node && node.anchor)) {
    note(reading, "meta/alias", nodeSpan(reading, node));
    return null;
  }
  if (isScalar(node)) return String(node.value ?? "").trim() || null;
  if (isSeq(node)) return node.items.map((item) => toPlain(reading, item as Node) ?? "").filter((item) => item !== "");
  if (!isMap(node)) return null;
  const plain: Record<string, Plain> = {};
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : "";
    if (name !== "__proto__") plain[name] = toPlain(reading, value as Node | null) ?? "";
  }
  return plain;
}

/** YAML as it comes out of the failsafe schema. */
export type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };

export function isLang(value: string): value is Lang {
  return (LANGS as readonly string[]).includes(value);
}

/** The front matter of a deck with its marks, or nothing where all is as it would be without. The inverse of reading. */
export function writeFrontMatter(meta: Meta): string {
  const lines = fields.flatMap(({ key, names, write }) => {
    const value = write(meta[key]);
    const standard = write(DEFAULTS[key]);
    return String(value) === String(standard) ? [] : [`${names[0]}: ${writeValue(value)}`];
  });
  return lines.length === 0 ? "" : `---\n${lines.join("\n")}\n---`;
}

/** A value as YAML on one line. */
export function writeValue(value: string | readonly string[]): string {
  return typeof value === "string" ? writeScalar(value) : `[${value.map((item) => writeScalar(item, ",")).join(", ")}]`;
}

/**
 * Plain where YAML 1.2 (7.3.3) reads it back letter for letter, else between quotes: single ones where Hebrew
 * gershayim stand inside, double ones otherwise, whose escapes are JSON's.
 */
function writeScalar(text: string, separators = ""): string {
  const plain =
    /^[\p{L}\p{N}][^#:{}[\]\n\r\t\\]*$/u.test(text.replace(/(?<=\S):(?=\S)/g, "").replace(/(?<=\S)#/g, "")) &&
    text.trim() === text &&
    !/^(?:---|\.\.\.)/.test(text) &&
    ![...separators].some((c) => text.includes(c));
  if (plain) return text;
  const single = text.includes('"') && !/['\\\p{C}]/u.test(text);
  return single ? `'${text}'` : JSON.stringify(text);
}
