import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Print } from "../../export/types.ts";
import { findBrowser } from "../browser.ts";
import { Devtools } from "./devtools.ts";
import type { ExportJob } from "./job.ts";

/** Milliseconds; a deck of a thousand slides takes a tenth of it. */
const PATIENCE = 180_000;
/** How often, and after how many milliseconds again, the browser is asked for its first tab. */
const FIRST_TRIES = 100;
const FIRST_PAUSE = 10;

/** A browser that is being started to print; it is steered by its pipes, so that nothing has to be loaded for it. */
export interface Printing {
  /** @throws where the browser did not start, or did not print. */
  readonly print: Print;
  /** Settled when the browser is at work on all pages, or is not there: until then it needs answers without delay. */
  readonly underway: Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Starts a browser ahead, while the deck is still being read. A failure shows where something is printed.
 * @param prints How many pages will be printed; after the last one the browser ends by itself.
 * @param home Where the browser has its folder meanwhile.
 */
export function startPrinting(prints: number, home = tmpdir()): Printing {
  let tell = () => {};
  const underway = new Promise<void>((resolve) => {
    tell = resolve;
  });
  let begun = 0;
  const starting = start(prints, home, () => {
    if (++begun === prints) tell();
  });
  starting.catch(() => tell());
  return {
    print: async (html) => (await starting).print(html),
    underway,
    close: async () => (await starting.catch(() => null))?.close(),
  };
}

async function start(prints: number, home: string, begin: () => void): Promise<Pick<Printing, "print" | "close">> {
  const program = await findBrowser();
  const folder = await mkdtemp(join(home, "tadrich-print-"));
  const blank = join(folder, "blank.html");
  await writeFile(blank, "<!doctype html>");
  const browser = new Devtools(program, [...FLAGS, `--user-data-dir=${join(folder, "profile")}`, ...windowOn(blank)]);
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= end(browser, folder, timer);
    return closing;
  };
  const timer = setTimeout(close, PATIENCE);
  // The first tab is made ready ahead, too.
  let ready: Promise<string> | null = firstTab(browser);
  ready.catch(() => undefined);
  let begun = 0;
  let done = 0;
  return {
    print: async (html) => {
      const page = join(folder, `page-${++begun}.html`);
      const ahead = ready;
      ready = null;
      await writeFile(page, html);
      const tab = await (ahead ?? openTab(browser));
      const printed = await printTab(browser, tab, pathToFileURL(page).href, begin);
      // Nothing is left to print: the browser ends while the file is being finished.
      if (++done === prints) close().catch(() => undefined);
      return printed;
    },
    close,
  };
}

const FLAGS: readonly string[] = [
  "--headless",
  "--no-first-run",
  "--disable-gpu",
  "--disable-extensions",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A second tab comes with a bar for addresses, whose suggestions are two pages of scripts. A browser that has no such
  // features lets the names pass.
  "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup",
  // Nothing in the page asks for the network; this browser could not reach it.
  "--host-resolver-rules=MAP * ~NOTFOUND",
  // Chromium refuses its sandbox to root; the page holds no script.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/**
 * The window to start with is that of an app: one that has a bar for addresses brings the pages of that bar with it, and
 * without a page to show, the page for new tabs. Together they cost more than a deck of a hundred slides. A file, as what
 * is printed is one: another kind of address would need a process of its own.
 */
function windowOn(blank: string): readonly string[] {
  const { href } = pathToFileURL(blank);
  // The last is for a shell that knows of no apps.
  return [`--app=${href}`, href];
}

async function end(browser: Devtools, folder: string, timer: NodeJS.Timeout): Promise<void> {
  clearTimeout(timer);
  await browser.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** The tab of the window that the browser has started with. */
async function firstTab(browser: Devtools): Promise<string> {
  for (let tries = 0; tries < FIRST_TRIES; tries++) {
    const { targetInfos } = await browser.call("Target.getTargets");
    const page = (targetInfos as readonly Target[]).find(({ type }) => type === "page");
    if (page !== undefined) return attach(browser, page.targetId);
    await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE));
  }
  return openTab(browser);
}

interface Target {
  readonly targetId: string;
  readonly type: string;
}

async function openTab(browser: Devtools): Promise<string> {
  const { targetId } = await browser.call("Target.createTarget", { url: "about:blank" });
  return attach(browser, String(targetId));
}

async function attach(browser: Devtools, targetId: string): Promise<string> {
  const { sessionId } = await browser.call("Target.attachToTarget", { targetId, flatten: true });
  const session = String(sessionId);
  await Promise.all([
    browser.call("Page.enable", {}, session),
    browser.call("Page.addScriptToEvaluateOnNewDocument", { source: UNSEEN }, session),
  ]);
  return session;
}

/** Nobody looks at the tab: the page is laid out and painted only once, for paper. A page's own policy does not forbid it. */
const UNSEEN =
  "const sheet = new CSSStyleSheet();" +
  "sheet.replaceSync('@media screen { html { display: none !important } }');" +
  "document.adoptedStyleSheets = [sheet];";

/** Settled when the page is there with its fonts, which a page that is not laid out does not ask for by itself. */
const READY =
  "new Promise((resolve) => document.readyState === 'complete' ? resolve() : addEventListener('load', resolve))" +
  ".then(() => Promise.all([...document.fonts].map((face) => face.load()))).then(() => location.href)";

/** Tagged, with backgrounds, in the page's own size. */
async function printTab(browser: Devtools, session: string, url: string, begin: () => void): Promise<Uint8Array> {
  await browser.call("Page.navigate", { url }, session);
  const { result } = await browser.call("Runtime.evaluate", { expression: READY, awaitPromise: true }, session);
  if ((result as { readonly value?: unknown }).value !== url) throw new Error("The page to print did not load.");
  const paper = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true };
  const printing = browser.call("Page.printToPDF", paper, session);
  begin();
  const { data } = await printing;
  return Buffer.from(String(data), "base64");
}

/** Prints by the browser that was started ahead; where that fails, one is started and steered in the usual way. */
export function printer(job: ExportJob): Print {
  return async (html) => (await job.printing?.print(html).catch(() => null)) ?? (await printSteered(html, job));
}

function printSteered(html: string, job: ExportJob): Promise<Uint8Array> {
  return job.withPage(1, async (page) => {
    await page.setContent(html, { waitUntil: "load" });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
  });
}
