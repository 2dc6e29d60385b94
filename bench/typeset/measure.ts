import { parse, type Source, toSource } from "../../src/deck/index.ts";
import { type Kit, loadKit, sha256 } from "../../src/node/build.ts";
import { render } from "../../src/render/render.ts";
import { typeset } from "../../src/render/typeset.ts";
import { isolate } from "../../src/text/isolate.ts";
import { typographic } from "../../src/text/typography.ts";
import { deckText } from "../decks.ts";
import { atMost, median, type Row, told } from "../rows.ts";

const ROUNDS = 9;
const MEGABYTE = 1024 * 1024;

/** What typesetting costs: within the build of a deck of a thousand slides, and on one very long paragraph. */
export async function measure(): Promise<Row[]> {
  return [...(await benchBuild()), ...benchLongText()];
}

/** Builds with and without typesetting, by turns, in one warm process, so that both meet the same machine. */
async function benchBuild(): Promise<Row[]> {
  const source = toSource(deckText(1000), "bench.md");
  const kit = (await loadKit(process.cwd())).value;
  if (kit === null) throw new Error("The templates have errors.");
  const without: number[] = [];
  const withIt: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    without.push(time(() => build(source, kit, false)));
    withIt.push(time(() => build(source, kit, true)));
  }
  const added = 100 * (median(withIt) / median(without) - 1);
  return [
    told("build of 1000 slides without typesetting", median(without), "ms"),
    told("build of 1000 slides", median(withIt), "ms"),
    atMost("typesetting adds", added, "%", 15),
  ];
}

function build(source: Source, kit: Kit, set: boolean): string {
  const deck = parse(source).value;
  const images = new Map<string, string>();
  return render(set ? typeset(deck).value : deck, { ...kit, path: source.path, name: "bench", images, sha256 }).value;
}

function benchLongText(): Row[] {
  const whole = median(times(() => set(longParagraph(MEGABYTE))));
  const half = median(times(() => set(longParagraph(MEGABYTE / 2))));
  return [
    atMost("a paragraph of 1 MB", whole / 1000, "s", 1),
    atMost("1 MB against half of it", whole / half, "×", 2.5),
    ...HOSTILE.map((unit) => {
      const text = unit.repeat(Math.ceil(MEGABYTE / 2 / unit.length));
      return atMost(`half a megabyte of ${JSON.stringify(unit)}`, time(() => set(text)) / 1000, "s", 1);
    }),
  ];
}

/** What could make a reader look ahead over the same text again and again. */
const HOSTILE = [
  "a(",
  'a" ',
  "'a ",
  "1-",
  "a = ",
  "+1 ",
  "http://",
  "Dr. ",
  "א ",
  'א"',
  "א'",
  "\u05B8",
  "1₪ ",
  "- ",
  "a.b@",
];

function set(text: string): unknown {
  return isolate(typographic(text), { base: "rtl", ranges: "preserve" });
}

function times(run: () => unknown): readonly number[] {
  return Array.from({ length: ROUNDS }, () => time(run));
}

/** Milliseconds of the processor's time, which others on the same machine do not lengthen as they do the clock's. */
function time(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const SENTENCES = [
  "לפי OECD, הפער בין המחוזות הצטמצם בשנים 2015-2019 ב-3.2% לעומת 2018.",
  'מנכ"ל החברה אמר: "No deal!" והוסיף כי עלות הקמת מערכת .NET היא 1,250₪ לאדם.',
  "ראו https://example.org/a/b?c=d או כתבו ל-info@example.org (טלפון +972-3-640-0400).",
  "הציבור תומך בצעד אך דורש לוח זמנים ברור ודיווח שנתי על ההתקדמות בכל אחד מן המחוזות.",
];

function longParagraph(size: number): string {
  const unit = `${SENTENCES.join(" ")} `;
  return unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
}
