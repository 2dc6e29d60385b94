import { readFileSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { type Deck, parse } from "../deck/index.ts";
import { composeDeck, toDataAddresses } from "../node/deck.ts";
import { readFonts } from "../node/project.ts";
import { describeInBrowser } from "../node/testing/browser.ts";
import { renderCatalog } from "./catalog.ts";
import { fitSlide } from "./fit/fit.ts";
import { measuresOf } from "./fit/layouts.ts";
import { readType } from "./fit/type.ts";
import { renderHandout } from "./handout.ts";
import { render } from "./render.ts";
import { ourTemplates, sha256 } from "./testing.ts";
import { readTheme } from "./theme.ts";
import { typeset } from "./typeset.ts";

const PROJECT = join(import.meta.dirname, "../..");
const DECKS = ["hanoi-summit", "layouts"] as const;
const THEMES = ["mabat", "laila", "nagish"] as const;
const fonts = await readFonts();

interface Sheet {
  readonly deck: Deck;
  readonly page: string;
}

/** One of our decks in one of our themes, as it is built but without the client: `?print` shows all its slides. */
async function makeSheet(name: string, theme: string): Promise<Sheet> {
  const path = join(PROJECT, "slides", `${name}.md`);
  const shown = `slides/${name}.md`;
  const source = { path: shown, text: readFileSync(path, "utf8") };
  const { value } = await composeDeck({ name, path, shown, project: PROJECT }, source);
  const page = render(value.set, {
    path: shown,
    name,
    templates: ourTemplates,
    fonts,
    client: { script: "", style: "" },
    images: toDataAddresses(value.images),
    sha256,
    theme,
  });
  return { deck: value.set, page: page.value };
}

/** Opens all slides below each other, as the page's first script asks for by `?print`. */
async function openSheet(page: Page, sheet: string): Promise<void> {
  const printed = sheet.replace('class="no-js"', 'class="print"').replace(/<script>[\s\S]*?<\/script>/, "");
  await page.setContent(printed);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** What axe-core finds on a page: the rule, and the element that breaks it. */
async function findViolations(page: Page, rules: axe.RunOptions["rules"] & object): Promise<readonly string[]> {
  await page.addScriptTag({ content: axe.source });
  return page.evaluate(async (options) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, { rules: options });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }, rules);
}

