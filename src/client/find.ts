/** A text folded for search, with the place in the original of every character that is left. */
export interface Folded {
  readonly text: string;
  readonly places: readonly number[];
}

/** Niqqud and te'amim (without maqaf, paseq and sof pasuq), Arabic vowel signs and tatweel, Latin accents. */
const MARKS = /[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u064B-\u065F\u0670\u0640\u0300-\u036F]/;
/** Geresh, gershayim, quotes of all kinds, and the marks that set direction: people type them or leave them out. */
const QUOTES = /["'`´\u05F3\u05F4\u2018-\u201F\u2032\u2033\u00AB\u00BB\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/;
/** Maqaf, hyphens, dashes and every space: all separate words alike. */
const GAPS = /[\s\u05BE\u05C0\u05C3\u2010-\u2015\u2212_/-]/;

const LETTERS: Readonly<Record<string, string>> = {
  ...{ ך: "כ", ם: "מ", ן: "נ", ף: "פ", ץ: "צ" },
  ...{ װ: "וו", ױ: "וי", ײ: "יי" },
  ...{ أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ی: "ي", ک: "ك", ة: "ه" },
};

/**
 * Folds what spellings of one word differ in: niqqud, geresh, gershayim and quotes, maqaf and hyphen, final letters,
 * case, accents. `צה״ל` and `צהל`, `בין־לאומי` and `בין לאומי` become the same. Gaps are one space.
 */
export function fold(text: string): Folded {
  let folded = "";
  const places: number[] = [];
  const push = (characters: string, place: number): void => {
    folded += characters;
    for (let i = 0; i < characters.length; i++) places.push(place);
  };
  for (let place = 0; place < text.length; place++) {
    for (const character of text[place]?.normalize("NFKD") ?? "") {
      if (MARKS.test(character) || QUOTES.test(character)) continue;
      if (!GAPS.test(character)) push(LETTERS[character] ?? character.toLowerCase(), place);
      else if (folded !== "" && !folded.endsWith(" ")) push(" ", place);
    }
  }
  return { text: folded, places };
}

export interface Searchable {
  readonly title: string;
  readonly body: string;
  /** Empty where notes are not searched. */
  readonly notes: string;
}

/** A slide that holds all words, and where. */
export interface Hit {
  readonly slide: number;
  readonly field: keyof Searchable;
  /** A piece of the field's text around the first word. */
  readonly excerpt: readonly Piece[];
}
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

type Entry = Readonly<Record<keyof Searchable, Folded>> & { readonly source: Searchable };
const FIELDS = ["title", "body", "notes"] as const;
const EXCERPT = 110;

/** Prepares slides for search, once. */
export function buildIndex(slides: readonly Searchable[]): (query: string) => readonly Hit[] {
  const entries = slides.map((source): Entry => {
    return { source, title: fold(source.title), body: fold(source.body), notes: fold(source.notes) };
  });
  return (query) => {
    const words = fold(query).text.trim().split(" ").filter(Boolean);
    if (words.length === 0) return [];
    const hits = entries.flatMap((entry, slide) => findIn(entry, slide, words));
    // Slides whose title has it come first; otherwise the order of the deck.
    return hits.sort((a, b) => Number(b.field === "title") - Number(a.field === "title") || a.slide - b.slide);
  };
}

/** All words stand somewhere on the slide; the excerpt comes from the field that has the most of them. */
function findIn(entry: Entry, slide: number, words: readonly string[]): readonly Hit[] {
  const all = words.every((word) => FIELDS.some((field) => entry[field].text.includes(word)));
  if (!all) return [];
  const counts = FIELDS.map((field) => words.filter((word) => entry[field].text.includes(word)).length);
  const field = FIELDS[counts.indexOf(Math.max(...counts))] ?? "title";
  return [{ slide, field, excerpt: cutExcerpt(entry.source[field], entry[field], words) }];
}

function cutExcerpt(source: string, folded: Folded, words: readonly string[]): readonly Piece[] {
  const marks = words.flatMap((word) => rangesOf(word, folded, source)).sort((a, b) => a[0] - b[0]);
  const start = Math.max(0, (marks[0]?.[0] ?? 0) - EXCERPT / 3);
  const from = start === 0 ? 0 : source.indexOf(" ", start) + 1 || start;
  const end = Math.min(source.length, from + EXCERPT);
  const to = end === source.length ? end : Math.max(source.lastIndexOf(" ", end), from + EXCERPT / 2);
  const pieces: Piece[] = from > 0 ? [{ text: "…", hit: false }] : [];
  let at = from;
  for (const [markFrom, markTo] of marks) {
    if (markFrom < at || markTo > to) continue;
    if (markFrom > at) pieces.push({ text: source.slice(at, markFrom), hit: false });
    pieces.push({ text: source.slice(markFrom, markTo), hit: true });
    at = markTo;
  }
  if (at < to) pieces.push({ text: source.slice(at, to), hit: false });
  if (to < source.length) pieces.push({ text: "…", hit: false });
  return pieces;
}

function rangesOf(word: string, { text, places }: Folded, source: string): readonly (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const from = places[at] ?? 0;
    let to = (places[at + word.length - 1] ?? from) + 1;
    // A mark on the last letter belongs to it.
    while (MARKS.test(source[to] ?? "")) to += 1;
    ranges.push([from, to]);
  }
  return ranges;
}
