import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll } from "vitest";
import { clientStrings } from "../deck/client-strings.ts";
import type { Lang } from "../deck/types.ts";
import { bundleClient } from "../node/bundle.ts";
import { BOOT, clientElement } from "../render/boot.ts";
import { inlineScript } from "../render/policy.ts";
import type { DeckData } from "./data.ts";

/** A deck for tests of the client: pages as the build makes them, without its parser and templates. */
export interface Fixture {
  readonly lang?: Lang;
  readonly theme?: "mabat" | "laila" | "nagish";
  readonly slides: readonly FixtureSlide[];
  readonly data?: Partial<DeckData>;
}

export interface FixtureSlide {
  readonly id: string;
  readonly title: string;
  /** HTML. */
  readonly body?: string;
  /** HTML. */
  readonly notes?: string;
  readonly part?: string;
  readonly minutes?: number;
  readonly hidden?: boolean;
  readonly backup?: boolean;
}

const SHEETS = ["tokens", "themes/{theme}", "base", "blocks", "layouts", "reveal-rtl", "client", "print"];
const REVEAL = new URL("../../node_modules/reveal.js/dist/", import.meta.url);
const THEMES = new URL("../../templates/theme/", import.meta.url);

/** The client as it is bundled for decks, made once for all tests of a file. */
const bundles = once(() => Promise.all([bundleClient("deck.js"), bundleClient("reveal.css")]));

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The page of a fixture: one file, with the same security policy as a built deck. */
export async function fixturePage(fixture: Fixture): Promise<string> {
  const { lang = "he", theme = "mabat", slides, data } = fixture;
  const dir = lang === "en" ? "ltr" : "rtl";
  const sheets = await Promise.all(
    SHEETS.map((name) => readFile(new URL(`${name.replace("{theme}", theme)}.css`, THEMES), "utf8")),
  );
  const [script, reveal] = await bundles();
  const style = [reveal, ...sheets].join("\n");
  const code = inlineScript(script);
  const policy = `default-src 'none'; script-src '${hash(BOOT)}' '${hash(code)}'; style-src '${hash(style)}'; img-src data:; font-src data:; connect-src 'self'`;
  const json = JSON.stringify({ name: "fixture", duration: 10, strings: clientStrings(lang), ...data });
  return `<!doctype html><html lang="${lang}" dir="${dir}" class="no-js"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}"><title>מצגת לבדיקה</title>
<script>${BOOT}</script><style>${style}</style></head>
<body data-deck data-theme="${theme}"><main class="reveal"><div class="slides">
${slides.map((slide, index) => section(slide, index)).join("\n")}
</div></main>
<script type="application/json" id="deck-data">${json.replace(/</g, "\\u003c")}</script>
${clientElement(code)}</body></html>`;
}

/**
 * The same slides under reveal as it comes: its sheet, a theme of its own and its `rtl` option, nothing of ours. What is
 * wrong there, and right in `fixturePage`, is what the right-to-left pack is for.
 */
export async function plainPage(slides: readonly FixtureSlide[], config: string, plugin = ""): Promise<string> {
  const read = (name: string): Promise<string> => readFile(new URL(name, REVEAL), "utf8");
  const [script, ...sheets] = await Promise.all(["reveal.js", "reset.css", "reveal.css", "theme/white.css"].map(read));
  const plugins = plugin === "" ? "" : await read(`plugin/${plugin}.js`);
  const inline = (code: string): string => `<script>${code.replace(/<(?=\/script|!--)/gi, "\\x3c")}</script>`;
  return `<!doctype html><html lang="he" dir="rtl"><head><meta charset="utf-8"><title>reveal</title>
<style>${sheets.join("\n").replace(/@import[^;]*;|@font-face\s*\{[^}]*\}/g, "")}</style></head>
<body><div class="reveal"><div class="slides">${slides.map((slide, index) => section(slide, index)).join("")}</div></div>
${inline(script ?? "")}${inline(plugins)}${inline(`Reveal.initialize({rtl:true,transition:"none",...${config}})`)}</body></html>`;
}

