import type { Browser, Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeInBrowser } from "../node/testing/browser.ts";
import { currentId, type FixtureSlide, fixtureFiles, openFixture, plainPage, SAMPLE } from "./testing.ts";

/**
 * What reveal 6 does wrong in a right-to-left deck, one test a defect. Each looks at two pages with the same slides:
 * reveal as it comes, where the defect must be seen (else the test proves nothing), and ours, where it must not.
 */
interface Defect {
  readonly name: string;
  /** reveal's settings for the page where the defect shows. */
  readonly config?: string;
  readonly plugin?: string;
  readonly size?: { readonly width: number; readonly height: number };
  /** Whether the defect is there; where the two pages differ in their elements, `ours` says which page it is. */
  readonly seen: (page: Page, ours: boolean) => Promise<boolean>;
}

/** The run's slides only: reveal as it comes knows neither hidden nor backup slides. */
const SLIDES: readonly FixtureSlide[] = SAMPLE.filter((slide) => !slide.hidden && !slide.backup);

const fontOf = (page: Page, selector: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element).fontFamily);
const goTo = async (page: Page, id: string): Promise<void> => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${id}`);
  await page.waitForSelector(`section#${id}.present`);
};
/** Left edge of a character of an element's text. */
const leftOf = (page: Page, selector: string, index: number): Promise<number> =>
  page
    .locator(selector)
    .first()
    .evaluate((element, at) => {
      const range = document.createRange();
      range.setStart(element.firstChild as Text, at);
      range.setEnd(element.firstChild as Text, at + 1);
      return range.getBoundingClientRect().left;
    }, index);
const box = async (page: Page, selector: string) => {
  const found = await page.locator(selector).first().boundingBox();
  if (found === null) throw new Error(`${selector} is not seen`);
  return found;
};
const wakePointer = (page: Page): Promise<void> => page.mouse.move(400, 300);

