import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse, toSource } from "../../deck/index.ts";
import type { Block, Deck, Inline } from "../../deck/types.ts";
import { typeset, unset } from "../typeset.ts";
import { mapBlocks } from "./blocks.ts";
import { lineText } from "./content.ts";
import { sketch } from "./testing/line.ts";

const readDeck = (lang: string): Deck => {
  const file = join(import.meta.dirname, `../fixtures/${lang}.md`);
  const { value, diagnostics } = parse(toSource(readFileSync(file, "utf8"), `${lang}.md`));
  expect(diagnostics).toEqual([]);
  return value;
};

/** Every line of a deck, title by title and block by block. */
function linesOf({ slides }: Deck): readonly (readonly Inline[])[] {
  const lines: (readonly Inline[])[] = [];
  const collect = (blocks: readonly Block[]): unknown =>
    mapBlocks(blocks, {
      inlines: (inlines) => {
        lines.push(inlines);
        return inlines;
      },
      alt: (text) => text,
    });
  for (const slide of slides) {
    lines.push(slide.title);
    collect(slide.body);
    collect(slide.notes.blocks);
  }
  return lines;
}

const sketchDeck = (deck: Deck): readonly string[] => linesOf(deck).map(sketch);

describe.each(["ar", "fa", "yi", "en"])("a deck in %s", (lang) => {
  test("set twice is set once, and what was added can be taken away", () => {
    const deck = readDeck(lang);
    const once = typeset(deck).value;
    expect(typeset(once).value).toEqual(once);
    if (lang !== "yi") expect(linesOf(unset(once)).map(lineText)).toEqual(linesOf(deck).map(lineText));
  });
});

test("an English deck is left to right and otherwise untouched", () => {
  const deck = readDeck("en");
  expect(deck.meta.dir).toBe("ltr");
  expect(typeset(deck).value).toEqual(deck);
});

test("an Arabic deck: foreign runs isolated, ranges and digits as typed", () => {
  const deck = typeset(readDeck("ar")).value;
  expect(deck.meta.dir).toBe("rtl");
  expect(sketchDeck(deck)).toEqual(
    expect.arrayContaining([
      "نص الغلاف عن منظمة {OECD}.",
      "ارتفاع بنسبة {12%} مقارنة مع 2018",
      "بلغ التغيير {-3.2%} في الربع الثاني",
      "الأعوام 2019-2023 والأعوام ٢٠١٩–٢٠٢٣",
      "كتب موقع {BBC News} عن *وكالة {IAEA}*، ثم عن {C++}",
      "الهاتف: {+972-3-640-0400}، أو {[info@example.org]}",
      "{-5%}",
      '{"No deal is better than a bad deal."}',
    ]),
  );
});

test("a Persian deck: its digits are numbers like others", () => {
  const deck = typeset(readDeck("fa")).value;
  expect(sketchDeck(deck)).toEqual(
    expect.arrayContaining([
      "رشد {۱۲٪} نسبت به ۱۳۹۶",
      "تغییر {-۳٫۲٪} در سه‌ماههٔ دوم",
      "سال‌های ۱۳۹۷–۱۴۰۰",
      "گزارش {BBC News} دربارهٔ *آژانس {IAEA}* و برنامهٔ {C++}",
      "نشانی: {[https://example.org/fa]}",
    ]),
  );
});

test("a Yiddish deck is set by the rules of Hebrew letters", () => {
  const deck = typeset(readDeck("yi")).value;
  expect(sketchDeck(deck)).toEqual(
    expect.arrayContaining([
      "אַ העכערונג פֿון {12%} קעגן 2018",
      "אַן ענדערונג פֿון {-3.2%} אין צווייטן פֿערטל",
      "די יאָרן {2019-2023}",
      "דער באַריכט פֿון {IAEA} און די שפּראַך {C++}",
    ]),
  );
});
