import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { openBrowser } from "../../src/node/browser.ts";
import { bundleClient } from "../../src/node/bundle.ts";
import { deckText } from "../decks.ts";
import { atMost, median, type Row, told } from "../rows.ts";
import { benchKeys } from "./keys.ts";
import { now, pause, watchTexts, whenSeen } from "./seen.ts";

const SAVES = 30;

/**
 * From saving a file to its new text in the open deck, from a key press in the editor to the preview, and how long
 * a key keeps the page from taking the next one. Times are taken in the page and here by one clock, the machine's.
 */
export async function bench(): Promise<readonly Row[]> {
  const browser = await openBrowser();
  try {
    return [
      ...(await inProject(12, (project) => benchSaves(browser, project, 60))),
      ...(await inProject(1000, (project) => benchSaves(browser, project, 150))),
      ...(await inProject(100, ({ slides, addresses }) => benchKeys(browser, slides, addresses.edit))),
      atMost("editor bundle", Buffer.byteLength(await bundleClient("editor.js")) / 1000, "kB", 700),
    ];
  } finally {
    await browser.close();
  }
}

interface Project {
  readonly slides: number;
  readonly path: string;
  readonly addresses: { readonly edit: string; readonly deck: string };
  readonly server: ChildProcess;
}

async function inProject<T>(slides: number, work: (project: Project) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "tadrich-edit-"));
  const path = join(folder, "slides", "deck.md");
  await mkdir(join(folder, "slides"));
  await writeFile(path, deckText(slides));
  const server = fork(join("bench", "edit", "server.ts"), [folder], { execArgv: ["--import", "tsx"] });
  try {
    const [{ addresses }] = (await once(server, "message")) as [Pick<Project, "addresses">];
    return await work({ slides, path, addresses, server });
  } finally {
    server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

async function benchSaves(browser: Browser, project: Project, bar: number): Promise<readonly Row[]> {
  const page = await browser.newPage();
  await page.goto(project.addresses.deck);
  await page.waitForSelector(".reveal.ready");
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await watchTexts(page, ".reveal .slides > section.present");
  const text = deckText(project.slides);
  const times: number[] = [];
  for (let save = 0; save < SAVES; save++) {
    await pause(400);
    const start = now();
    await writeFile(project.path, text.replace("ממצא מספר 1\n", `ממצא מספר 1 סימן${save}\n`));
    times.push((await whenSeen(page, `סימן${save}`)) - start);
  }
  project.server.send({});
  const [{ megabytes }] = (await once(project.server, "message")) as [{ megabytes: number }];
  await page.close();
  const name = `${project.slides} slides: file saved to new text in the open deck`;
  return [
    atMost(`${name}, median`, median(times), "ms", bar),
    told(`${name}, slowest of ${SAVES}`, Math.max(...times), "ms"),
    told(`${project.slides} slides: memory of the server`, megabytes, "MB"),
  ];
}
