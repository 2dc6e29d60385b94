/** The head of a brief: series, number, date, title and authors, which stand before the first prose. */

import type { Furniture, Unnumbered } from "./brief.ts";
import { plainText } from "./brief.ts";
import type { Proto } from "./lines.ts";
import { STOP } from "./lines.ts";
import type { Properties } from "./structure.ts";
import { isFunctionWord, MONTH, stem, wordsOf } from "./words.ts";

export interface Head {
  readonly title: string;
  readonly authors: readonly string[];
  readonly series: string;
  readonly number: string;
  readonly date: string;
  readonly furniture: readonly Furniture[];
  /** What comes after the head. */
  readonly rest: readonly Unnumbered[];
}

const DATE = new RegExp(
  `(?:\\d{1,2}(?:\\s*[-–]\\s*\\d{1,2})?\\s+)?[בל]?${MONTH}\\s+\\d{4}|\\d{1,2}[./]\\d{1,2}[./](?:20)?\\d{2}(?!\\d)|${MONTH}\\s+\\d{1,2},?\\s+\\d{4}`,
  "u",
);
const NUMBER =
  /(?:גיליון|גליון|כרך|מספר|מס['׳]?|חוברת|عدد|Issue|Vol\.?|No\.?),?\s*(?:מס['׳]?\s*)?:?\s*(\d+(?:[/.-]\d+)?)/iu;
const LOOSE_DATE = new RegExp(`(?:^|\\s)(?:[בל]?${MONTH}|גיליון|כרך|חוברת)(?:[\\s,]|$)`, "u");
const BY = /^(?:מאת|כותבים|כותבת|כותב|מחברים|מחברת|מחבר|כתבו|כתבה|כתב|by|بقلم)\s*:?\s+/iu;
const TITLES_OF_PEOPLE = /(?:^|\s)(?:ד["״]ר|פרופ['׳]|פרופסור|עו["״]ד|סא["״]ל|אל["״]ם|תא["״]ל|אלוף|Dr\.|Prof\.)\s/u;
const SECTION =
  /^(?:\d+[.)]\s*)?(?:רקע|מבוא|הקדמה|פתיחה|תקציר|תמצית|סיכום|מסקנות|המלצות|עיקרי|שורה תחתונה|נספח|תוכן|summary|abstract|introduction|background)/iu;

/** Parts the head from the body. */
export function partHead(protos: readonly Proto[], properties: Properties): Head {
  if (properties.isTrusted) return headOf(protos, properties);
  const known = new Set(protos.filter(isProse).flatMap(({ block }) => wordsOf(plainText(block)).map(stem)));
  const end = headEnd(protos, known);
  const rows = protos.slice(0, end);
  const dated = rows.filter(({ block }) => isDateline(plainText(block)));
  const titled = titleRows(rows.filter((row) => !dated.includes(row)));
  const named = rows.filter(
    (row) => !dated.includes(row) && !titled.includes(row) && isAuthors(row, rows, titled, known),
  );
  const back = rows.filter((row) => ![...dated, ...titled, ...named].includes(row));
  const line = datelineOf(dated.map(({ block }) => plainText(block)).join(", "));
  const title = titled
    .map(({ block }) => plainText(block))
    .join(" ")
    .trim();
  const authors = named.flatMap(({ block }) => peopleOf(plainText(block)));
  const furniture = (kind: Furniture["kind"], from: readonly Proto[]): Furniture[] =>
    from.map(({ block, isDoubtful }) => ({ kind, text: plainText(block), place: block.place, isDoubtful }));
  return {
    title: title || properties.title,
    authors: authors.length > 0 ? authors : properties.authors,
    ...line,
    furniture: [...furniture("date", dated), ...furniture("title", titled), ...furniture("authors", named)],
    rest: [...back, ...protos.slice(end)].map(({ block }) => block),
  };
}

/** A head that the file tells itself; a first heading that repeats the title goes. */
function headOf(protos: readonly Proto[], { title, authors, series, number, date }: Properties): Head {
  const [first, ...rest] = protos;
  const repeats = first !== undefined && title.startsWith(plainText(first.block));
  return {
    title,
    authors,
    series,
    number,
    date,
    furniture: [],
    rest: (repeats ? rest : protos).map(({ block }) => block),
  };
}

/** The head ends where prose starts: a paragraph that is long or ends in a stop, anything but a line of words, a section. */
function headEnd(protos: readonly Proto[], known: ReadonlySet<string>): number {
  const end = protos.findIndex(({ block }, at) => {
    if (block.type !== "paragraph" && block.type !== "heading") return true;
    const text = block.text.trim();
    if (at > 0 && SECTION.test(text) && wordsOf(text).length < 6) return true;
    if (block.type === "heading" && at > 0 && isProse(protos[at + 1]) && protos.slice(0, at).some(isTitleLike)) {
      return !isByline(text) && !looksLikePeople(text, known);
    }
    return isProse(protos[at]);
  });
  return Math.min(end < 0 ? protos.length : end, 8);
}

function isTitleLike({ block }: Proto): boolean {
  return !isDateline(plainText(block)) && !isByline(plainText(block));
}

function isProse(proto: Proto | undefined): boolean {
  if (proto?.block.type !== "paragraph") return false;
  const { text } = proto.block;
  if (isDateline(text) && wordsOf(text).length < 14) return false;
  return (
    wordsOf(text).length > 24 ||
    (STOP.test(text) && !text.endsWith("?") && !/\)$/u.test(text) && wordsOf(text).length > 6)
  );
}