describeInBrowser("our decks in our themes", (browser) => {
  describe.each(DECKS)("%s", (name) => {
    test.each(THEMES)("in %s: nothing leaves its slide, and no text is smaller than 24px", async (theme) => {
      const page = await browser().newPage({ viewport: { width: 1280, height: 720 } });
      await openSheet(page, (await makeSheet(name, theme)).page);
      expect(await page.evaluate(findFaults)).toEqual([]);
      await page.close();
    });

    test.each(THEMES)("in %s: axe finds nothing on any slide", async (theme) => {
      const page = await (await browser().newContext({ bypassCSP: true })).newPage();
      await openSheet(page, (await makeSheet(name, theme)).page);
      const rules = theme === "nagish" ? { "color-contrast-enhanced": { enabled: true } } : {};
      expect(await findViolations(page, rules)).toEqual([]);
      await page.context().close();
    });

    test.each(THEMES)("in %s: heights that were estimated are those that Chromium lays out", async (theme) => {
      const { deck, page: markup } = await makeSheet(name, theme);
      const type = readType(readTheme(theme, ourTemplates), fonts, deck.meta.lang);
      const page = await (await browser().newContext({ bypassCSP: true })).newPage();
      await openSheet(page, markup);
      await page.addStyleTag({ content: NATURAL_HEIGHTS });
      const heights = await page.$$eval(".slide-body", (bodies) =>
        bodies.map((body) => body.getBoundingClientRect().height),
      );
      const wrong = deck.slides.flatMap((slide, i) => {
        if (slide.body.length === 0) return [];
        const { density } = fitSlide(slide, deck, type);
        const { height, width } = measuresOf(slide);
        const estimate = height(slide.body, { type, width, size: type.sizes[density] ?? 24 });
        const actual = heights[i] ?? 0;
        // Too little would let text overflow; too much would only make it a step smaller than it could be.
        return estimate < actual - 6 || estimate > actual * 1.15 + 24 ? [{ slide: slide.id, estimate, actual }] : [];
      });
      expect(wrong).toEqual([]);
      await page.context().close();
    });
  });

  test("axe finds nothing on the list of decks, nor on a handout", async () => {
    const { deck } = await makeSheet("layouts", "mabat");
    const entry = { meta: deck.meta, href: "layouts/index.html", slides: 22, minutes: 14 };
    const pages = [
      renderCatalog([entry], { lang: "he", templates: ourTemplates, fonts, sha256 }),
      renderHandout(deck, { templates: ourTemplates, fonts, images: new Map(), sha256, perSheet: 3, withNotes: true }),
    ];
    for (const markup of pages) {
      const page = await (await browser().newContext({ bypassCSP: true })).newPage();
      await page.setContent(markup);
      expect(await findViolations(page, {})).toEqual([]);
      await page.context().close();
    }
  });

  test("a handout's lines fill what the slides leave of the sheet, and its head has the title and the date at either side", async () => {
    const { deck } = await makeSheet("hanoi-summit", "mabat");
    const page = await browser().newPage();
    for (const perSheet of [1, 2, 3] as const) {
      const options = { templates: ourTemplates, fonts, images: new Map(), sha256, perSheet, withNotes: false };
      await page.setContent(renderHandout(deck, options));
      const edges = await page.evaluate(() => {
        const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
        const [sheet, slides] = [box(".sheet"), document.querySelectorAll(".sheet:first-child .ruled")];
        const last = slides[slides.length - 1]!.getBoundingClientRect();
        const millimetre = sheet.width / 210;
        const { right } = box(".sheet-title");
        const { left } = box(".sheet-byline");
        const pixels = [sheet.bottom - last.bottom, sheet.right - right, left - sheet.left];
        return pixels.map((pixel) => Math.round(pixel / millimetre));
      });
      // The sheet's padding, in millimetres.
      expect(edges, `${perSheet} a sheet`).toEqual([16, 16, 16]);
    }
    await page.close();
  });

  test("the fonts are the page's own, and none is missing a letter", async () => {
    const { deck, page: markup } = await makeSheet("layouts", "mabat");
    expect(deck.slides.length).toBeGreaterThan(10);
    const page = await browser().newPage();
    await openSheet(page, markup);
    const session = await page.context().newCDPSession(page);
    await session.send("DOM.enable");
    await session.send("CSS.enable");
    const { root } = await session.send("DOM.getDocument");
    const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: ".frame *" });
    const foreign = new Set<string>();
    for (const nodeId of nodeIds) {
      const used = await session.send("CSS.getPlatformFontsForNode", { nodeId });
      for (const font of used.fonts) if (!font.isCustomFont) foreign.add(font.familyName);
    }
    expect([...foreign]).toEqual([]);
    await page.close();
  });

  test("without a script the page is a document: every slide and its notes can be read", async () => {
    const context = await browser().newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 720 } });
    const page = await context.newPage();
    const { deck, page: markup } = await makeSheet("hanoi-summit", "mabat");
    await page.setContent(markup);
    const sections = page.locator("section");
    expect(await sections.count()).toBe(deck.slides.length);
    expect(await page.locator("aside.notes >> visible=true").count()).toBeGreaterThan(20);
    const boxes = await Promise.all([0, 1, 2].map((i) => sections.nth(i).boundingBox()));
    expect(boxes[1]?.y).toBeGreaterThan((boxes[0]?.y ?? 0) + 300);
    await context.close();
  });

  test("an Arabic and an English deck stay inside their slides", async () => {
    const sources = [
      "---\ntitle: إحاطة شتوية\nlang: ar\nsubtitle: ما الذي تغيّر وما المطلوب الآن\n---\n\n## الخطة واضحة والوقت قصير\n\n- النقطة الأولى تشرح الوضع القائم بالتفصيل\n- النقطة الثانية تقترح بديلًا\n",
      "---\ntitle: Winter briefing\nlang: en\n---\n\n## Three pumps would keep the west dry\n\n- The damage of the last storm was 4.2 million\n- Two options remain on the table\n",
    ];
    for (const text of sources) {
      const page = await browser().newPage({ viewport: { width: 1280, height: 720 } });
      const deck = parse({ path: "x.md", text }).value;
      const options = { path: "x.md", name: "x", templates: ourTemplates, fonts, images: new Map(), sha256 };
      await openSheet(page, render(deck, { ...options, client: { script: "", style: "" } }).value);
      expect(await page.evaluate(findFaults)).toEqual([]);
      await page.close();
    }
  });

  test("lam and any alef share one glyph in both weights", async () => {
    const page = await browser().newPage();
    const text = "---\nlang: ar\n---\n\n## لا\n\n- لا **لا**\n";
    const deck = parse({ path: "x.md", text }).value;
    const options = { path: "x.md", name: "x", templates: ourTemplates, fonts, images: new Map(), sha256 };
    await openSheet(page, render(deck, { ...options, client: { script: "", style: "" } }).value);
    for (const weight of [400, 700]) {
      const widths = await page.evaluate((bold) => {
        const context = document.createElement("canvas").getContext("2d")!;
        context.font = `${bold} 100px Vazirmatn`;
        // Where a machine's settings ask for hints, widths are whole pixels otherwise.
        context.textRendering = "geometricPrecision";
        return ["لا", "لأ", "لإ", "لآ", "ل\u200dا"].map((pair) => context.measureText(pair).width);
      }, weight);
      expect(new Set(widths.slice(0, 4)).size, widths.join(" ")).toBe(1);
      expect(widths[4]).not.toBe(widths[0]);
    }
    await page.close();
  });
});

