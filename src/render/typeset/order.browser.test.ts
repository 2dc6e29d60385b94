import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Inline } from "../../deck/types.ts";
import { describeInBrowser } from "../../node/testing/browser.ts";
import { ROWS } from "../../text/testing/rows.ts";
import { drawn, readSentences, rightToLeftWords } from "../../text/testing/sentences.ts";
import { typographic } from "../../text/typography.ts";
import { renderInlines } from "../inlines.ts";
import { setPlain, setText } from "../typeset.ts";
import { drawnOrders, withoutFacing } from "./testing/drawn.ts";
import { META } from "./testing/line.ts";

const context = { images: new Map<string, string>(), scope: "s" };
const markup = (inlines: readonly Inline[]): string => renderInlines(inlines, context).toString();
const escapeText = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Where a line may stand. Attributes and titles get control characters, and no markup. */
const PLACES: Readonly<Record<string, (source: string) => string>> = {
  heading: (source) => `<h2 data-case>${markup(setText(source, META))}</h2>`,
  bullet: (source) => `<ul><li data-case>${markup(setText(source, META))}</li></ul>`,
  cell: (source) => `<table><tr><td data-case>${markup(setText(source, META))}</td></tr></table>`,
  quote: (source) => `<blockquote><p data-case>${markup(setText(source, META))}</p></blockquote>`,
  notes: (source) => `<aside class="notes"><p data-case>${markup(setText(source, META))}</p></aside>`,
  attribute: (source) => `<div data-case>${escapeText(setPlain(source, META))}</div>`,
  isolates: (source) => `<div data-case>${escapeText(setPlain(source, META, "isolates"))}</div>`,
};

const pageOf = (body: string): string =>
  `<!doctype html><html lang="he" dir="rtl"><meta charset="utf-8">` +
  `<style>body{width:3000px;white-space:nowrap;font:20px sans-serif}</style><body>${body}</body></html>`;

describeInBrowser("what Chromium draws, by the places of the glyphs", (browser) => {
  describe("rows of mixed text", () => {
    test.each(Object.keys(PLACES))("in a %s", async (name) => {
      const place = PLACES[name] as (source: string) => string;
      const page = await browser().newPage();
      const orders = await drawnOrders(page, pageOf(ROWS.map(({ source }) => place(source)).join("\n")));
      await page.close();
      const seen = ROWS.map((row, index) => `${row.name}: ${withoutFacing(drawn(orders[index] ?? ""))}`);
      if (name === "heading") console.info(seen.join("\n"));
      expect(seen).toEqual(ROWS.map((row) => `${row.name}: ${withoutFacing(row.seen)}`));
    });

    test("go wrong in most cases when nothing is done", async () => {
      const page = await browser().newPage();
      const orders = await drawnOrders(
        page,
        pageOf(ROWS.map(({ source }) => `<p data-case>${escapeText(source)}</p>`).join("\n")),
      );
      await page.close();
      const wrong = ROWS.filter((row, index) => withoutFacing(drawn(orders[index] ?? "")) !== withoutFacing(row.seen));
      expect(wrong.length).toBeGreaterThan(ROWS.length / 2);
    });
  });

  test("two hundred sentences", async () => {
    const sentences = readSentences(readFileSync(join(import.meta.dirname, "../../text/sentences.txt"), "utf8"));
    const page = await browser().newPage();
    const body = sentences.map(({ source }) => `<p data-case>${markup(setText(source, META))}</p>`).join("\n");
    const orders = await drawnOrders(page, pageOf(body));
    await page.close();
    const seen = orders.map((order) => withoutFacing(drawn(order)));
    // A modifier is drawn within its emoji and has no place of its own.
    expect(seen).toEqual(sentences.map((sentence) => withoutFacing(sentence.seen.replace(/\p{Emoji_Modifier}/gu, ""))));
    orders.forEach((order, index) => {
      const typed = rightToLeftWords(typographic(sentences[index]?.source ?? ""), "typed");
      expect(rightToLeftWords(order, "drawn")).toEqual(typed.map((word) => word.replace(/\p{M}/gu, "")));
    });
  });
});