const DEFECTS: readonly Defect[] = [
  {
    name: "1: the theme's fonts give way to sans-serif",
    seen: async (page) => (await fontOf(page, ".present :is(h1, h2)")) === "sans-serif",
  },
  {
    name: "1: a heading inside a slide loses the slide's font",
    seen: async (page) => {
      await goTo(page, "links");
      return (await fontOf(page, ".present h3")) === "sans-serif";
    },
  },
  {
    name: "2: the arrow that points on does nothing",
    config: '{navigationMode:"linear",controlsLayout:"edges"}',
    seen: async (page, ours) => {
      await wakePointer(page);
      await page.locator(ours ? ".arrow-forward" : ".navigate-left").click({ force: true });
      return (await currentId(page)) === "cover";
    },
  },
  {
    name: "3: steps that wait are shown at the arrow that points back",
    config: '{controlsLayout:"edges"}',
    seen: async (page, ours) => {
      await goTo(page, "points");
      const marked = await box(page, ours ? ".arrow.has-steps" : ".controls .fragmented");
      return marked.x > 640;
    },
  },
  {
    name: "4: the right end of the progress bar does not lead to the first slide",
    seen: async (page) => {
      await goTo(page, "middle");
      await page.mouse.click(1278, 718);
      return (await currentId(page)) !== "cover";
    },
  },
  {
    name: "4: the left end of the progress bar does not lead to the last slide",
    seen: async (page) => {
      await page.mouse.click(0, 718);
      return (await currentId(page)) !== "end";
    },
  },
  {
    name: "5: notes shown beside the slide stand off the screen",
    config: "{showNotes:true}",
    size: { width: 1600, height: 900 },
    seen: async (page, ours) => {
      if (ours) await page.keyboard.press("KeyM");
      const { x, width } = await box(page, ours ? ".notes-pane" : ".reveal > .speaker-notes");
      return x < 0 || x + width > 1600;
    },
  },
  {
    name: "6: the full stop of .NET stands on the wrong side",
    seen: async (page) => {
      await goTo(page, "links");
      return (await leftOf(page, ".present code", 0)) > (await leftOf(page, ".present code", 1));
    },
  },
  {
    name: "7: a list within a list is not indented",
    seen: async (page) => {
      await goTo(page, "links");
      const outer = await box(page, ".present ul > li");
      const inner = await box(page, ".present ul ul > li");
      return inner.x + inner.width > outer.x + outer.width - 10;
    },
  },
  {
    name: "8: table cells are aligned to the left",
    seen: async (page) => {
      await goTo(page, "links");
      return page
        .locator(".present td")
        .first()
        .evaluate((cell) => getComputedStyle(cell).textAlign === "left");
    },
  },
  {
    name: "9: the slide number reads backwards",
    config: '{slideNumber:"c/t"}',
    seen: async (page, ours) => {
      await goTo(page, "points");
      if (!ours) return (await box(page, ".slide-number-a")).x > (await box(page, ".slide-number-b")).x;
      const text = await page.locator(".deck-number").textContent();
      expect(text).toBe("2 מתוך 5");
      // In a line that reads from the right the slide's number comes first, and the words keep it apart from the total.
      return (await leftOf(page, ".deck-number", 0)) < (await leftOf(page, ".deck-number", (text?.length ?? 1) - 1));
    },
  },
  {
    name: "10: Shift with the forward arrow goes to the first slide",
    seen: async (page) => {
      await goTo(page, "links");
      await page.keyboard.press("Shift+ArrowLeft");
      return (await currentId(page)) !== "end";
    },
  },
  {
    name: "11: a slide is not found by a Hebrew word",
    seen: async (page, ours) => {
      await page.keyboard.press(ours ? "Slash" : "KeyG");
      await page.keyboard.type("סיכום");
      await page.keyboard.press("Enter");
      return (await currentId(page)) !== "end";
    },
  },
  {
    name: "12: a search for brackets breaks, or takes the emphasis out of the page",
    config: "{plugins:[RevealSearch]}",
    plugin: "search",
    seen: async (page, ours) => {
      await goTo(page, "links");
      const count = (): Promise<number> => page.locator("em").count();
      const before = await count();
      await page.keyboard.press(ours ? "Control+KeyF" : "Control+Shift+KeyF");
      await page.locator("input").first().fill("ציטוט");
      await page.keyboard.press("Enter");
      if (!ours) await page.locator("input").first().fill("");
      if (!ours) await page.keyboard.press("Enter");
      return (await count()) !== before;
    },
  },
  {
    name: "13: the help is English",
    seen: async (page) => {
      await page.keyboard.press("Shift+Slash");
      const text = await page.locator("dialog, .r-overlay").textContent();
      return /Keyboard|Next slide/i.test(text ?? "");
    },
  },
  {
    name: "14: with the help open, B is dead on a Hebrew layout",
    seen: async (page, ours) => {
      await page.keyboard.press("Shift+Slash");
      await page.evaluate(() => {
        const press = { code: "KeyB", key: "נ", keyCode: 66, bubbles: true, cancelable: true };
        (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", press));
      });
      return !(await page.locator(ours ? ".black-screen" : ".reveal.paused .pause-overlay").isVisible());
    },
  },
  {
    name: "15: quotations and emphasis are slanted",
    seen: async (page) => {
      await goTo(page, "links");
      const styles = await page
        .locator(".present :is(blockquote, em)")
        .evaluateAll((elements) => elements.map((element) => getComputedStyle(element).fontStyle));
      return styles.includes("italic");
    },
  },
  {
    name: "16: on a narrow screen the deck becomes a scroll, whose arrow to the left goes back",
    size: { width: 400, height: 700 },
    seen: async (page, ours) => {
      if (!ours) return page.evaluate(() => document.querySelector(".reveal-scroll") !== null);
      await page.keyboard.press("ArrowLeft");
      return (await currentId(page)) !== "points";
    },
  },
  {
    name: "18: the speaker window is English, from left to right",
    config: "{plugins:[RevealNotes]}",
    plugin: "notes",
    seen: async (page) => {
      const [speaker] = await Promise.all([page.context().waitForEvent("page"), page.keyboard.press("KeyS")]);
      await speaker.waitForSelector("body *", { state: "attached" });
      return speaker.evaluate(() => document.documentElement.lang !== "he" || document.documentElement.dir !== "rtl");
    },
  },
];

describeInBrowser("the right-to-left pack over reveal", (browser) => {
  const file = fixtureFiles();

  test.each(DEFECTS)("$name", async ({ config = "{}", plugin, size, seen }) => {
    const plain = await openPlain(browser(), await file(await plainPage(SLIDES, config, plugin)), size);
    expect(await seen(plain, false), "the defect in reveal as it comes").toBe(true);
    await plain.context().close();

    const { page, errors, context } = await openFixture(browser(), await file({ slides: SLIDES }), size);
    expect(await seen(page, true), "the defect in our page").toBe(false);
    expect(errors).toEqual([]);
    await context.close();
  });

  test("17: the next slide waits on the left, where the reader goes", async () => {
    const address = await file({ slides: SLIDES, data: { transition: "slide" } });
    const { page, context } = await openFixture(browser(), address);
    await page.waitForFunction(() => document.querySelector("section#points") !== null);
    expect((await box(page, "section#points")).x).toBeLessThan(0);
    await context.close();
  });

  test("19: the space bar goes on, with Shift back", async () => {
    const { page, context } = await openFixture(browser(), await file({ slides: SLIDES }));
    await page.keyboard.press("Space");
    expect(await currentId(page)).toBe("points");
    await page.keyboard.press("Shift+Space");
    expect(await currentId(page)).toBe("cover");
    await context.close();
  });

  test("20: the list of slides is in the deck's language, and begins on the right", async () => {
    const { page, context } = await openFixture(browser(), await file({ slides: SLIDES }));
    await page.keyboard.press("Escape");
    expect(await page.locator("dialog > header h2").textContent()).toBe("מבט כולל");
    const thumbs = page.locator('.thumb[data-slide="1"], .thumb[data-slide="2"]');
    const [first, second] = await Promise.all([thumbs.nth(0).boundingBox(), thumbs.nth(1).boundingBox()]);
    expect(first?.x).toBeGreaterThan(second?.x ?? Number.POSITIVE_INFINITY);
    await context.close();
  });
});

async function openPlain(browser: Browser, address: string, size = { width: 1280, height: 720 }): Promise<Page> {
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForSelector(".reveal.ready");
  return page;
}