describeInBrowser("slides of any length", (browser) => {
  test.each(THEMES)("in %s: what is not reported as too full fits", async (theme) => {
    const deck = typeset(parse({ path: "x.md", text: makeStressDeck() }).value).value;
    const options = { path: "x.md", name: "x", templates: ourTemplates, fonts, images: new Map(), sha256, theme };
    const { value, diagnostics } = render(deck, { ...options, client: { script: "", style: "" } });
    const tooFull = new Set(diagnostics.map(({ span }) => span?.start));
    const reported = deck.slides.filter(({ span }) => tooFull.has(span.start)).map(({ id }) => id);
    expect(reported.length).toBeGreaterThan(0);
    expect(reported.length).toBeLessThan(deck.slides.length / 2);
    const page = await browser().newPage({ viewport: { width: 1280, height: 720 } });
    await openSheet(page, value);
    const faults = await page.evaluate(findFaults);
    expect(faults.filter((fault) => !reported.some((id) => fault.startsWith(`${id}: `)))).toEqual([]);
    await page.close();
  });
});

/** Slides of every kind with less and more text: words of several lengths, in a fixed order. */
function makeStressDeck(): string {
  const words =
    "של הממשלה על פי ההערכות המעודכנות ביותר יש סיכוי ל-OECD לפרסם 12.5% יותר דוחות בשנת 2019 מאשר קודם".split(" ");
  let at = 0;
  const text = (count: number): string => Array.from({ length: count }, () => words[at++ % words.length]).join(" ");
  const repeat = (count: number, line: () => string): string => Array.from({ length: count }, line).join("\n");
  const panel = (length: number) => (): string => `### ${text(3)}\n- ${text(length)}\n- ${text(length)}\n`;
  const kinds: readonly ((n: number) => string)[] = [
    (n) => repeat(n, () => `- ${text(n + 3)}`),
    (n) => repeat(n, () => `${text(n * 3)}\n`),
    (n) =>
      `| ${text(2)} | ${text(2)} | ${text(3)} |\n| :-- | :-- | :-- |\n${repeat(n, () => `| ${text(2)} | ${text(n)} | ${text(n + 2)} |`)}`,
    (n) => `::: columns\n${repeat(Math.min(n, 4), panel(n + 2))}\n:::`,
    (n) => `::: comparison\n${repeat(2, panel(n * 2))}\n:::`,
    (n) => `::: options\n${repeat(Math.min(n + 1, 6), panel(n))}\n:::`,
    (n) => `::: timeline\n${repeat(n + 1, () => `- 2019: ${text(n + 1)}`)}\n:::`,
    (n) => `::: number\n${n} מתוך ${n + 6}\n\n${text(n * 2)}\n\n${text(n * 3)}\n:::`,
    (n) => repeat(Math.min(n, 4), () => `::: judgment {likelihood=likely confidence=low}\n${text(n * 3)}\n:::\n`),
    (n) => `> ${text(n * 4)}\n>\n> — ${text(3)}`,
    (n) => `::: sources\n${repeat(n * 2, () => `- ${text(n + 4)}`)}\n:::`,
  ];
  const forced = ["questions", "bottom-line", "agenda", "end"];
  const slides = [1, 2, 3, 4, 6, 8].flatMap((n) => [
    ...kinds.map((kind) => `## ${text(n + 2)}\n\n${kind(n)}\n`),
    ...forced.map(
      (layout) => `## ${text(n + 2)} {.${layout}}\n\n${text(n * 2)}\n\n${repeat(n, () => `- ${text(n + 3)}`)}\n`,
    ),
    `# ${text(n + 2)}\n`,
  ]);
  // What follows an end slide is backup; it is laid out no differently.
  return `---\ntitle: ${text(6)}\nsubtitle: ${text(14)}\nauthors: [${text(3)}]\nsource: ${text(16)}\n---\n\n${slides.join("\n")}`;
}

