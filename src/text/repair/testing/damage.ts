/**
 * Damages right text as extractors do, for tests, benches and the fitting of weights. Deterministic: same seed, same
 * damage. The pattern is the one seen in real text: a line is a row of runs, each in logical order inside, written from
 * left to right, so the runs come out reversed. Runs end around hyphens, digits and Latin, at kerning breaks in
 * mid-word, and at changes of weight; a space at a break ends the run before, leads the one behind, or is a run of its own;
 * brackets are stored as drawn.
 */

export interface DamageStyle {
  readonly seed: number;
  /** Characters in a full line. */
  readonly width: number;
  /** Chance that a line without hyphen, digit or Latin is damaged, 0 to 1. */
  readonly rate: number;
  /** Keep the space before a line break, as most extractors do? */
  readonly endSpace: boolean;
  /** An empty line after each line? */
  readonly blankLines: boolean;
  /** A running head and a page number every so many lines; 0 for none. */
  readonly page: number;
  /** Chance that a hyphen, a number or a Latin phrase is a run of its own, 0 to 1. */
  readonly foreignRuns: number;
}

export const plainStyle: DamageStyle = {
  seed: 1,
  width: 88,
  rate: 0.35,
  endSpace: true,
  blankLines: true,
  page: 0,
  foreignRuns: 1,
};

export interface DamagedLine {
  readonly raw: string;
  readonly truth: string;
  readonly damaged: boolean;
  /** Where the raw line has to be cut, as in `Reading`. */
  readonly cuts: readonly number[];
}

export interface DamagedText {
  readonly text: string;
  /** The lines of `text`, blank ones included. */
  readonly lines: readonly DamagedLine[];
}

/** Wraps paragraphs (one a line of `text`) to the width and damages some of the lines. */
export function damageText(text: string, style: Partial<DamageStyle> = {}): DamagedText {
  const how = { ...plainStyle, ...style };
  const random = makeRandom(how.seed);
  const lines: DamagedLine[] = [];
  const blank = { raw: "", truth: "", damaged: false, cuts: [] };
  const paragraphs = text.split("\n").filter((line) => line.trim() !== "");
  let count = 0;
  for (const paragraph of paragraphs) {
    const wrapped = wrap(paragraph.trim(), how.width);
    wrapped.forEach((line, index) => {
      lines.push(damageLine(line, index === wrapped.length - 1, how, random));
      if (how.blankLines) lines.push(blank);
      count++;
      if (how.page > 0 && count % how.page === 0)
        lines.push(...furniture(paragraphs[0] ?? "", count / how.page, random));
    });
  }
  return { text: lines.map((line) => line.raw).join("\n"), lines };
}

/** The running head of a page, whose title is one run or two, and the number of the page. */
function furniture(title: string, page: number, random: Random): DamagedLine[] {
  const cuts = new Set<number>();
  if (random.next() < TITLE_CUT) addCut(cuts, title, usualSpaces, random);
  const pieces = [...piecesOf(title, cuts), " ".repeat(30), `${page + 10}`, " "];
  const number = { raw: `${page} `, truth: `${page} `, damaged: false, cuts: [] };
  return [fromPieces(pieces, pieces.join("")), number, { raw: "", truth: "", damaged: false, cuts: [] }];
}

/** Chance that the title in a running head is more than one run. */
const TITLE_CUT = 0.5;

function damageLine(line: string, last: boolean, how: DamageStyle, random: Random): DamagedLine {
  const spaces = random.next() < LED_LINES ? ledSpaces : usualSpaces;
  const pieces = cutLine(line, how, spaces, random);
  if (how.endSpace) {
    if (last) pieces.push(" ");
    else if (pieces.length > 1 && spaces === ledSpaces) pieces[0] = ` ${pieces[0]}`;
    else if (!line.endsWith("-")) pieces[pieces.length - 1] += " ";
  }
  return fromPieces(pieces.map(mirrorHebrew), line);
}

/** What becomes of the space at a break: it ends the run before, leads the one behind, or is a run of its own. */
interface Spaces {
  readonly ends: number;
  readonly leads: number;
}

/** As counted in the 52 damaged lines of a real brief: 18 spaces end a run, 8 lead one, and 8 are runs of their own. */
const usualSpaces: Spaces = { ends: 0.53, leads: 0.235 };
/** In a few lines most spaces lead, and so does the one that belongs at the end of the line. */
const ledSpaces: Spaces = { ends: 0.3, leads: 0.7 };
const LED_LINES = 0.07;

function fromPieces(pieces: readonly string[], truth: string): DamagedLine {
  const written = pieces.toReversed();
  const raw = written.join("");
  let end = 0;
  const cuts = written.slice(0, -1).map((piece) => {
    end += piece.length;
    return end;
  });
  const damaged = !sameReading(raw, truth);
  return { raw, truth, damaged, cuts: damaged ? cuts : [] };
}

