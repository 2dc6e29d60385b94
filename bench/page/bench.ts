import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { marked } from "marked";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../../src/node/browser.ts";
import { buildDeck, type Kit, loadKit } from "../../src/node/build.ts";
import { deckText } from "../decks.ts";
import { atMost, median, type Row, told } from "../rows.ts";

/** Bars of the key press, in milliseconds, by number of slides. */
const KEY_BARS: Readonly<Record<number, number>> = { 12: 40, 100: 40, 1000: 80 };
const ROUNDS = 9;
const PRESSES = 15;

/** Built decks in headless Chromium beside the least that any page can do: sections, and a script that shows one. */
export async function bench(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "tadrich-bench-page-"));
  const kit = (await loadKit(process.cwd())).value;
  if (kit === null) throw new Error("the templates have errors");
  const browser = await openBrowser();
  try {
    const rows: Row[] = [];
    for (const size of [12, 100, 1000]) rows.push(...(await benchSize(browser, kit, folder, size)));
    return rows;
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function benchSize(browser: Browser, kit: Kit, folder: string, size: number): Promise<readonly Row[]> {
  const pages = { floor: await writeFloor(folder, size), tadrich: await buildOurs(kit, folder, size) };
  const runs: Record<keyof typeof pages, Measured[]> = { floor: [], tadrich: [] };
  // In turn, one page after the other, so that a busy moment of the machine falls on both; the first round warms up.
  for (let round = -1; round < ROUNDS; round++) {
    for (const name of ["floor", "tadrich"] as const) {
      const measured = await measure(browser, pages[name]);
      if (round >= 0) runs[name].push(measured);
    }
  }
  const of = (name: keyof typeof pages, field: keyof Measured): number => median(runs[name].map((run) => run[field]));
  const ratio = (field: keyof Measured): number => of("tadrich", field) / of("floor", field);
  return [
    told(`${size} slides: first slide painted, floor`, of("floor", "paint"), "ms"),
    told(`${size} slides: first slide painted`, of("tadrich", "paint"), "ms"),
    told(`${size} slides: first slide painted / floor, in a tab that is open`, ratio("load"), "×"),
    ...(size === 12 ? [atMost("12 slides: first slide painted / floor", ratio("paint"), "×", 1.5)] : []),
    ...(size === 1000 ? [atMost("1000 slides: first slide painted", of("tadrich", "paint"), "ms", 800)] : []),
    told(`${size} slides: key press to paint, floor`, of("floor", "key"), "ms"),
    atMost(`${size} slides: key press to paint`, of("tadrich", "key"), "ms", KEY_BARS[size] ?? 0),
  ];
}

interface Measured {
  /** From opening a tab to the first contentful paint, as a person sees it. */
  readonly paint: number;
  /** The same from asking for the page in a tab that is open. */
  readonly load: number;
  readonly key: number;
}

/** Opens the page afresh. */
async function measure(browser: Browser, address: string): Promise<Measured> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const opened = performance.timeOrigin + performance.now();
  const page = await context.newPage();
  try {
    const asked = performance.timeOrigin + performance.now();
    await page.goto(address);
    const painted = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            const entry = list.getEntriesByName("first-contentful-paint")[0];
            if (entry) resolve(performance.timeOrigin + entry.startTime);
          }).observe({ type: "paint", buffered: true });
        }),
    );
    await page.waitForFunction(() => document.querySelector(".reveal")?.classList.contains("ready") ?? true);
    return { paint: painted - opened, load: painted - asked, key: await measureKeys(page) };
  } finally {
    await context.close();
  }
}

/** The median over some presses of: the event's time stamp to the end of the frame in which the slide has changed. */
async function measureKeys(page: Page): Promise<number> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    window.addEventListener(
      "keydown",
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => times.push(performance.now() - timeStamp);
          port2.postMessage(null);
        });
      },
      true,
    );
  });
  for (let press = 1; press <= PRESSES; press++) {
    await page.keyboard.press("PageDown");
    await page.waitForFunction((count) => (window as unknown as { times: number[] }).times.length >= count, press);
  }
  return median(await page.evaluate(() => (window as unknown as { times: number[] }).times));
}

async function buildOurs(kit: Kit, folder: string, size: number): Promise<string> {
  const path = join(folder, `deck-${size}.md`);
  await writeFile(path, deckText(size));
  const file = { name: `deck-${size}`, path, shown: path, project: folder };
  const { page, bytes, diagnostics } = await buildDeck(file, kit, { out: join(folder, "dist") });
  if (bytes === 0) throw new Error(`The deck was not built: ${diagnostics[0]?.message}`);
  return pathToFileURL(page).href;
}

/** The floor's page: the same Markdown by marked, one section a slide, and a script that shows one of them. */
async function writeFloor(folder: string, size: number): Promise<string> {
  const html = await marked.parse(deckText(size, "comment").replace(/^---[\s\S]*?---\n/, ""));
  const sections = html.split(/(?=<h2)/).map((slide) => `<section>${slide}</section>`);
  await mkdir(folder, { recursive: true });
  const path = join(folder, `floor-${size}.html`);
  await writeFile(
    path,
    `<!doctype html><html lang=he dir=rtl><meta charset=utf-8><style>section{display:none;font-size:32px}section.on{display:block}</style><body>${sections.join("")}
<script>const all=[...document.querySelectorAll("section")];let at=0;const show=(i)=>{all[at].className="";at=i;all[at].className="on"};
show(0);addEventListener("keydown",(e)=>{if(e.key==="PageDown"&&at+1<all.length)show(at+1)})</script></body></html>`,
  );
  return pathToFileURL(path).href;
}