/** Lays bodies out as high as their content, which on a slide shares the height that there is. */
const NATURAL_HEIGHTS = `
.slide-body { align-self: start !important; height: auto !important }
.slide-body > * { flex: none !important }
.slide-body :is(ul, ol) { grid-auto-rows: min-content !important; max-height: none !important }
figure.figure img { height: 200px !important; flex: none }
`;

/** In the page: slides with text outside their frame or under their foot, and with text below 24px. */
function findFaults(): readonly string[] {
  return [...document.querySelectorAll(".frame")].flatMap((frame) => {
    const box = frame.getBoundingClientRect();
    const foot = frame.querySelector(".furniture")?.getBoundingClientRect();
    const floor = foot !== undefined && foot.height > 0 ? foot.top : box.bottom;
    const name = `${frame.parentElement?.id}: ${frame.parentElement?.className}`;
    const texts = [...frame.querySelectorAll("*:not(.sr-only, svg *, sup, sup *)")].filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
    );
    // An inline element's box is that of its font, which may be higher than its line.
    const boxes = [...frame.querySelectorAll(".slide-title, .slide-body *:not(.sr-only)")].filter(
      (element) => getComputedStyle(element).display !== "inline" && element.getBoundingClientRect().width > 0,
    );
    const below = Math.round(Math.max(0, ...boxes.map((element) => element.getBoundingClientRect().bottom - floor)));
    const beside = boxes.filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < box.left + 8 || right > box.right - 8;
    });
    // A run of Latin letters is set at 0.95 of the text around it.
    const small = texts.filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 24 * 0.95 - 0.01);
    return [
      ...(below > 1 ? [`${name} reaches ${below}px below the foot`] : []),
      ...beside.map(({ tagName }) => `${name} ${tagName} leaves the slide`),
      ...small.map(({ tagName }) => `${name} ${tagName} is too small`),
    ];
  });
}
