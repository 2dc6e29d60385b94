import { isolate } from "../../src/text/isolate.ts";
import { typographic } from "../../src/text/typography.ts";
import { atMost, median, type Row } from "../rows.ts";

const MEGABYTE = 1024 * 1024;

/** One very long paragraph, and paragraphs made to have readers look ahead over the same text again and again. */
export function benchLongText(): Row[] {
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
  return Array.from({ length: 9 }, () => time(run));
}

/** Milliseconds of processor time. */
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
