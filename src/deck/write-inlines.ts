/** Inline nodes to Markdown: the mirror of `inlines.ts`. What is written here is read there as the same nodes. */
import type { Inline } from "./types.ts";

/** Where a row of inlines is written; each place has characters that would end it or mean something else. */
export interface Place {
  /** In the label of a link: brackets must be escaped. */
  readonly label: boolean;
  /** In a cell of a table: pipes must be escaped, also in code. */
  readonly cell: boolean;
  /** In the title of a picture: this quotation mark must be escaped. */
  readonly quote: string;
}

export const PLAIN: Place = { label: false, cell: false, quote: "" };

/** What stands right before and after a node; CommonMark's flanking rules look at them. */
interface Sides {
  readonly before: string;
  readonly after: string;
}

/** Inlines as one line of Markdown. */
export function writeInlines(
  inlines: readonly Inline[],
  place: Place = PLAIN,
  sides: Sides = { before: "", after: "" },
): string {
  const rest = inlines.map(
    (_, index) => firstCharacter(inlines[index + 1]) ?? (index + 1 < inlines.length ? "*" : sides.after),
  );
  let text = "";
  inlines.forEach((inline, index) => {
    const afterBreak = inlines[index - 1]?.type === "break";
    const before = text === "" ? sides.before : afterBreak ? "" : text.at(-1)!;
    text += writeInline(inline, place, { before, after: rest[index]! });
  });
  return text;
}

/** The first character that a node will write, or null where that depends on it being written. */
function firstCharacter(inline: Inline | undefined): string | null {
  if (!inline) return null;
  if (inline.type === "text") return inline.text[0] ?? "";
  if (inline.type === "strong" || inline.type === "emphasis" || inline.type === "strike") return null;
  return inline.type === "isolate" ? firstCharacter(inline.children[0]) : FIRST[inline.type];
}

const FIRST = { "inline-code": "`", link: "[", image: "!", break: "<", "footnote-ref": "[", tagged: "<" } as const;

function writeInline(inline: Inline, place: Place, sides: Sides): string {
  return INLINE_WRITERS[inline.type](inline as never, place, sides);
}

type Writers = {
  readonly [T in Inline["type"]]: (node: Extract<Inline, { type: T }>, place: Place, sides: Sides) => string;
};

const INLINE_WRITERS: Writers = {
  text: ({ text }, place, sides) => escapeText(text, place, sides),
  strong: ({ children }, place, sides) => writeMarked(children, "**", "b", place, sides),
  emphasis: ({ children }, place, sides) => writeMarked(children, "*", "i", place, sides),
  strike: ({ children }, place, sides) => writeMarked(children, "~~", "s", place, sides),
  "inline-code": ({ text }, place) => writeCode(text, place),
  link: ({ href, children }, place) => writeLink(href, children, place),
  image: ({ src, alt }, place) => `![${escapeText(alt, { ...place, label: true })}](${writeDestination(src, place)})`,
  break: () => "<br>",
  "footnote-ref": ({ id }) => `[^${id}]`,
  tagged: ({ tag, children }, place) => `<${tag}>${writeInlines(children, place, INSIDE_TAG)}</${tag}>`,
  // The typesetter adds isolates and the source has none: only what is in them is written.
  isolate: ({ children }, place, sides) => writeInlines(children, place, sides),
};

const INSIDE_TAG: Sides = { before: ">", after: "<" };

/**
 * Marks where CommonMark's flanking rules (6.2) let them work, else a tag. They work next to a letter or digit on the
 * inside whatever stands outside, except that two runs of the same mark would flow together.
 */
function writeMarked(children: readonly Inline[], mark: string, tag: string, place: Place, sides: Sides): string {
  const inside = writeInlines(children, place, { before: mark[0]!, after: mark[0]! });
  const [first = "", last = ""] = [inside[0], inside.at(-1)];
  const touches = [sides.before, sides.after, first, last].some(
    (c) => c === "*" || c === "_" || c === "~" || c === "\\",
  );
  const opens = isWord(first) || (first !== " " && isOutside(sides.before));
  const closes = isWord(last) || (last !== " " && isOutside(sides.after));
  const simple = inside !== "" && !touches && opens && closes && !children.some(isMarked);
  if (simple) return `${mark}${inside}${mark}`;
  return `<${tag}>${writeInlines(children, place, INSIDE_TAG)}</${tag}>`;
}

