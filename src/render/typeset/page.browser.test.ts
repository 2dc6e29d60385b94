import { expect, test } from "vitest";
import { describeInBrowser } from "../../node/testing/browser.ts";
import { ROWS } from "../../text/testing/rows.ts";
import { drawn } from "../../text/testing/sentences.ts";
import { pageOf } from "../testing.ts";
import { drawnOrders, withoutFacing } from "./testing/drawn.ts";

/** Every row in every place of a slide, as an author writes it. */
const markdown = ROWS.map(({ source }) => {
  const typed = source.replace(/[*<~[\]]/g, "\\$&");
  return `## ${typed}\n\n- ${typed}\n\n| ${typed} | א |\n|---|---|\n| ב | ${typed} |\n\n> ${typed}\n\n![${typed}](a.png)\n\n::: notes\n${typed}\n:::`;
}).join("\n\n");

/** Where in a slide; the last is read from its attribute. */
const PLACES = {
  heading: "h2",
  bullet: "li",
  "head of a table": "thead th:first-child",
  "cell of a table": "tbody td",
  quote: "blockquote p",
  notes: "aside.notes p",
} as const;
const ONE_LINE =
  "<style>*{font-size:12px!important;white-space:nowrap!important}.slide *{max-width:none!important}</style>";
const expected = ROWS.map(({ name, seen }) => `${name}: ${withoutFacing(seen)}`);
const label = (orders: readonly string[]): readonly string[] =>
  orders.map((order, index) => `${ROWS[index]?.name}: ${withoutFacing(drawn(order))}`);

describeInBrowser("the page that is built", (browser) => {
  const html = pageOf(markdown, { images: new Map([["a.png", "data:image/gif;base64,R0lGODlhAQABAAAAACw="]]) }).value;
  const printed = html
    .replace('class="no-js"', 'class="print"')
    .replace(/<meta http-equiv[^>]*>/i, "")
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replace("</head>", `${ONE_LINE}</head>`);

  test.each(Object.entries(PLACES))("draws every row in order in a %s", async (_, selector) => {
    const page = await browser().newPage({ viewport: { width: 1280, height: 720 } });
    await page.setContent(printed);
    await page.evaluate((chosen) => {
      for (const element of document.querySelectorAll(`section:not(.layout-cover) ${chosen}`))
        element.setAttribute("data-case", "");
      for (const notes of document.querySelectorAll<HTMLElement>("aside.notes")) notes.style.display = "block";
    }, selector);
    const orders = await drawnOrders(page);
    await page.close();
    expect(label(orders)).toEqual(expected);
  });

  test("gives every row in order in alternative text", async () => {
    const page = await browser().newPage({ javaScriptEnabled: true });
    await page.setContent(printed);
    const alts = await page.evaluate(() => [...document.querySelectorAll("img")].map((image) => image.alt));
    await page.setContent(`<html dir="rtl"><body style="width:3000px">${"<p data-case></p>".repeat(alts.length)}`);
    await page.evaluate((texts) => {
      for (const [index, line] of document.querySelectorAll("p").entries()) line.textContent = texts[index] ?? "";
    }, alts);
    const orders = await drawnOrders(page);
    await page.close();
    expect(label(orders)).toEqual(expected);
  });
});
