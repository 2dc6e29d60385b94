import type { Browser, Frame, Page } from "playwright-core";
import { HebrewKeyboard } from "../../src/client/editor/hebrew-keyboard.ts";
import { atMost, median, type Row, told } from "../rows.ts";
import { now, pause, watchTexts, whenSeen } from "./seen.ts";
import { blocksOf, TRACED, type TraceEvent } from "./trace.ts";

/** Typed at the end of a title, which is the dearest place, and of a point below it. */
const TYPED = [" וכך ראה זאת OECD בשנת 2019 לפני הדיון", " ואז Microsoft הגישה 14 מסמכים לוועדה"];
/** Keys between two pauses, in which the whole deck is checked and the draft is kept. */
const WORD = 12;
const PAUSE = 1200;

/** From a key press in the editor to the preview, and how long a key kept the page from taking the next one. */
export async function benchKeys(browser: Browser, slides: number, address: string): Promise<readonly Row[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 860 } });
  await page.goto(address);
  await page.waitForSelector(`.strip-list [data-slide="${slides - 1}"]`);
  await page.click('.strip-list [data-slide="5"]');
  await page.focus(".cm-content");
  const frame = await previewFrame(page);
  await watchTexts(frame, ".pictures");
  await pause(PAUSE);
  const keyboard = new HebrewKeyboard(page);
  const times: number[] = [];
  await browser.startTracing(page, { categories: TRACED });
  for (const text of TYPED) {
    for (let typed = 1; typed <= text.length; typed++) {
      const start = now();
      await keyboard.type(text.charAt(typed - 1));
      const seen = text.slice(0, typed);
      if (!seen.endsWith(" ")) times.push((await whenSeen(frame, seen)) - start);
      // Never in step with the page's own timers.
      await pause(typed % WORD === 0 ? PAUSE : 80 + ((typed * 37) % 60));
    }
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("End");
    await pause(PAUSE);
  }
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { readonly traceEvents: TraceEvent[] };
  await page.close();
  const blocks = blocksOf(trace.traceEvents);
  const name = `${slides} slides: `;
  return [
    atMost(`${name}key press to preview, median`, median(times), "ms", 100),
    told(`${name}key press to preview, slowest of ${times.length}`, Math.max(...times), "ms"),
    atMost(`${name}typing blocked after a key, p95`, p95(blocks.map(({ time }) => time)), "ms", 16),
    told(`${name}typing blocked after a key, processor time, p95`, p95(blocks.map(({ work }) => work)), "ms"),
    told(`${name}page busy on end after a key, p95`, p95(blocks.map(({ busy }) => busy)), "ms"),
  ];
}

function p95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}

async function previewFrame(page: Page): Promise<Frame> {
  const handle = await page.waitForSelector(".preview-pane iframe");
  const frame = await handle.contentFrame();
  if (frame === null) throw new Error("The preview has no frame.");
  await frame.waitForSelector("section");
  return frame;
}
