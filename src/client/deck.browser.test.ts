import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeInBrowser } from "../node/testing/browser.ts";
import { currentId, fixtureFiles, fixturePage, longDeck, openFixture, SAMPLE } from "./testing.ts";

/** A key press as a keyboard with another layout sends it: the place of B, the letter of that layout. */
async function pressOnLayout(page: Page, code: string, key: string): Promise<void> {
  await page.evaluate((init) => document.body.dispatchEvent(new KeyboardEvent("keydown", init)), {
    code,
    key,
    bubbles: true,
    cancelable: true,
  });
}

const steps = (page: Page): Promise<number> => page.locator(".present .fragment.visible").count();

describeInBrowser("a deck on screen", (browser) => {
  const file = fixtureFiles();
  const open = async (address?: string) => openFixture(browser(), address ?? (await file({ slides: SAMPLE })));

  test("goes on and back with the arrows in reading direction, step by step", async () => {
    const { page, errors, context } = await open();
    const walk: string[] = [];
    for (const key of ["ArrowLeft", "ArrowLeft", "PageDown", "Space", "ArrowLeft", "ArrowRight", "PageUp"]) {
      await page.keyboard.press(key);
      walk.push(`${await currentId(page)} ${await steps(page)}`);
    }
    expect(walk).toEqual(["points 0", "points 1", "points 2", "points 3", "links 0", "points 3", "points 2"]);
    expect(errors).toEqual([]);
    await context.close();
  });

  test("an English deck goes on to the right", async () => {
    const { page, context } = await open(await file({ slides: SAMPLE, lang: "en" }));
    await page.keyboard.press("ArrowRight");
    expect(await currentId(page)).toBe("points");
    const [back, forward] = await Promise.all([
      page.locator(".arrow-back").boundingBox(),
      page.locator(".arrow-forward").boundingBox(),
    ]);
    expect(forward?.x).toBeGreaterThan(back?.x ?? Number.POSITIVE_INFINITY);
    await context.close();
  });

  test.each([
    ["Hebrew", "נ", "ד"],
    ["Arabic", "لا", "س"],
  ])("keys are places, not letters: a layout that is %s", async (_, b) => {
    const { page, context } = await open();
    await pressOnLayout(page, "KeyB", b);
    expect(await page.locator(".black-screen").isVisible()).toBe(true);
    await pressOnLayout(page, "Period", b);
    expect(await page.locator(".black-screen").isVisible()).toBe(false);
    await context.close();
  });

  test("a number and Enter go to that slide, backup slides included", async () => {
    const { page, context } = await open();
    await page.keyboard.type("4");
    expect(await page.locator(".toast").textContent()).toContain("4");
    await page.keyboard.press("Enter");
    expect(await currentId(page)).toBe("middle");
    await page.keyboard.type("6");
    await page.keyboard.press("Enter");
    expect(await currentId(page)).toBe("extra");
    await page.keyboard.press("ArrowLeft");
    expect(await currentId(page)).toBe("extra-2");
    await page.keyboard.press("Backspace");
    expect(await currentId(page)).toBe("middle");
    await page.keyboard.type("77");
    await page.keyboard.press("Enter");
    expect(await page.locator(".toast").textContent()).toBe("אין שקופית 77");
    await context.close();
  });

  test("passes hidden slides by, unless they are asked for", async () => {
    const { page, context } = await open();
    await page.keyboard.type("2");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Alt+ArrowLeft");
    expect(await currentId(page)).toBe("links");
    await page.keyboard.press("Shift+KeyH");
    await page.keyboard.press("ArrowRight");
    expect(await currentId(page)).toBe("secret");
    await context.close();
  });

  test("Home and End are the ends of the run", async () => {
    const { page, context } = await open();
    await page.keyboard.press("End");
    expect(await currentId(page)).toBe("end");
    expect(await page.locator(".arrow-forward").isDisabled()).toBe(true);
    await page.keyboard.press("ArrowLeft");
    expect(await currentId(page)).toBe("end");
    await page.keyboard.press("Home");
    expect(await currentId(page)).toBe("cover");
    await context.close();
  });

  test("the address names the place, and leads back to it after a reload", async () => {
    const { page, context } = await open();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await page.waitForURL(/#\/points\/1$/);
    await page.reload();
    await page.waitForSelector(".reveal.ready");
    await page.waitForFunction(() => document.querySelectorAll(".present .fragment.visible").length === 1);
    expect(await currentId(page)).toBe("points");
    // The browser tells the page of its new address a moment after it has it.
    await page.goto(`${page.url().split("#")[0]}#end`);
    await expect.poll(() => currentId(page)).toBe("end");
    await context.close();
  });

  test("a link to a slide leads there, and the slides around it are at hand", async () => {
    const { page, context } = await open();
    await page.keyboard.type("3");
    await page.keyboard.press("Enter");
    await page.locator(".present a").click();
    await expect.poll(() => currentId(page)).toBe("end");
    await page.keyboard.press("ArrowRight");
    expect(await currentId(page)).toBe("middle");
    await context.close();
  });

  test("keeps only the slides around the current one in the page, wherever one goes", async () => {
    const { page, context } = await open(await file({ slides: longDeck(200) }));
    const held = (): Promise<number> => page.locator(".reveal > .slides > section").count();
    expect(await held()).toBeLessThan(12);
    for (const number of ["150", "3", "77"]) {
      await page.keyboard.type(number);
      await page.keyboard.press("Enter");
      expect(await currentId(page)).toBe(`s${number}`);
      await page.keyboard.press("ArrowLeft");
      expect(await currentId(page)).toBe(`s${Number(number) + 1}`);
    }
    for (let step = 0; step < 20; step++) await page.keyboard.press("ArrowLeft");
    expect(await currentId(page)).toBe("s98");
    expect(await held()).toBeLessThan(20);
    const order = await page
      .locator(".reveal > .slides > section")
      .evaluateAll((all) => all.map((s) => Number(s.id.slice(1))));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    await context.close();
  });

  test.each([
    [1280, 720],
    [1024, 768],
    [900, 400],
  ])(
    "in a window of %d × %d the canvas stands where it stood before the script: nothing jumps",
    async (width, height) => {
      const whole = await fixturePage({ slides: SAMPLE });
      const scriptless = whole.slice(0, whole.lastIndexOf("<script"));
      const boxes: unknown[] = [];
      for (const html of [scriptless, whole]) {
        const context = await browser().newContext({ viewport: { width, height } });
        const page = await context.newPage();
        await page.goto(await file(html));
        if (html === whole) await page.waitForSelector(".reveal.ready");
        boxes.push(await page.locator("section#cover").boundingBox());
        await context.close();
      }
      const scale = Math.min(width / 1280, height / 720);
      expect(boxes[0]).toMatchObject({
        width: expect.closeTo(1280 * scale, 1),
        y: expect.closeTo((height - 720 * scale) / 2, 1),
      });
      expect(boxes[1]).toEqual(boxes[0]);
    },
  );

  test("finds over the whole deck by folded spelling, and goes there", async () => {
    const { page, context } = await open();
    await page.keyboard.press("Control+KeyF");
    await page.keyboard.type("בין-לאומי");
    expect(await page.locator(".hit").count()).toBe(1);
    expect(await page.locator(".hit mark").first().textContent()).toBe("בין");
    await page.keyboard.press("Enter");
    expect(await currentId(page)).toBe("middle");
    await page.keyboard.press("Slash");
    await page.keyboard.type("ברוכים הבאים");
    expect(await page.locator(".hit-count").textContent()).toBe("לא נמצאו תוצאות");
    await context.close();
  });

  test("the key after a search counts, though the field of the closed dialog still has the focus", async () => {
    const { page, context } = await open();
    await page.keyboard.press("Slash");
    const found = await page.evaluate(() => {
      const field = document.querySelector(".find-field");
      field?.closest("dialog")?.close();
      field?.dispatchEvent(new KeyboardEvent("keydown", { code: "Slash", key: "/", bubbles: true, cancelable: true }));
      return document.querySelectorAll("dialog.overlay-find[open]").length;
    });
    expect(found).toBe(1);
    await context.close();
  });

  test("the overview goes to a slide by click and by arrows", async () => {
    const { page, context } = await open();
    await page.keyboard.press("Escape");
    expect(await page.locator('.thumb[aria-current="true"]').getAttribute("data-slide")).toBe("0");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    expect(await currentId(page)).toBe("points");
    await page.keyboard.press("KeyO");
    await page.locator('dialog[open] .thumb[data-slide="6"]').click();
    expect(await currentId(page)).toBe("extra");
    await expect.poll(() => page.locator("dialog").count()).toBe(0);
    await context.close();
  });

  test("the help lists the keys of the table, and the same key closes it", async () => {
    const { page, context } = await open();
    await page.keyboard.press("Shift+Slash");
    const dialog = page.locator("dialog");
    expect(await dialog.locator("tr", { hasText: "לשלב הבא" }).locator("kbd").first().textContent()).toBe("←");
    await page.keyboard.press("Shift+Slash");
    await expect.poll(() => dialog.count()).toBe(0);
    await context.close();
  });

  test("draws with the pen on the slide, takes a stroke back, and keeps the rest through a reload", async () => {
    const { page, context } = await open();
    await page.keyboard.press("KeyD");
    for (const y of [200, 300]) {
      await page.mouse.move(300, y);
      await page.mouse.down();
      await page.mouse.move(500, y, { steps: 4 });
      await page.mouse.up();
    }
    expect(await page.locator(".present .stroke-pen").count()).toBe(2);
    expect(await page.locator(".present .stroke-pen").first().getAttribute("d")).toMatch(/^M300 200L/);
    await page.keyboard.press("Control+KeyZ");
    expect(await page.locator(".present .stroke-pen").count()).toBe(1);
    await page.keyboard.press("ArrowLeft");
    expect(await page.locator(".present .stroke-pen").count()).toBe(0);
    await page.reload();
    await page.waitForSelector(".reveal.ready");
    await page.keyboard.press("Home");
    expect(await page.locator(".present .stroke-pen").count()).toBe(1);
    await page.keyboard.press("KeyC");
    expect(await page.locator(".present .ink").count()).toBe(0);
    await context.close();
  });

  test("the laser follows the pointer, and Escape puts it away", async () => {
    const { page, context } = await open();
    await page.keyboard.press("KeyL");
    await page.mouse.move(640, 360);
    expect(await page.locator(".laser-dot").isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.locator(".laser-dot").isVisible()).toBe(false);
    await expect.poll(() => page.locator("dialog").count()).toBe(0);
    await context.close();
  });

  test("prints all slides, with the drawings when they are wanted", async () => {
    const { page, context } = await open(await file({ slides: longDeck(30) }));
    await page.evaluate(() => {
      window.print = () => {
        window.dispatchEvent(new Event("beforeprint"));
      };
    });
    await page.keyboard.press("Control+KeyP");
    await page.locator("dialog .primary").click();
    expect(await page.locator(".reveal > .slides > section").count()).toBe(30);
    expect(await page.evaluate(() => document.documentElement.classList.contains("print-ink"))).toBe(true);
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    expect(await page.locator(".reveal > .slides > section").count()).toBeLessThan(12);
    expect(await currentId(page)).toBe("s1");
    await context.close();
  });

  test("the paper has a page for every slide", async () => {
    const { page, context } = await open(await file({ slides: longDeck(30) }));
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(30);
    await context.close();
  });

  test("shows the notes under the slide on a single screen, in a size that is remembered", async () => {
    const { page, context } = await open();
    await page.keyboard.press("KeyM");
    const pane = page.locator(".notes-pane");
    expect(await pane.textContent()).toContain("ברוכים הבאים");
    const overlap = async (): Promise<number> => {
      const slide = await page.locator("section.present").boundingBox();
      const notes = await pane.boundingBox();
      return (slide?.y ?? 0) + (slide?.height ?? 0) - (notes?.y ?? 0);
    };
    await expect.poll(overlap).toBeLessThanOrEqual(1);
    const size = (): Promise<number> =>
      page.locator(".notes-text").evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize));
    const before = await size();
    await page.keyboard.press("Equal");
    const bigger = await size();
    expect(bigger).toBeGreaterThan(before);
    await page.reload();
    await page.waitForSelector(".reveal.ready");
    await page.keyboard.press("KeyM");
    expect(await size()).toBe(bigger);
    await page.keyboard.press("ArrowLeft");
    expect(await pane.textContent()).toContain("הערה על");
    await context.close();
  });

  test("nothing moves for those who asked for less motion, and A turns the transitions off", async () => {
    const address = await file({ slides: SAMPLE, data: { transition: "slide" } });
    const { page, context } = await open(address);
    const duration = (): Promise<string> =>
      page.locator("section.present").evaluate((section) => getComputedStyle(section).transitionDuration);
    expect(await duration()).not.toBe("0s");
    await page.keyboard.press("KeyA");
    expect(await duration()).toBe("0s");
    await page.keyboard.press("KeyA");
    await page.emulateMedia({ reducedMotion: "reduce" });
    expect(await duration()).toBe("0s");
    await context.close();
  });

  test("a deck without transitions has none until they are asked for", async () => {
    const { page, context } = await open(await file({ slides: SAMPLE, data: { transition: "none" } }));
    const duration = (): Promise<string> =>
      page.locator("section.present").evaluate((section) => getComputedStyle(section).transitionDuration);
    expect(await duration()).toBe("0s");
    await page.keyboard.press("KeyA");
    expect(await duration()).not.toBe("0s");
    await context.close();
  });

  test("F fills the screen, and F again gives it back", async () => {
    const { page, context } = await open();
    const isFull = (): Promise<boolean> => page.evaluate(() => document.fullscreenElement !== null);
    await page.keyboard.press("KeyF");
    await expect.poll(isFull).toBe(true);
    await page.keyboard.press("KeyF");
    await expect.poll(isFull).toBe(false);
    await context.close();
  });

  test("a swipe to the right goes on, and passes hidden slides by", async () => {
    const context = await browser().newContext({ viewport: { width: 800, height: 600 }, hasTouch: true });
    const page = await context.newPage();
    await page.goto(await file({ slides: SAMPLE }));
    await page.waitForSelector(".reveal.ready");
    const swipe = async (from: number, to: number): Promise<void> => {
      const session = await context.newCDPSession(page);
      const touch = (type: "touchStart" | "touchMove" | "touchEnd", x?: number) =>
        session.send("Input.dispatchTouchEvent", { type, touchPoints: x === undefined ? [] : [{ x, y: 300 }] });
      await touch("touchStart", from);
      await touch("touchMove", (from + to) / 2);
      await touch("touchMove", to);
      await touch("touchEnd");
    };
    await swipe(200, 500);
    expect(await currentId(page)).toBe("points");
    for (let step = 0; step < 3; step++) await swipe(200, 500);
    expect(await steps(page)).toBe(3);
    await swipe(200, 500);
    expect(await currentId(page)).toBe("links");
    await swipe(500, 200);
    expect(await currentId(page)).toBe("points");
    await context.close();
  });

  test("neither a message nor the query of the address gives another page a hold on it", async () => {
    const { page, context } = await open(`${await file({ slides: SAMPLE })}?postMessage=true&rtl=false&controls=true`);
    await page.evaluate(() => {
      const frame = document.createElement("iframe");
      document.body.append(frame);
      const post = (frame.contentWindow as Window & { parent: Window }).parent;
      for (const data of [
        JSON.stringify({ method: "next", args: [] }),
        { tadrich: "0".repeat(32), message: { kind: "command", command: "next" } },
        { kind: "command", command: "next" },
      ]) {
        post.postMessage(data, "*");
      }
    });
    // A message that is sent after the others has been taken after them.
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          window.addEventListener("message", (event) => event.data === "last" && resolve(null));
          window.postMessage("last", "*");
        }),
    );
    expect(await currentId(page)).toBe("cover");
    expect(await page.locator(".reveal.rtl").count()).toBe(1);
    expect(await page.locator(".controls button:visible").count()).toBe(0);
    await context.close();
  });

  test("without a script the deck reads as a document", async () => {
    const context = await browser().newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(await file({ slides: SAMPLE }));
    expect(await page.locator("section#end").isVisible()).toBe(true);
    expect(await page.locator("section#points .fragment").first().isVisible()).toBe(true);
    await context.close();
  });

  test("keeps the screen awake, and asks again when it is shown again", async () => {
    const context = await browser().newContext();
    const page = await context.newPage();
    await page.addInitScript(() => {
      const asked: string[] = [];
      Object.assign(window, { asked });
      Object.defineProperty(navigator, "wakeLock", {
        value: { request: (type: string) => Promise.resolve(asked.push(type)) },
      });
    });
    await page.goto(await file({ slides: SAMPLE }));
    await page.waitForSelector(".reveal.ready");
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    expect(await page.evaluate(() => (window as unknown as { asked: string[] }).asked)).toEqual(["screen", "screen"]);
    await context.close();
  });
});