function section(slide: FixtureSlide, index: number): string {
  const { id, title, body = "", notes, part = "", minutes = 1, hidden, backup } = slide;
  const flags = `${hidden ? " data-hidden" : ""}${backup ? " data-backup" : ""}`;
  const heading = index === 0 ? "h1" : "h2";
  return `<section id="${id}" class="slide layout-points" data-layout="points" data-index="${index}" data-part="${part}" data-minutes="${minutes}"${flags} aria-label="${title}">
<div class="frame"><${heading} class="slide-title">${title}</${heading}><div class="slide-body">${body}</div></div>
${notes === undefined ? "" : `<aside class="notes" lang="he" dir="rtl">${notes}</aside>`}</section>`;
}

function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** Some slides with everything in them: steps, parts, a hidden slide, backup slides, links. */
export const SAMPLE: readonly FixtureSlide[] = [
  { id: "cover", title: "פסגת האנוי", notes: "<p>ברוכים הבאים לתדריך.</p>", minutes: 0.5 },
  {
    id: "points",
    title: "שלוש נקודות",
    part: "הרקע",
    body: `<ul><li class="fragment">ראשונה</li><li class="fragment">שנייה</li><li class="fragment">שלישית</li></ul>`,
    notes: "<p>הערה על <strong>צה״ל</strong> ועל (NATO).</p>",
  },
  { id: "secret", title: "שקופית סודית", part: "הרקע", hidden: true, notes: "<p>רק לי.</p>" },
  {
    id: "links",
    title: "קישורים",
    part: "הרקע",
    body: `<p>ראו <a href="#end">הסיכום</a>. <code>.NET</code></p><ul><li>אב<ul><li>בן</li></ul></li></ul>
<table><thead><tr><th>שם</th><th>ערך</th></tr></thead><tbody><tr><td>א</td><td>1</td></tr></tbody></table>
<blockquote><p>ציטוט עם <em>דגש</em></p></blockquote><h3>כותרת משנה</h3>`,
  },
  {
    id: "middle",
    title: "באמצע",
    part: "הניתוח",
    body: "<p>מִלָּה מנוקדת, בין־לאומי, ג׳ורג׳.</p>",
    notes: "<p>נוסח.</p>",
  },
  { id: "end", title: "סיכום", part: "הניתוח", body: "<p>תודה.</p>" },
  { id: "extra", title: "נתוני גיבוי", backup: true, body: "<p>טבלה.</p>" },
  { id: "extra-2", title: "עוד גיבוי", backup: true },
];

/** A long deck. */
export function longDeck(count: number): readonly FixtureSlide[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `s${index + 1}`,
    title: `שקופית ${index + 1}`,
    part: `חלק ${Math.floor(index / 20) + 1}`,
    body: "<ul><li>שורה ראשונה של השקופית</li><li>שורה שנייה, ארוכה קצת יותר</li><li>שורה שלישית (2019)</li></ul>",
    notes: "<p>הערות הדובר לשקופית זו, בערך שמונים מילים.</p>",
  }));
}

/** Writes pages to files, which are deleted after the tests; answers with their addresses. */
export function fixtureFiles(): (fixture: Fixture | string) => Promise<string> {
  const folders: string[] = [];
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));
  return async (fixture) => {
    const folder = await mkdtemp(join(tmpdir(), "tadrich-client-"));
    folders.push(folder);
    const path = join(folder, "index.html");
    await writeFile(path, typeof fixture === "string" ? fixture : await fixturePage(fixture));
    return pathToFileURL(path).href;
  };
}

/** A page with the deck started, and every error that it reports in `errors`. */
export interface OpenedDeck {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly errors: readonly string[];
}

export async function openFixture(
  browser: Browser,
  address: string,
  size = { width: 1280, height: 720 },
): Promise<OpenedDeck> {
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  const errors: string[] = [];
  watch(page, errors);
  context.on("page", (opened) => watch(opened, errors));
  await page.goto(address);
  await page.waitForSelector(".reveal.ready");
  return { page, context, errors };
}

function watch(page: Page, errors: string[]): void {
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
}

/** The id of the slide on screen. */
export async function currentId(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector(".reveal > .slides > section.present")?.id ?? "");
}
