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

/** A browser that is being started to print; it is steered by its pipes, so that nothing has to be loaded for it. */
export interface Printing {
  /** @throws where the browser did not start, or did not print. */
  readonly print: Print;
  readonly close: () => Promise<void>;
}

/** Starts a browser ahead, while the deck is still being read. A failure shows where something is printed. */
export function startPrinting(): Printing {
  const starting = start();
  starting.catch(() => undefined);
  return {
    print: async (html) => (await starting).print(html),
    close: async () => (await starting.catch(() => null))?.close(),
  };
}

async function start(): Promise<Printing> {
  const program = await findBrowser();
  const folder = await mkdtemp(join(tmpdir(), "tadrich-print-"));
  const browser = new Devtools(program, [
    "--headless",
    "--no-first-run",
    "--disable-gpu",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // Nothing in the page asks for the network; this browser could not reach it.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    // Chromium refuses its sandbox to root; the page holds no script.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    `--user-data-dir=${join(folder, "profile")}`,
  ]);
  const timer = setTimeout(() => browser.close(), PATIENCE);
  // The first tab is opened ahead, too.
  let ready: Promise<string> | null = openTab(browser);
  ready.catch(() => undefined);
  let pages = 0;
  return {
    print: async (html) => {
      const page = join(folder, `page-${++pages}.html`);
      const ahead = ready;
      ready = null;
      await writeFile(page, html);
      return printTab(browser, await (ahead ?? openTab(browser)), pathToFileURL(page).href);
    },
    close: async () => {
      clearTimeout(timer);
      await browser.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function openTab(browser: Devtools): Promise<string> {
  const { targetId } = await browser.call("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await browser.call("Target.attachToTarget", { targetId, flatten: true });
  const session = String(sessionId);
  await browser.call("Page.enable", {}, session);
  return session;
}

/** Tagged, with backgrounds, in the page's own size. */
async function printTab(browser: Devtools, session: string, url: string): Promise<Uint8Array> {
  const loaded = browser.next("Page.loadEventFired", session);
  await Promise.all([browser.call("Page.navigate", { url }, session), loaded]);
  await browser.call(
    "Runtime.evaluate",
    { expression: "document.fonts.ready.then(() => 0)", awaitPromise: true },
    session,
  );
  const { data } = await browser.call(
    "Page.printToPDF",
    { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true },
    session,
  );
  return Buffer.from(String(data), "base64");
}

/** Prints by the browser that was started ahead; where that fails, one is started and steered in the usual way. */
export function printer(job: ExportJob): Print {
  return async (html) => (await job.printing?.print(html).catch(() => null)) ?? (await printSteered(html, job));
}

async function printSteered(html: string, job: ExportJob): Promise<Uint8Array> {
  const page = await job.newPage();
  try {
    await page.setContent(html, { waitUntil: "load" });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
  } finally {
    await page.context().close();
  }
}
