import { expect, test } from "vitest";
import { describeInBrowser } from "./browser.ts";

describeInBrowser("the browser that the resolver finds", (browser) => {
  test("draws Hebrew from right to left", async () => {
    const page = await browser().newPage();
    await page.setContent(`<p dir="rtl" id="p">שלום</p>`);
    const [first, last] = await page.evaluate(() => {
      const text = document.getElementById("p")?.firstChild as Text;
      return [0, 3].map((index) => {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + 1);
        return range.getBoundingClientRect().left;
      });
    });
    expect(first).toBeGreaterThan(last ?? Number.POSITIVE_INFINITY);
    await page.close();
  });
});
