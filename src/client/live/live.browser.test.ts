import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeInBrowser } from "../../node/testing/browser.ts";
import { deskFor, eventually } from "../editor/testing.ts";

const TALK = `---
title: סקירה
duration: 10
---

## הראשונה

- אחת

## צעדים {.steps}

- צעד א
- צעד ב
- צעד ג

::: notes
הערות לצעדים.
:::

![תרשים](talk/a.svg)

## השלישית

- סוף
`;
const svg = (color: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4" fill="${color}"/></svg>`;

const shown = (page: Page) =>
  page.evaluate(() => ({
    id: document.querySelector(".slides > section.present")?.id,
    steps: document.querySelectorAll(".present .fragment.visible").length,
    text: document.querySelector(".slides > section.present .frame")?.textContent,
    mark: (globalThis as { mark?: number }).mark ?? null,
  }));

describeInBrowser("a deck that is open while its source is edited elsewhere", (browser) => {
  const makeDesk = deskFor(browser);

  async function openAtStep(text = TALK) {
    const desk = await makeDesk(text);
    await mkdir(join(desk.folder, "slides", "talk"), { recursive: true });
    await writeFile(join(desk.folder, "slides", "talk", "a.svg"), svg("red"));
    const { page, context } = await desk.open(desk.editing.addresses.deck);
    await page.keyboard.press("PageDown");
    await page.keyboard.press("PageDown");
    await page.keyboard.press("PageDown");
    await page.evaluate(() => Object.assign(globalThis, { mark: 1 }));
    await eventually(() => shown(page)).toMatchObject({ id: "צעדים", steps: 1 });
    return { desk, page, context };
  }

  test("a saved change comes in place: the same slide, the same step, the same page", async () => {
    const { desk, page } = await openAtStep();
    await page.evaluate(() => {
      const seen: number[] = [];
      const watch = (): void => {
        seen.push(document.querySelectorAll(".slides > section.present").length);
        requestAnimationFrame(watch);
      };
      requestAnimationFrame(watch);
      Object.assign(globalThis, { seen, first: document.querySelector(".present li") });
    });
    await desk.write(TALK.replace("צעד ב", "צעד ב, אחר"));
    await eventually(async () => (await shown(page)).text).toContain("צעד ב, אחר");
    expect(await shown(page)).toMatchObject({ id: "צעדים", steps: 1, mark: 1 });
    // A slide stood there in every frame, and what did not change is the same element.
    const kept = await page.evaluate(() => {
      const { seen, first } = globalThis as unknown as { seen: number[]; first: Element };
      return [seen.every((count) => count === 1), first === document.querySelector(".present li")];
    });
    expect(kept).toEqual([true, true]);
    expect(desk.errors).toEqual([]);
  });

  test("another title, slides before it, and fewer steps leave one on the same slide", async () => {
    const { desk, page } = await openAtStep();
    await desk.write(
      TALK.replace("## צעדים", "## צעדים בשם אחר").replace("## הראשונה", "## חדשה\n\n- ב\n\n## הראשונה"),
    );
    await eventually(() => shown(page)).toMatchObject({ id: "צעדים-בשם-אחר", steps: 1, mark: 1 });
    await desk.write(TALK.replace(/## צעדים[\s\S]*?(?=## השל)/, ""));
    await eventually(() => shown(page)).toMatchObject({ id: "השלישית", mark: 1 });
    await page.keyboard.press("PageUp");
    await eventually(() => shown(page)).toMatchObject({ id: "הראשונה" });
    expect(desk.errors).toEqual([]);
  });

  test("a mistake keeps the last good deck, with file, line and message over it, until it is mended", async () => {
    const { desk, page } = await openAtStep();
    await desk.write(TALK.replace("duration: 10", "duration: [").replace("צעד א", "אחר"));
    const strip = page.locator(".live-strip");
    await strip.waitFor();
    expect(await strip.textContent()).toMatch(/talk\.md:\d+ .*YAML/);
    expect((await shown(page)).text).toContain("צעד א");
    await desk.write(TALK.replace("צעד א", "אחר"));
    await strip.waitFor({ state: "hidden" });
    expect((await shown(page)).text).toContain("אחר");
    expect(await shown(page)).toMatchObject({ id: "צעדים", steps: 1, mark: 1 });
  });

  test("a file that is emptied, as some programs save, leaves the deck where it is", async () => {
    const { desk, page } = await openAtStep();
    await desk.write("");
    const strip = page.locator(".live-strip");
    await strip.waitFor();
    expect(await shown(page)).toMatchObject({ id: "צעדים", steps: 1, mark: 1 });
    await desk.write(TALK.replace("צעד א", "אחר"));
    await strip.waitFor({ state: "hidden" });
    expect((await shown(page)).text).toContain("אחר");
    expect(await shown(page)).toMatchObject({ id: "צעדים", steps: 1, mark: 1 });
  });

  test("pictures, styles and templates are followed too", async () => {
    const { desk, page } = await openAtStep();
    const source = () => page.locator(".present img").getAttribute("src");
    const before = await source();
    await writeFile(join(desk.folder, "slides", "talk", "a.svg"), svg("blue"));
    await eventually(source).not.toBe(before);
    const templates = join(desk.folder, "templates");
    expect(await shown(page)).toMatchObject({ mark: 1 });
    // The project has had no templates of its own until now.
    await mkdir(join(templates, "theme"), { recursive: true });
    await writeFile(join(templates, "theme", "blocks.css"), ".slide-title { color: rgb(1, 2, 3); }");
    await eventually(() =>
      page.locator(".present .slide-title").evaluate((title) => getComputedStyle(title).color),
    ).toBe("rgb(1, 2, 3)");
    await writeFile(join(templates, "theme", "broken.css"), "");
    await mkdir(join(templates, "partials"), { recursive: true });
    await writeFile(join(templates, "partials", "heading.hbs"), "{{#if title}}");
    await page.locator(".live-strip", { hasText: "heading.hbs" }).waitFor();
    expect((await shown(page)).text).toContain("צעד א");
    expect(await shown(page)).toMatchObject({ id: "צעדים", steps: 1, mark: 1 });
  });

  test("the speaker window has the change, and its timer goes on", async () => {
    const { desk, page, context } = await openAtStep();
    const opening = context.waitForEvent("page");
    await page.keyboard.press("KeyS");
    const speaker = await opening;
    await speaker.locator(".notes-text", { hasText: "הערות לצעדים" }).waitFor();
    const elapsed = () => speaker.evaluate(() => document.querySelector(".speaker-page")?.textContent ?? "");
    await eventually(elapsed).toMatch(/0:0[1-9]/);
    await speaker.evaluate(() => Object.assign(globalThis, { mark: 2 }));
    await desk.write(TALK.replace("הערות לצעדים", "הערות אחרות").replace("## השלישית", "## הסוף"));
    await speaker.locator(".notes-text", { hasText: "הערות אחרות" }).waitFor();
    await speaker.locator(".slide-list", { hasText: "הסוף" }).waitFor();
    expect(await speaker.evaluate(() => (globalThis as { mark?: number }).mark)).toBe(2);
    expect(await elapsed()).toMatch(/0:(?:0[1-9]|[1-5]\d)/);
    expect(await shown(page)).toMatchObject({ id: "צעדים", steps: 1, mark: 1 });
    expect(desk.errors).toEqual([]);
  });

  test("after the server was away the page has what it missed, without a reload", async () => {
    const { desk, page } = await openAtStep();
    await desk.editing.close();
    await desk.write(TALK.replace("צעד ב", "צעד שנכתב בינתיים"));
    await desk.restart();
    await eventually(async () => (await shown(page)).text).toContain("צעד שנכתב בינתיים");
    expect(await shown(page)).toMatchObject({ id: "צעדים", steps: 1, mark: 1 });
  });
});
