import { join } from "node:path";
import { expect, test } from "vitest";
import { describeInBrowser } from "../../node/testing/browser.ts";
import { bidiCases, visible, writeCase } from "../../text/testing/bidi-cases.ts";
import { drawnOrders } from "./testing/drawn.ts";

const cases = bidiCases(2_500);
/** What Chromium answered, kept for tests without a browser. */
const KEPT = join(import.meta.dirname, "../../text/fixtures/bidi-orders.txt");

describeInBrowser("the bidirectional algorithm", (browser) => {
  test("orders two thousand five hundred cases as Chromium does", async () => {
    const page = await browser().newPage();
    const lines = cases.map(({ base, text }) => `<div data-case dir="${base}">${references(text)}</div>`);
    const style = "div{white-space:pre;font:16px sans-serif;width:1200px}";
    const drawn = await drawnOrders(
      page,
      `<!doctype html><meta charset="utf-8"><style>${style}</style>${lines.join("")}`,
    );
    await page.close();
    const answers = cases.map((one, index) => writeCase(one, drawn[index] ?? ""));
    expect(cases.map((one) => writeCase(one, visible(one)))).toEqual(answers);
    await expect(`${answers.join("\n")}\n`).toMatchFileSnapshot(KEPT);
  });
});

function references(text: string): string {
  return [...text].map((character) => `&#${character.codePointAt(0)};`).join("");
}
