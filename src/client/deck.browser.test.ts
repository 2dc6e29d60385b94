import { expect, test } from "vitest";
import { describeInBrowser } from "../node/testing/browser.ts";
import { currentId, fixtureFiles, openFixture, SAMPLE } from "./testing.ts";

describeInBrowser("a deck on screen", (browser) => {
  const file = fixtureFiles();

  test("goes on and back with the arrows in reading direction, step by step", async () => {
    const { page, errors, context } = await openFixture(browser(), await file({ slides: SAMPLE }));
    expect(await currentId(page)).toBe("cover");
    await page.keyboard.press("ArrowLeft");
    expect(await currentId(page)).toBe("points");
    await page.keyboard.press("ArrowLeft");
    expect(await page.locator(".present .fragment.visible").count()).toBe(1);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await currentId(page)).toBe("cover");
    expect(errors).toEqual([]);
    await context.close();
  });
});