function isMarked({ type }: Inline): boolean {
  return type === "strong" || type === "emphasis" || type === "strike";
}

function isWord(c: string): boolean {
  return /[\p{L}\p{N}]/u.test(c);
}

/** Nothing, white space or punctuation: then the other side of a mark may be punctuation too. */
function isOutside(c: string): boolean {
  return c === "" || /[\s\p{P}\p{S}]/u.test(c);
}

/** CommonMark 6.1: as many backticks as do not stand inside, with a space where a backtick or a space would touch them. */
function writeCode(text: string, place: Place): string {
  const runs = text.match(/`+/g) ?? [];
  const lengths = new Set(runs.map((run) => run.length));
  let size = 1;
  while (lengths.has(size)) size++;
  const fence = "`".repeat(size);
  const pad = /^`|`$|^ .*[^ ].* $/s.test(text) ? " " : "";
  return `${fence}${pad}${place.cell ? text.replaceAll("|", "\\|") : text}${pad}${fence}`;
}

function writeLink(href: string, children: readonly Inline[], place: Place): string {
  const [only] = children;
  const bare = href.replace(/^mailto:/, "");
  if (children.length === 1 && only?.type === "text" && only.text === bare && isAutolink(href)) return `<${bare}>`;
  return `[${writeInlines(children, { ...place, label: true }, { before: "[", after: "]" })}](${writeDestination(href, place)})`;
}

/** CommonMark 6.5; a pipe would end a cell. */
function isAutolink(href: string): boolean {
  return /^(?:https?:\/\/[^\s<>|\\&]+|mailto:[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+)$/i.test(href);
}

/** CommonMark 6.3: bare where it has neither spaces nor brackets, else between angle brackets. */
function writeDestination(href: string, place: Place): string {
  const safe = href.replace(/[\\<>*_`&]/g, (c) => `\\${c}`).replace(/[\n\r]/g, "");
  const quoted = place.quote === "" ? safe : safe.replaceAll(place.quote, `\\${place.quote}`);
  const piped = place.cell ? quoted.replaceAll("|", "\\|") : quoted;
  return /[\s()]/.test(href) || href === "" ? `<${piped}>` : piped;
}

/**
 * Brackets that could be taken for a link or a footnote: `[^`, a pair that `(`, `[` or `:` follows, and one that has no
 * other. A pair such as `[12]` is safe, for no definition is ever written. Right before a link the end counts as `[`.
 */
const BRACKETS = /\[(?=\^)|\[(?![^[\]]*\](?![([:]))|\](?=[([:])/g;
const BRACKETS_BEFORE_LINK = /\[(?=\^)|\[(?![^[\]]*\](?![([:]|$))|\](?=[([:]|$)/g;

/**
 * Text with a backslash before whatever would be read as a mark. Only what could be one is escaped, so that prose stays
 * readable: `[12]`, `a_b` and `5 * 3` differ.
 */
export function escapeText(text: string, place: Place, sides: Sides = { before: "", after: "" }): string {
  const escaped = text
    .replace(/[\\`*]/g, "\\$&")
    .replace(/_/g, (c, at: number) => (isWord(text[at - 1] ?? "") && isWord(text[at + 1] ?? "") ? c : "\\_"))
    .replace(/~(?=~)|(?<=~)~/g, "\\~")
    .replace(/<(?=[a-zA-Z/!?])/g, "\\<")
    .replace(/&(?=#?[a-zA-Z0-9]+;)/g, "\\&")
    .replace(place.label ? /[[\]]/g : sides.after === "[" ? BRACKETS_BEFORE_LINK : BRACKETS, "\\$&")
    .replace(/\b(https?|ftp):(?=\/\/)/gi, "$1\\:")
    .replace(/\bwww\.(?=\S)/gi, "www\\.")
    .replace(/(?<=[\w.+-])@(?=[\w-]+\.)/g, "\\@")
    .replace(/\n/g, " ")
    .replace(/^ /, sides.before === "" ? "&#32;" : " ")
    .replace(/ $/, sides.after === "" ? "&#32;" : " ");
  const bang = sides.after === "[" ? escaped.replace(/!$/, "\\!") : escaped;
  const piped = place.cell ? bang.replaceAll("|", "\\|") : bang;
  return place.quote === "" ? piped : piped.replaceAll(place.quote, `\\${place.quote}`);
}