/** The runs of a line, in reading order. */
function cutLine(line: string, { rate, foreignRuns }: DamageStyle, spaces: Spaces, random: Random): string[] {
  const cuts = new Set<number>();
  for (const match of line.matchAll(foreign)) {
    if (random.next() >= foreignRuns) continue;
    addRun(cuts, line, match.index, match.index + match[0].length, random);
  }
  if (random.next() < rate) {
    const wanted = countOf(random);
    for (let added = 0; added < wanted; added++) addCut(cuts, line, spaces, random);
    for (const { index } of line.matchAll(/[.,;:](?= )/g)) {
      if (random.next() < LONE_SIGN) addRun(cuts, line, index, index + 1, random);
    }
  }
  return piecesOf(line, cuts);
}

function piecesOf(line: string, cuts: ReadonlySet<number>): string[] {
  const places = [0, ...[...cuts].filter((at) => at > 0 && at < line.length).sort((a, b) => a - b), line.length];
  return places.slice(1).map((end, index) => line.slice(places[index], end));
}

/** Chance that a stop or a comma of a damaged line is a run of its own. */
const LONE_SIGN = 0.05;

/** Hyphens, dashes, numbers with what is written inside them, and Latin phrases: each is a run of its own. */
const foreign = /[-–—־](?![\d A-Za-z])|[-–—](?= )|\(?[A-Za-z][A-Za-z0-9 .,'-]*[A-Za-z0-9]\)?|\d[\d.,:/-]*\d|\d/gu;

function addRun(cuts: Set<number>, line: string, start: number, end: number, random: Random): void {
  cuts.add(start);
  cuts.add(end);
  if (line[end] === " " && random.next() < 0.5) cuts.add(end + 1);
  if (line[start - 1] === " " && random.next() < 0.2) cuts.add(start - 1);
  if (/^\d+$/.test(line.slice(start, end)) && end - start > 2 && random.next() < 0.08) {
    cuts.add(start + 1 + random.below(end - start - 1));
  }
}

/** A break that nothing in the text explains: in mid-word, or at a space. */
function addCut(cuts: Set<number>, line: string, { ends, leads }: Spaces, random: Random): void {
  for (let tries = 0; tries < 50; tries++) {
    const at = 1 + random.below(line.length - 1);
    const midWord = /[א-ת]/.test(line[at] ?? "") && /[א-ת]/.test(line[at - 1] ?? "");
    if (random.next() < 0.47) {
      if (!midWord) continue;
      cuts.add(at);
      return;
    }
    const space = line.indexOf(" ", at);
    if (space < 0) continue;
    const draw = random.next();
    if (draw < ends || draw >= ends + leads) cuts.add(space + 1);
    if (draw >= ends) cuts.add(space);
    return;
  }
}

/** How many breaks a damaged line has: one 46 %, two 25 %, three 13 %, four 9 %, five 7 %. */
function countOf(random: Random): number {
  const draw = random.next();
  return [0.46, 0.71, 0.84, 0.93, 1].findIndex((limit) => draw < limit) + 1;
}

const mirrored: Readonly<Record<string, string>> = { "(": ")", ")": "(", "[": "]", "]": "[" };

function mirrorHebrew(run: string): string {
  return /[A-Za-z]/.test(run) && !/[א-ת]/.test(run) ? run : run.replace(/[()[\]]/g, (sign) => mirrored[sign] as string);
}

/** The same runs in right order, as an intact extractor would write the text: lines, their spaces, nothing damaged. */
export function intactText(text: string, style: Partial<DamageStyle> = {}): string {
  const how = { ...plainStyle, ...style };
  const lines = text.split("\n").flatMap((paragraph) => wrap(paragraph.trim(), how.width));
  return lines
    .map((line) => (how.endSpace && !line.endsWith("-") ? `${line} ` : line))
    .join(how.blankLines ? "\n\n" : "\n");
}

/** Lines break at spaces, and behind hyphens between letters, as word processors break them. */
function wrap(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  const parts = paragraph.split(/(?= )|(?<=[א-ת]-)(?=[א-ת])/u);
  for (const part of parts) {
    if (line !== "" && line.length + part.length > width) {
      lines.push(line);
      line = part.trimStart();
    } else {
      line += part;
    }
  }
  return [...lines, line];
}

/** Do two lines read the same? The spaces around them and the side that a bracket is open to are left out. */
export function sameReading(a: string, b: string): boolean {
  const plain = (text: string) => text.trim().replace(/[()]/g, "|").replace(/[[\]]/g, "¦");
  return plain(a) === plain(b);
}

export interface Random {
  next(): number;
  below(limit: number): number;
}

/** Seeded random numbers (mulberry32). */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return { next, below: (limit) => Math.floor(next() * limit) };
}
