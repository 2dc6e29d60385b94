import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Lang } from "../deck/types.ts";
import { describeInBrowser } from "../node/testing/browser.ts";
import { fixtureFiles, openFixture, SAMPLE } from "./testing.ts";

const AXE = new URL("../../node_modules/axe-core/axe.min.js", import.meta.url);

/** What axe-core finds wrong, one line a rule with the first element. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(await readFile(AXE, "utf8"));
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    interface Violation {
      readonly id: string;
      readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
    }
    const found = (await axe.run()).violations;
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
  });
}

/** The views of the deck's window, and the keys that open them. */
const VIEWS: Readonly<Record<string, readonly string[]>> = {
  deck: ["ArrowLeft", "ArrowLeft"],
  help: ["Shift+Slash"],
  find: ["Slash", "א"],
  overview: ["Escape"],
  print: ["Control+KeyP"],
  notes: ["KeyM"],
  rehearsal: ["KeyR", "KeyR"],
};

describeInBrowser("axe-core finds nothing wrong", (browser) => {
  const file = fixtureFiles();

  describe.each<[Lang, "mabat" | "laila" | "nagish"]>([
    ["he", "mabat"],
    ["ar", "laila"],
    ["en", "nagish"],
  ])("in %s, theme %s", (lang, theme) => {
    test.each(Object.entries(VIEWS))("%s", async (_, keys) => {
      const { page, context } = await openFixture(browser(), await file({ slides: SAMPLE, lang, theme }));
      for (const key of keys) await (key.length > 1 ? page.keyboard.press(key) : page.keyboard.insertText(key));
      expect(await violations(page)).toEqual([]);
      await context.close();
    });

    test("speaker window, connected and lost, and the teleprompter", async () => {
      const { page, context } = await openFixture(browser(), await file({ slides: SAMPLE, lang, theme }));
      const [speaker] = await Promise.all([context.waitForEvent("page"), page.keyboard.press("KeyS")]);
      await speaker.waitForSelector(".speaker-page");
      expect(await violations(speaker)).toEqual([]);
      await speaker.keyboard.press("KeyT");
      expect(await violations(speaker)).toEqual([]);
      await page.close();
      await speaker.locator(".banner button").waitFor();
      expect(await violations(speaker)).toEqual([]);
      await context.close();
    });

    test("the dialog that says what to do when the window is blocked", async () => {
      const { page, context } = await openFixture(browser(), await file({ slides: SAMPLE, lang, theme }));
      await page.evaluate(() => {
        window.open = () => null;
      });
      await page.keyboard.press("KeyS");
      expect(await violations(page)).toEqual([]);
      await context.close();
    });
  });
});
