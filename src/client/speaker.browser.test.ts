import { readFile } from "node:fs/promises";
import type { BrowserContext, Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeInBrowser } from "../node/testing/browser.ts";
import { currentId, fixtureFiles, fixturePage, openFixture, SAMPLE } from "./testing.ts";

/** Opens the speaker window with S and waits until it has heard of the deck. */
async function openSpeaker(deck: Page): Promise<Page> {
  const [speaker] = await Promise.all([deck.context().waitForEvent("page"), deck.keyboard.press("KeyS")]);
  await connected(speaker);
  return speaker;
}

async function connected(speaker: Page): Promise<void> {
  await speaker.waitForSelector(".speaker-page");
  await speaker.waitForFunction(() => document.querySelector<HTMLElement>(".banner")?.hidden === true);
}

/** Waits until the speaker window shows that slide as the current one. */
async function shows(speaker: Page, title: string): Promise<void> {
  await speaker.locator(".pane-current .pane-label", { hasText: title }).waitFor();
}

async function deckAt(deck: Page, id: string): Promise<void> {
  await deck.waitForSelector(`.reveal > .slides > section#${id}.present`);
}

/** The time that has passed, in seconds. The clock goes on while the test works, so tests ask for at least, and for less. */
async function secondsOf(speaker: Page): Promise<number> {
  const [minutes = Number.NaN, seconds = Number.NaN] = ((await timeOf(speaker)) ?? "").split(":").map(Number);
  return minutes * 60 + seconds;
}

const timeOf = (speaker: Page): Promise<string | null> => speaker.locator(".cell-value").nth(1).textContent();

/** Lets both windows believe that so much time has passed. */
async function pass(context: BrowserContext, seconds: number): Promise<void> {
  await context.clock.fastForward(seconds * 1000);
}

