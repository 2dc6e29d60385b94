import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type Kit, loadKit } from "../build.ts";
import { clientFile } from "../bundle.ts";
import { loadDeck } from "../deck.ts";
import { findDecks } from "../project.ts";
import { describeInBrowser } from "../testing/browser.ts";
import { makePages } from "./pages.ts";
import { ROLES } from "./room.ts";
import { type Presentation, present } from "./server.ts";

const source = (lang: string) => `---
title: תדריך בחדר
lang: ${lang}
---

## שקופית ראשונה

- נקודה

::: notes
הערה סודית ראשונה
:::

## שקופית גנוזה {.hidden}

תוכן נסתר

## צעדים {.steps}

- צעד אחד
- צעד שני

## אחרונה

סוף
`;

/** How long a page may take on a busy machine, in milliseconds. */
const PATIENT = { timeout: 15_000 };

describeInBrowser("a briefing in the room", (browser) => {
  let folder = "";
  let show: Presentation;
  let kit: Kit;
  let script: string;
  const rehearsals: string[] = [];

  async function open(lang: string): Promise<Presentation> {
    await writeFile(join(folder, "slides", "room.md"), source(lang));
    const [file] = await findDecks(folder, ["room"]);
    if (file === undefined) throw new Error("no deck");
    const { value: deck } = await loadDeck(file);
    const { pages, program } = makePages(deck, kit, script);
    return present(pages, program, { port: 0, lan: false, saveRehearsal: async (text) => void rehearsals.push(text) });
  }

  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    const loaded = await loadKit(tmpdir());
    if (loaded.value === null) throw new Error("templates have errors");
    kit = loaded.value;
    script = await clientFile("room.js");
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "tadrich-room-"));
    await mkdir(join(folder, "slides"));
    show = await open("he");
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    await show.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Pages of three people: each has a browser profile of its own. */
  async function enter(from: Browser): Promise<{ presenter: Page; remote: Page; follower: Page }> {
    const visit = async (address: string, size: { width: number; height: number }): Promise<Page> => {
      const context = await from.newContext({ viewport: size });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(address);
      return page;
    };
    const presenter = await visit(show.addresses.presenter, { width: 1280, height: 720 });
    const remote = await visit(show.addresses.remote, { width: 390, height: 844 });
    const follower = await visit(show.addresses.follower, { width: 1280, height: 720 });
    await expect.poll(() => ROLES.map((role) => show.count(role)), PATIENT).toEqual([1, 1, 1]);
    return { presenter, remote, follower };
  }
  const current = (page: Page) => page.locator(".slides > section.present").getAttribute("id");
  const id = (page: Page) => expect.poll(() => current(page), PATIENT);

  test("the follower's bytes hold neither notes nor hidden slides; the presenter's hold both", async () => {
    const follower = await (await fetch(show.addresses.follower)).text();
    for (const secret of ["סודית", "גנוזה", "נסתר", show.addresses.remote, show.addresses.presenter]) {
      expect(follower.includes(secret), secret).toBe(false);
    }
    expect(await (await fetch(show.addresses.presenter)).text()).toContain("סודית");
  });

  test("followers see the slide and step that are on; the phone steers; black is black everywhere", async () => {
    const { presenter, remote, follower } = await enter(browser());
    const first = await current(presenter);
    await remote.locator(".remote-next").click();
    await id(presenter).not.toBe(first);
    const second = await current(presenter);
    await id(follower).toBe(second);
    await presenter.keyboard.press("PageDown");
    await presenter.keyboard.press("PageDown");
    await id(follower).toBe(await current(presenter));
    const steps = follower.locator(".slides > section.present .fragment.visible");
    await expect.poll(() => steps.count(), PATIENT).toBe(1);
    await remote.locator(".remote-black").click();
    await expect.poll(() => follower.locator(".black-screen").isVisible(), PATIENT).toBe(true);
    await remote.locator(".remote-black").click();
    await expect.poll(() => follower.locator(".black-screen").isVisible(), PATIENT).toBe(false);
  });

  test("a follower looks back, is not pulled away, cannot look ahead, and returns by the button", async () => {
    const { presenter, follower } = await enter(browser());
    await presenter.keyboard.press("End");
    const last = await current(presenter);
    await id(follower).toBe(last);
    await follower.keyboard.press("PageUp");
    await id(follower).not.toBe(last);
    const back = await current(follower);
    await presenter.keyboard.press("Home");
    await presenter.keyboard.press("End");
    await id(follower).toBe(back);
    await follower.locator(".room-live").click();
    await id(follower).toBe(last);
    await follower.keyboard.press("PageDown");
    await id(follower).toBe(last);
  });

  test("a presenter's page that is reloaded goes on where it was, and followers stay", async () => {
    const { presenter, follower } = await enter(browser());
    await presenter.keyboard.press("End");
    const last = await current(presenter);
    await presenter.reload();
    await id(presenter).toBe(last);
    await id(follower).toBe(last);
  });

  test("the remote shows the notes of the slide, and jumps by its list", async () => {
    const { presenter, remote } = await enter(browser());
    await presenter.keyboard.press("Home");
    await presenter.keyboard.press("PageDown");
    await expect.poll(() => remote.locator(".notes-text").textContent(), PATIENT).toContain("הערה סודית ראשונה");
    await remote.locator(".remote-list button").last().click();
    await expect
      .poll(() => presenter.locator(".slides > section.present h2").textContent(), PATIENT)
      .toContain("אחרונה");
  });

  test("a codes' page is on the presenter's screen, and the remote's code stays closed until asked for", async () => {
    const { presenter } = await enter(browser());
    await presenter.mouse.move(300, 300);
    await presenter.mouse.move(320, 300);
    await presenter.locator(".room-invite").click();
    await expect
      .poll(() =>
        presenter
          .locator(".invitation-code")
          .first()
          .evaluate((image: HTMLImageElement) => image.naturalWidth),
      )
      .toBeGreaterThan(0);
    expect(await presenter.locator(".invitation-code").last().isVisible()).toBe(false);
  });

  test("no page asks anybody but its own server", async () => {
    const context = await browser().newContext();
    contexts.push(context);
    const asked: string[] = [];
    context.on("request", (request) => asked.push(request.url()));
    const page = await context.newPage();
    await page.goto(show.addresses.presenter);
    await expect.poll(() => show.count("presenter"), PATIENT).toBe(1);
    expect(
      asked.filter((address) => !address.startsWith("data:") && new URL(address).port !== String(show.port)),
    ).toEqual([]);
  });

  test.each(["he", "ar", "en"])("remote and follower pages have no accessibility violations (%s)", async (lang) => {
    await show.close();
    show = await open(lang);
    const { remote, follower } = await enter(browser());
    const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
    for (const page of [remote, follower]) {
      // The page's policy lets no script in but its own; axe comes by the debugger's door.
      const { readFile } = await import("node:fs/promises");
      await page.evaluate(await readFile(axe, "utf8"));
      const violations = await page.evaluate(async () => {
        const { axe: tool } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const result = await tool.run();
        return result.violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html).join(" ")}`);
      });
      expect(violations).toEqual([]);
    }
  });
});