/** A short line with an issue number or a date, also where its words came in the wrong order. */
function isDateline(text: string): boolean {
  if (wordsOf(text).length > 16 || /[.?!]$/u.test(text.trim())) return false;
  return (
    DATE.test(text) || NUMBER.test(text) || (LOOSE_DATE.test(text) && /\d/u.test(text) && wordsOf(text).length <= 10)
  );
}

function datelineOf(text: string): Pick<Head, "series" | "number" | "date"> {
  const date = DATE.exec(text)?.[0] ?? "";
  const number = NUMBER.exec(text);
  const series = text
    .replace(date, "")
    .replace(number?.[0] ?? "", "")
    .split(/[,|•·;]|\s[-–—]\s/u)
    .map((part) => part.replace(/^[\s:–—-]+|[\s:–—-]+$/gu, ""))
    .filter((part) => /\p{L}{2}/u.test(part));
  return { series: series.slice(0, 2).join(", "), number: number?.[1] ?? "", date };
}

/** The title: what the file calls so, else the largest lines, else the first; a line that ends in a colon goes on. */
function titleRows(rows: readonly Proto[]): readonly Proto[] {
  const candidates = rows.filter(({ block }) => !isByline(plainText(block)));
  const largest = Math.max(...candidates.map(({ size }) => size));
  const first = candidates.findIndex(
    ({ size, block }) => size >= largest - 0.05 && (block.type !== "heading" || size > 1 || block.level === 1),
  );
  const at = Math.max(first, 0);
  const title = candidates.slice(at, at + 1);
  for (const row of candidates.slice(at + 1)) {
    const before = title.at(-1)!;
    const isSameSize = largest > 1.15 && Math.abs(row.size - largest) < 0.05;
    if (!plainText(before.block).trim().endsWith(":") && !isSameSize && !isRemainder(before, row)) break;
    title.push(row);
  }
  return title;
}

/** A single word on the very next line is the end of a title that was wrapped. */
function isRemainder(before: Proto, row: Proto): boolean {
  const isNext = row.block.place.line === before.block.place.lastLine + 1;
  return isNext && wordsOf(plainText(before.block)).length >= 5 && wordsOf(plainText(row.block)).length === 1;
}

/** A line that names people: it says so, or it holds titles of persons or an address. */
function isByline(text: string): boolean {
  return BY.test(text.trim()) || TITLES_OF_PEOPLE.test(text) || /\S@\S/u.test(text);
}

function isAuthors(
  { block }: Proto,
  rows: readonly Proto[],
  titled: readonly Proto[],
  known: ReadonlySet<string>,
): boolean {
  const text = plainText(block).trim();
  if (isByline(text)) return true;
  const isFirst = rows.find((row) => !titled.includes(row) && !isDateline(plainText(row.block)))?.block === block;
  return (isFirst || peopleOf(text).length > 1) && looksLikePeople(text, known);
}

/** Two to four words a person, and mostly words of which the prose knows nothing: a heading's words return in its section. */
function looksLikePeople(text: string, known: ReadonlySet<string>): boolean {
  if (/[\d:?!.]/u.test(text) || SECTION.test(text)) return false;
  const people = peopleOf(text).map(wordsOf);
  const words = people.flat();
  if (people.length === 0 || people.some((name) => name.length < 2 || name.length > 4)) return false;
  return !words.some(isFunctionWord) && words.filter((word) => known.has(stem(word))).length <= words.length / 3;
}

/** Names in a line of authors: parted by commas, or by the ו of the last one. */
export function peopleOf(line: string): string[] {
  const text = line
    .replace(BY, "")
    .replace(/\S+@\S+/gu, "")
    .trim();
  return text
    .split(/\s*[,;|/&•]\s*|\s+(?:and|ו-)\s*/u)
    .flatMap(splitAtAnd)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** `אמילי לנדאו ושמעון שטיין` is two people: a word with ו in front that leaves two words on either side. */
function splitAtAnd(names: string): string[] {
  const words = names.split(/\s+/u);
  const at = words.findIndex((word, index) => index >= 2 && /^ו[א-ת]{2}/u.test(word) && words.length - index >= 2);
  if (at < 0) return [names];
  return [words.slice(0, at).join(" "), ...splitAtAnd([words[at]!.slice(1), ...words.slice(at + 1)].join(" "))];
}