describeInBrowser("the speaker window", (browser) => {
  const file = fixtureFiles();
  const open = async (data = {}) => openFixture(browser(), await file({ slides: SAMPLE, data }));

  test("shows the current slide on the right, the next one beside it, and the notes", async () => {
    const { page, context, errors } = await open();
    const speaker = await openSpeaker(page);
    expect(await speaker.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      "he",
      "rtl",
    ]);
    const current = await speaker.locator(".pane-current").boundingBox();
    const next = await speaker.locator(".pane-next").boundingBox();
    expect(current?.x).toBeGreaterThan(next?.x ?? Number.POSITIVE_INFINITY);
    expect(await speaker.locator(".pane-current .slide-title").textContent()).toBe("פסגת האנוי");
    expect(await speaker.locator(".pane-next .slide-title").textContent()).toBe("שלוש נקודות");
    expect(await speaker.locator(".notes-text").textContent()).toContain("ברוכים הבאים");
    expect(errors).toEqual([]);
    await context.close();
  });

  test("steers the deck, and follows it", async () => {
    const { page, context } = await open();
    const speaker = await openSpeaker(page);
    await speaker.keyboard.press("ArrowLeft");
    await deckAt(page, "points");
    await shows(speaker, "שלוש נקודות");
    await page.keyboard.press("ArrowLeft");
    await shows(speaker, "שלב 1 מתוך 3");
    expect(await speaker.locator(".pane-current .fragment.visible").count()).toBe(1);
    expect(await speaker.locator(".pane-next h2").first().textContent()).toBe("השלב הבא");
    expect(await speaker.locator(".pane-next .fragment.visible").count()).toBe(2);
    await speaker.locator(".pane-foot .move").last().click();
    await shows(speaker, "שלב 2 מתוך 3");
    await speaker.locator('.slide-list button[data-slide="2"]').click();
    await deckAt(page, "secret");
    await shows(speaker, "שקופית מוסתרת");
    await speaker.keyboard.press("Space");
    await deckAt(page, "links");
    await speaker.keyboard.type("6");
    await speaker.keyboard.press("Enter");
    await deckAt(page, "extra");
    await context.close();
  });

  test("blackens the deck's screen", async () => {
    const { page, context } = await open();
    const speaker = await openSpeaker(page);
    await speaker.keyboard.press("Period");
    await page.locator(".black-screen").waitFor({ state: "visible" });
    await speaker.locator(".pane-black").waitFor({ state: "visible" });
    await page.locator(".black-screen").click();
    await speaker.locator(".pane-black").waitFor({ state: "hidden" });
    await context.close();
  });

  test("counts time from the first step on, against the plan, and turns red when it is late", async () => {
    const { page, context } = await open();
    await context.clock.install({ time: new Date(2019, 2, 11, 14, 5) });
    await page.reload();
    await context.clock.runFor(1000);
    await page.waitForSelector(".reveal.ready");
    const speaker = await openSpeaker(page);
    expect(await speaker.locator(".cell-value").first().textContent()).toBe("14:05");
    expect(await timeOf(speaker)).toBe("0:00");
    await page.keyboard.press("ArrowLeft");
    await shows(speaker, "שלוש נקודות");
    await pass(context, 20);
    await expect.poll(() => secondsOf(speaker)).toBeGreaterThanOrEqual(20);
    expect(await speaker.locator(".cell").nth(2).textContent()).toMatch(/זמן שנותר9:(?:[0-3]\d|40)/);
    expect(await speaker.locator(".cell.late").count()).toBe(0);
    await pass(context, 60);
    await speaker.locator(".cell.late", { hasText: "בשקופית" }).waitFor();
    await pass(context, 600);
    await speaker.locator(".cell.late", { hasText: "חריגה" }).waitFor();
    await speaker.locator(".plan.late", { hasText: "איחור" }).waitFor();

    await speaker.getByRole("button", { name: "עצירת השעון" }).click();
    await speaker.getByRole("button", { name: "הפעלת השעון" }).waitFor();
    const stopped = await timeOf(speaker);
    await pass(context, 60);
    await expect.poll(() => timeOf(speaker)).toBe(stopped);
    await speaker.getByRole("button", { name: "איפוס השעון" }).click();
    await expect.poll(() => timeOf(speaker)).toBe("0:00");
    await context.close();
  });

  test("survives a reload of either window, and keeps the time", async () => {
    const { page, context } = await open();
    await context.clock.install();
    await page.reload();
    await context.clock.runFor(1000);
    await page.waitForSelector(".reveal.ready");
    const speaker = await openSpeaker(page);
    await speaker.keyboard.press("ArrowLeft");
    await deckAt(page, "points");
    await pass(context, 90);
    await expect.poll(() => secondsOf(speaker)).toBeGreaterThanOrEqual(90);
    const kept = async (): Promise<boolean> => {
      const seconds = await secondsOf(speaker);
      return seconds >= 90 && seconds < 240;
    };

    await page.reload();
    await context.clock.runFor(2000);
    await page.waitForSelector(".reveal.ready");
    await deckAt(page, "points");
    await connected(speaker);
    await speaker.keyboard.press("Alt+ArrowLeft");
    await deckAt(page, "links");
    await expect.poll(kept).toBe(true);

    await speaker.reload();
    await context.clock.runFor(2000);
    await connected(speaker);
    await shows(speaker, "קישורים");
    await expect.poll(kept).toBe(true);
    await page.keyboard.press("ArrowLeft");
    await shows(speaker, "באמצע");
    await context.close();
  });

  test("a window that was closed opens again where the deck is", async () => {
    const { page, context } = await open();
    const first = await openSpeaker(page);
    await first.close();
    await page.keyboard.press("ArrowLeft");
    const second = await openSpeaker(page);
    await shows(second, "שלוש נקודות");
    await second.keyboard.press("ArrowRight");
    await deckAt(page, "cover");
    await context.close();
  });

  test("when the deck is closed it says so, keeps the time, and opens the deck where it was", async () => {
    const { page, context } = await open();
    await context.clock.install();
    await page.reload();
    await context.clock.runFor(1000);
    await page.waitForSelector(".reveal.ready");
    const speaker = await openSpeaker(page);
    await speaker.keyboard.press("ArrowLeft");
    await shows(speaker, "שלוש נקודות");
    await pass(context, 70);
    await expect.poll(() => secondsOf(speaker)).toBeGreaterThanOrEqual(70);
    await page.close();
    await context.clock.runFor(2000);
    await speaker.locator(".banner", { hasText: "חלון המצגת נסגר" }).waitFor();
    const [deck] = await Promise.all([
      context.waitForEvent("page"),
      speaker.getByRole("button", { name: "פתיחת המצגת מחדש" }).click(),
    ]);
    await context.clock.runFor(3000);
    await deckAt(deck, "points");
    await connected(speaker);
    await expect.poll(() => secondsOf(speaker)).toBeGreaterThanOrEqual(70);
    expect(await secondsOf(speaker)).toBeLessThan(240);
    await speaker.keyboard.press("Alt+ArrowLeft");
    await deckAt(deck, "links");
    await context.close();
  });

  test("says what to do when the browser blocks the window, and opens it by the link", async () => {
    const { page, context } = await open();
    await page.evaluate(() => {
      window.open = () => null;
    });
    await page.keyboard.press("KeyS");
    expect(await page.locator("dialog").textContent()).toContain("חלונות קופצים");
    const [speaker] = await Promise.all([context.waitForEvent("page"), page.locator("dialog a.button").click()]);
    await connected(speaker);
    await speaker.keyboard.press("ArrowLeft");
    await deckAt(page, "points");
    await context.close();
  });

  test("when it is blocked the notes can stand under the slide instead", async () => {
    const { page, context } = await open();
    await page.evaluate(() => {
      window.open = () => null;
    });
    await page.keyboard.press("KeyS");
    await page.getByRole("button", { name: "ההערות מתחת לשקופית" }).click();
    expect(await page.locator(".notes-pane").isVisible()).toBe(true);
    await context.close();
  });

  test("a page that is not its own cannot drive the deck, not even with the secret from another origin", async () => {
    const context = await browser().newContext();
    const html = await fixturePage({ slides: SAMPLE });
    await context.route("http://deck.test/**", (route) => route.fulfill({ body: html, contentType: "text/html" }));
    await context.route("http://evil.test/**", (route) => route.fulfill({ body: "<p>", contentType: "text/html" }));
    const evil = await context.newPage();
    await evil.goto("http://evil.test/");
    const [deck] = await Promise.all([
      context.waitForEvent("page"),
      evil.evaluate(() => {
        Object.assign(window, { deck: window.open("http://deck.test/") });
      }),
    ]);
    await deck.waitForSelector(".reveal.ready");
    const secret = await deck.evaluate(() => (history.state as { secret: string }).secret);
    const post = (target: string, given: string) =>
      evil.evaluate(
        ([tadrich]) => {
          const { deck: opened } = window as unknown as { deck: Window };
          opened.postMessage({ tadrich, message: { kind: "command", command: "next" } }, "*");
        },
        [given, target],
      );
    await post("deck", secret);
    await post("deck", "0".repeat(32));
    // The deck's own speaker window is heard after these, so these were heard and refused.
    const speaker = await openSpeaker(deck);
    expect(await currentId(deck)).toBe("cover");
    await speaker.keyboard.press("ArrowLeft");
    await deckAt(deck, "points");
    await context.close();
  });

  test("on file:// a page that does not know the secret is refused", async () => {
    const { page, context } = await open();
    const other = await context.newPage();
    await other.goto(await file("<!doctype html><p>"));
    const [deck] = await Promise.all([
      context.waitForEvent("page"),
      other.evaluate((address) => {
        Object.assign(window, { deck: window.open(address) });
      }, page.url()),
    ]);
    await deck.waitForSelector(".reveal.ready");
    await other.evaluate(() => {
      const { deck: opened } = window as unknown as { deck: Window };
      for (const tadrich of ["", "0".repeat(32)]) {
        opened.postMessage({ tadrich, message: { kind: "command", command: "next" } }, "*");
      }
    });
    const speaker = await openSpeaker(deck);
    await speaker.keyboard.press("End");
    await deckAt(deck, "end");
    await context.close();
  });

  test("draws and points on the deck, and shows what was drawn there", async () => {
    const { page, context } = await open();
    const speaker = await openSpeaker(page);
    await speaker.keyboard.press("KeyE");
    await speaker.locator('.pad[data-tool="marker"]').waitFor();
    const box = await speaker.locator(".pane-current .pane-picture").boundingBox();
    if (box === null) throw new Error("the current slide is not seen");
    const at = (x: number, y: number): [number, number] => [box.x + box.width * x, box.y + box.height * y];
    await speaker.mouse.move(...at(0.25, 0.5));
    await speaker.mouse.down();
    await speaker.mouse.move(...at(0.5, 0.5));
    // The deck tells its state while one draws, at the latest after a second: the stroke goes on.
    for (const state of ["visible", "hidden"] as const) {
      await page.keyboard.press("Period");
      await speaker.locator(".pane-black").waitFor({ state });
    }
    await speaker.mouse.move(...at(0.75, 0.5), { steps: 3 });
    await speaker.mouse.up();
    await page.locator(".present .stroke-marker").waitFor({ state: "attached" });
    expect(await page.locator(".present .stroke-marker").getAttribute("d")).toMatch(
      /^M3(19|20)[.\d]* 3(59|60).*L9(59|60|61)[.\d]* 3(59|60)/,
    );
    await speaker.keyboard.press("Control+KeyZ");
    await page.locator(".present .stroke-marker").waitFor({ state: "detached" });
    await speaker.locator(".pane-current .stroke-marker").waitFor({ state: "detached" });

    await speaker.keyboard.press("KeyL");
    await speaker.locator('.pad[data-tool="laser"]').waitFor();
    await speaker.mouse.move(...at(0.5, 0.5));
    await page.locator(".laser-dot").waitFor({ state: "visible" });
    await speaker.keyboard.press("Escape");
    await page.locator(".laser-dot").waitFor({ state: "hidden" });

    await page.keyboard.press("KeyD");
    await page.mouse.move(100, 100);
    await page.mouse.down();
    await page.mouse.move(200, 200);
    await page.mouse.up();
    await speaker.locator(".pane-current .stroke-pen").waitFor({ state: "attached" });
    await speaker.reload();
    await speaker.locator(".pane-current .stroke-pen").waitFor({ state: "attached" });
    await context.close();
  });

  test("finds in the notes too", async () => {
    const { page, context } = await open();
    const speaker = await openSpeaker(page);
    await speaker.keyboard.press("Slash");
    await speaker.keyboard.type('צה"ל (NATO');
    await speaker.locator(".hit-where", { hasText: "בהערות" }).waitFor();
    await speaker.keyboard.press("Enter");
    await deckAt(page, "points");
    await context.close();
  });

  test("the teleprompter scrolls the notes at the set rate, and Escape ends it", async () => {
    const notes = `<p>${"מילה ועוד מילה ".repeat(200)}</p>`;
    const { page, context } = await openFixture(
      browser(),
      await file({ slides: [{ id: "one", title: "אחת", notes }] }),
    );
    await context.clock.install({ time: new Date(2019, 2, 11, 14, 5) });
    await page.reload();
    await context.clock.runFor(1000);
    await page.waitForSelector(".reveal.ready");
    const speaker = await openSpeaker(page);
    await speaker.keyboard.press("KeyT");
    await speaker.getByRole("button", { name: "מהר יותר" }).click();
    await speaker.locator(".prompter-rate", { hasText: "130 מילים בדקה" }).waitFor();
    // From here on no time passes but what the test lets pass: a busy machine would scroll further.
    await context.clock.pauseAt(new Date(2019, 2, 11, 15, 0));
    await speaker.getByRole("button", { name: "גלילה" }).click();
    await context.clock.runFor(60_000);
    const scrolled = await speaker.locator(".notes-text").evaluate((text) => {
      const height = text.firstElementChild?.getBoundingClientRect().height ?? 0;
      return (text.scrollTop / height) * 600;
    });
    expect(scrolled).toBeGreaterThan(115);
    expect(scrolled).toBeLessThan(145);
    await speaker.keyboard.press("Escape");
    expect(await speaker.locator(".pane-current").isVisible()).toBe(true);
    await context.close();
  });

  test("a rehearsal is recorded, compared with the plan, and saved beside the deck", async () => {
    const { page, context } = await open();
    await context.clock.install();
    await page.reload();
    await context.clock.runFor(1000);
    await page.waitForSelector(".reveal.ready");
    const speaker = await openSpeaker(page);
    await speaker.keyboard.press("KeyR");
    await speaker.locator('[data-tool-button="rehearse"][aria-pressed="true"]').waitFor();
    await pass(context, 40);
    await speaker.keyboard.press("ArrowLeft");
    await shows(speaker, "שלוש נקודות");
    await pass(context, 80);
    await speaker.keyboard.press("KeyR");
    const rows = speaker.locator("table.rehearsal tbody tr");
    expect(await rows.nth(0).locator("td").nth(0).textContent()).toBe("0:30");
    expect(await rows.nth(0).locator("td").nth(1).textContent()).toMatch(/^(?:0:[45]|1:[0-5])\d$/);
    expect(await rows.nth(1).getAttribute("class")).toBe("late");
    expect(await speaker.locator("code").textContent()).toMatch(/^duration: [23]$/);
    const [download] = await Promise.all([
      speaker.waitForEvent("download"),
      speaker.getByRole("button", { name: "שמירת הנתונים" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("fixture.rehearsal.json");
    const data = JSON.parse(await readFile(await download.path(), "utf8"));
    expect(data).toMatchObject({ format: "tadrich-rehearsal", deck: "fixture", planned: 270 });
    expect(data.slides[1]).toMatchObject({ id: "points", planned: 60 });
    await context.close();
  });

  test("a rehearsal of a served deck is posted to the server", async () => {
    const context = await browser().newContext();
    const html = await fixturePage({ slides: SAMPLE, data: { rehearsalUrl: "http://deck.test/rehearsal" } });
    const posted: string[] = [];
    await context.route("http://deck.test/**", (route) => {
      if (route.request().method() !== "POST") return route.fulfill({ body: html, contentType: "text/html" });
      posted.push(route.request().postData() ?? "");
      return route.fulfill({ status: 204 });
    });
    const page = await context.newPage();
    await page.goto("http://deck.test/");
    await page.waitForSelector(".reveal.ready");
    await page.keyboard.press("KeyR");
    await page.keyboard.press("KeyR");
    await page.getByRole("button", { name: "שמירת הנתונים" }).click();
    await page.locator(".status", { hasText: "נשמרו" }).waitFor();
    expect(JSON.parse(posted[0] ?? "")).toMatchObject({ format: "tadrich-rehearsal", version: 1 });
    await context.close();
  });

  test("on two screens it offers to show the deck on the other one", async () => {
    const { page, context } = await open();
    await page.evaluate(() => {
      const screens = [{ label: "laptop" }, { label: "projector" }];
      Object.defineProperty(window.screen, "isExtended", { value: true });
      Object.assign(window, {
        getScreenDetails: () => Promise.resolve({ screens, currentScreen: screens[0] }),
      });
      document.documentElement.requestFullscreen = (options) => {
        Object.assign(window, { shown: options });
        return Promise.resolve();
      };
    });
    const speaker = await openSpeaker(page);
    await page.getByRole("button", { name: "הצגה במסך השני" }).click();
    await page.locator("dialog").waitFor({ state: "detached" });
    const shown = await page.evaluate(() => (window as unknown as { shown: { screen: object } }).shown);
    expect(shown).toEqual({ screen: { label: "projector" } });
    await speaker.close();
    await context.close();
  });
});
