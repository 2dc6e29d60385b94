import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, FrameLocator, Page } from "playwright-core";
import { afterEach, expect } from "vitest";
import { makeExporter } from "../../node/edit/exporter.ts";
import { type Editing, type EditOptions, openEditor } from "../../node/edit/server.ts";
import { findDecks } from "../../node/project.ts";

/** A deck of a few slides, in the mixed Hebrew that right-to-left gets wrong. */
export const TALK = `---
title: סקירה קצרה
theme: mabat
---

פתיחה

## הראשונה: נתוני OECD

- עלייה של 12% ב-2019
- הקוד ב-C++ נבדק

::: notes
מילים שנאמרות על השקופית הראשונה.
:::

# חלק שני

## השנייה

- נקודה

## השלישית

- נקודה אחרונה
`;

/** A project with one deck, served to its editor, and pages that are open on it. All of it goes after the test. */
export interface Desk {
  readonly path: string;
  readonly folder: string;
  readonly editing: Editing;
  readonly errors: readonly string[];
  open(address?: string): Promise<EditorPage>;
  /** The file as it is. */
  read(): Promise<string>;
  write(text: string): Promise<void>;
  /** Ends the server, and starts it again at the same place. */
  restart(): Promise<void>;
}

export interface EditorPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly preview: FrameLocator;
}

export function deskFor(getBrowser: () => Browser): (text?: string, options?: Partial<EditOptions>) => Promise<Desk> {
  const cleanUps: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const clean of cleanUps.splice(0).reverse()) await clean();
  });
  return async (text = TALK, options = {}) => {
    const folder = await mkdtemp(join(tmpdir(), "tadrich-editor-"));
    cleanUps.push(() => rm(folder, { recursive: true, force: true }));
    await mkdir(join(folder, "slides"));
    const path = join(folder, "slides", "talk.md");
    await writeFile(path, text);
    const [file] = await findDecks(folder, ["talk"]);
    if (file === undefined) throw new Error("The deck is not there.");
    const served: Omit<EditOptions, "port"> = { lang: "he", exporter: makeExporter(file, "he"), ...options };
    let editing = await openEditor(file, { port: 0, ...served });
    cleanUps.push(() => editing.close());
    const errors: string[] = [];
    return {
      path,
      folder,
      errors,
      get editing() {
        return editing;
      },
      read: () => readFile(path, "utf8"),
      write: (next) => writeFile(path, next),
      async restart() {
        const { port, tokens } = editing;
        await editing.close();
        editing = await openEditor(file, { ...served, port, tokens });
      },
      async open(address = editing.addresses.edit) {
        const context = await getBrowser().newContext({ viewport: { width: 1440, height: 860 } });
        cleanUps.push(() => context.close());
        const page = await context.newPage();
        page.on("pageerror", (error) => errors.push(error.message));
        page.on("console", (message) => {
          // A server that is away is told by the browser itself; the page deals with it.
          if (message.type() === "error" && !/ERR_CONNECTION|WebSocket|409/.test(message.text()))
            errors.push(message.text());
        });
        await page.goto(address);
        const isDeck = address.includes("/deck/");
        await page.waitForSelector(isDeck ? ".reveal.ready" : ".strip-list li");
        if (!isDeck) await page.waitForSelector(".cm-focused");
        return { page, context, preview: page.frameLocator(".preview-pane iframe") };
      },
    };
  };
}

/** Puts the cursor at the end of the line that has these words. */
export async function putCursor(page: Page, words: string): Promise<void> {
  const line = page.locator(".cm-line", { hasText: words }).first();
  await line.scrollIntoViewIfNeeded();
  // Lines that come into view are measured, and those below them move.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await line.click();
  await page.keyboard.press("End");
}

/** The text in the editor. */
export function textOf(page: Page): Promise<string> {
  return page.evaluate(() => [...document.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\n"));
}

/** What a page shows in the end: as long as it takes on a busy machine. */
export function eventually<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: 20_000 });
}
