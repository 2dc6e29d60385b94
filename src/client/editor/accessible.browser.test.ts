import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeInBrowser } from "../../node/testing/browser.ts";
import { deskFor, TALK } from "./testing.ts";

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What axe-core finds. It comes as the browser's own script, for the page's policy lets no other in. */
async function findings(page: Page): Promise<readonly string[]> {
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: axe });
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(root: Document, options: object): Promise<{ violations: Finding[] }> };
    };
    return (await axe.run(document, { iframes: false })).violations;
  });
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 150)} ${failureSummary}`).join(" | ")}`,
  );
}

describeInBrowser("the editor for everyone", (browser) => {
  const makeDesk = deskFor(browser);

  test.each(["he", "ar", "en"])("axe-core finds nothing in any state of the page (%s)", async (lang) => {
    const desk = await makeDesk(TALK.replace("- נקודה\n", "- נקודה ב-5 שקלים -3 {.nosuch}\n"));
    const { page } = await desk.open();
    await page.selectOption("#language", lang);
    await page.locator(".cm-finding").first().click();
    await page.locator(".problem-here > *").waitFor();
    await page.click(".problems summary");
    expect(await findings(page), "with problems").toEqual([]);
    await page.keyboard.press("Control+KeyF");
    await page.locator(".cm-search").waitFor();
    await page.click('[data-action="outline"]');
    expect(await findings(page), "search and outline").toEqual([]);
    for (const action of ["insertLayout", "export", "help"]) {
      await page.click(`[data-action="${action}"]`);
      await page.locator("dialog[open]").waitFor();
      expect(await findings(page), action).toEqual([]);
      await page.keyboard.press("Escape");
    }
    expect(desk.errors).toEqual([]);
  });
});
