import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { PDFDocument } from "pdf-lib";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { LAYOUTS } from "../../deck/types.ts";
import { Failure } from "../../node/failure.ts";
import { describeInBrowser } from "../../node/testing/browser.ts";
import { HebrewKeyboard } from "./hebrew-keyboard.ts";
import { deskFor, eventually, putCursor, TALK, textOf } from "./testing.ts";

const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** How much of a picture is light, from 0 to 1. */
function shareOfLight(page: Page, picture: Buffer): Promise<number> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
    const drawn = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(drawn.width, drawn.height).getContext(
      "2d",
    ) as OffscreenCanvasRenderingContext2D;
    context.drawImage(drawn, 0, 0);
    const greens = context.getImageData(0, 0, drawn.width, drawn.height).data.filter((_, index) => index % 4 === 1);
    return greens.filter((green) => green > 200).length / greens.length;
  }, picture.toString("base64"));
}

describeInBrowser("the editor page", (browser) => {
  const makeDesk = deskFor(browser);

  test("Hebrew typed key by key, with English and numbers, is on the slide at once and in the file after a save", async () => {
    const desk = await makeDesk();
    const { page, preview } = await desk.open();
    await putCursor(page, "הקוד ב-C++");
    await page.keyboard.press("Enter");
    await new HebrewKeyboard(page).type("גידול של -3.2% לפי OECD (2019), ו-.NET");
    await preview.locator("li", { hasText: "גידול של" }).waitFor();
    expect(await desk.read()).toBe(TALK);
    await page.keyboard.press("Control+KeyS");
    await page.locator(".save-state", { hasText: "נשמר" }).and(page.locator(":not(.is-dirty)")).waitFor();
    expect(await desk.read()).toBe(TALK.replace("נבדק\n", "נבדק\n- גידול של -3.2% לפי OECD (2019), ו-.NET\n"));
    expect(desk.errors).toEqual([]);
  });

  test("slides are added, duplicated, moved, hidden and deleted, and undo takes each back in one step", async () => {
    const desk = await makeDesk();
    const { page } = await desk.open();
    const titles = async () => (await page.locator(".strip-title").allTextContents()).join(" | ");
    const settled = (wanted: string) => eventually(titles).toBe(wanted);
    await page.click('.strip-list [data-slide="3"]');
    await page.keyboard.press("Control+KeyD");
    await settled("סקירה קצרה | הראשונה: נתוני OECD | חלק שני | השנייה | השנייה | השלישית");
    await page.keyboard.press("Control+KeyZ");
    await settled("סקירה קצרה | הראשונה: נתוני OECD | חלק שני | השנייה | השלישית");
    await page.keyboard.press("Alt+Shift+ArrowUp");
    await settled("סקירה קצרה | הראשונה: נתוני OECD | השנייה | חלק שני | השלישית");
    await page.keyboard.press("Alt+Shift+ArrowDown");
    await settled("סקירה קצרה | הראשונה: נתוני OECD | חלק שני | השנייה | השלישית");
    await page.keyboard.press("Control+KeyZ");
    await settled("סקירה קצרה | הראשונה: נתוני OECD | השנייה | חלק שני | השלישית");
    await page.keyboard.press("Control+KeyZ");
    await settled("סקירה קצרה | הראשונה: נתוני OECD | חלק שני | השנייה | השלישית");
    await page.keyboard.press("Control+Shift+KeyH");
    await page.locator(".is-hidden-slide", { hasText: "השנייה" }).waitFor();
    await page.click('[data-action="undo"]');
    await eventually(() => page.locator(".is-hidden-slide").count()).toBe(0);
    await page.click('[data-action="newSlide"]');
    await settled("סקירה קצרה | הראשונה: נתוני OECD | חלק שני | השנייה | כותרת חדשה | השלישית");
    await page.click('[data-action="remove"]');
    await settled("סקירה קצרה | הראשונה: נתוני OECD | חלק שני | השנייה | השלישית");
    await page.keyboard.press("Control+KeyZ");
    await page.keyboard.press("Control+KeyZ");
    await page.keyboard.press("Control+KeyS");
    expect(await desk.read()).toBe(TALK);
    expect(desk.errors).toEqual([]);
  });

  test("a slide is moved by dragging its picture", async () => {
    const desk = await makeDesk();
    const { page } = await desk.open();
    await page.dragAndDrop('.strip-list [data-slide="4"]', '.strip-list [data-slide="1"]', {
      targetPosition: { x: 60, y: 10 },
    });
    await eventually(async () => (await page.locator(".strip-title").allTextContents())[1]).toBe("השלישית");
    expect(desk.errors).toEqual([]);
  });

  test("a layout is chosen by its picture", async () => {
    const desk = await makeDesk();
    const { page } = await desk.open();
    await page.click('[data-action="insertLayout"]');
    await page.frameLocator(".gallery iframe").locator("section.layout-timeline").waitFor();
    await page.click('[data-layout="timeline"]');
    await page.frameLocator(".preview-pane iframe").locator("section.layout-timeline").waitFor();
    expect(await textOf(page)).toContain("::: timeline");
  });

  test("the gallery shows every layout; the cover is written where a deck has none, and found where it has one", async () => {
    const desk = await makeDesk("## הראשונה\n\n- נקודה\n");
    const { page, preview } = await desk.open();
    await page.click('[data-action="insertLayout"]');
    const pictures = page.frameLocator(".gallery iframe");
    for (const layout of LAYOUTS) await pictures.locator(`section.layout-${layout}`).waitFor();
    const picture = pictures.locator("section.layout-figure img");
    await eventually(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await page.click('[data-layout="cover"]');
    await preview.locator("section.layout-cover").waitFor();
    const cover = /^---\ntitle: כותרת התדריך\nsubtitle: .+\nauthors: .+\n---\n\n## הראשונה/;
    expect(await textOf(page)).toMatch(cover);
    // The title is selected, and typed over.
    await page.keyboard.insertText("מצב המים");
    await preview.locator("section.layout-cover", { hasText: "מצב המים" }).waitFor();
    await page.click('.strip-list [data-slide="1"]');
    await page.click('[data-action="insertLayout"]');
    await page.click('[data-layout="cover"]');
    await page.keyboard.insertText(" היום");
    await preview.locator("section.layout-cover", { hasText: "מצב המים היום" }).waitFor();
    for (const text of [/^---\ntitle: מצב המים\n/, cover, /^## הראשונה\n\n- נקודה\n$/]) {
      await page.keyboard.press("Control+KeyZ");
      await eventually(() => textOf(page)).toMatch(text);
    }
    expect(desk.errors).toEqual([]);
  });

  test("a slide of a picture asks for the picture and its text, and is a slide of its own", async () => {
    const desk = await makeDesk();
    const { page, preview } = await desk.open();
    await page.click('.strip-list [data-slide="1"]');
    await page.click('[data-action="insertLayout"]');
    const chooser = page.waitForEvent("filechooser");
    await page.click('[data-layout="figure"]');
    const file = { name: "מפה.png", mimeType: "image/png", buffer: Buffer.from(PNG, "base64") };
    await (await chooser).setFiles(file);
    await page.fill("#alt", "מפת האזור");
    await page.keyboard.press("Enter");
    await preview.locator("section.layout-figure img[alt='מפת האזור']").waitFor();
    await page.keyboard.press("Control+KeyS");
    const slide = "## כותרת שאומרת מה רואים בתמונה\n\n![מפת האזור](talk/מפה.png)\n\n";
    await eventually(() => desk.read()).toBe(TALK.replace("# חלק שני", `${slide}# חלק שני`));
    expect(desk.errors).toEqual([]);
  });

  test("a dark theme is dark on the slides only: what is written around them stands on the editor's own ground", async () => {
    const desk = await makeDesk(TALK.replace("theme: mabat", "theme: laila"));
    const { page } = await desk.open();
    await page.frameLocator(".strip iframe").locator("section").first().waitFor();
    expect(await shareOfLight(page, await page.locator(".strip-label").first().screenshot())).toBeGreaterThan(0.5);
    await page.click('[data-action="insertLayout"]');
    await page.frameLocator(".gallery iframe").locator("section.layout-end").waitFor();
    expect(await shareOfLight(page, await page.locator(".card-label").first().screenshot())).toBeGreaterThan(0.5);
  });

  test("notes are written in their own field, with the speaking time beside it, and undo works there too", async () => {
    const desk = await makeDesk();
    const { page } = await desk.open();
    await page.click('.strip-list [data-slide="3"]');
    await eventually(() => page.inputValue("#notes")).toBe("");
    const before = await page.textContent(".notes-time");
    await page.fill("#notes", "מילים רבות ".repeat(60));
    await eventually(() => page.textContent(".notes-time")).not.toBe(before);
    expect(await page.locator(".notes-time").textContent()).toMatch(/1:00 /);
    await page.keyboard.press("Control+KeyZ");
    await eventually(() => page.inputValue("#notes")).toBe("");
    await page.fill("#notes", "לומר בקול");
    await page.keyboard.press("Control+KeyS");
    await eventually(() => desk.read()).toBe(TALK.replace("- נקודה\n", "- נקודה\n\n::: notes\nלומר בקול\n:::\n"));
    expect(desk.errors).toEqual([]);
  });

  test("what is wrong is underlined at its place, and mended by one click", async () => {
    const desk = await makeDesk(TALK.replace("- נקודה\n", "- נקודה ב-5 שקלים -3\n"));
    const { page } = await desk.open();
    const underlined = page.locator(".cm-finding", { hasText: "-3" });
    await underlined.waitFor();
    await underlined.click();
    await page.locator(".problem-here", { hasText: "תיקון" }).getByRole("button", { name: "תיקון" }).click();
    await eventually(() => page.locator(".cm-finding").count()).toBe(0);
    await page.keyboard.press("Control+KeyZ");
    await underlined.waitFor();
  });

  test("every shortcut works on a Hebrew keyboard: a key is a place, not a letter", async () => {
    const desk = await makeDesk();
    const { page } = await desk.open();
    const keys = new HebrewKeyboard(page);
    // Asked for ahead: the browser must have been told by then, and keys go to it by a line of their own.
    const chooser = page.waitForEvent("filechooser", { timeout: 0 });
    const titles = async () => (await page.locator(".strip-title").allTextContents()).slice(2).join(" | ");
    const settled = (wanted: string) => eventually(titles).toBe(wanted);
    await putCursor(page, "נקודה אחרונה");
    await keys.type(" שקט, ץף");
    await eventually(() => textOf(page)).toContain("נקודה אחרונה שקט, ץף");
    await keys.press("KeyZ", "Control");
    await eventually(() => textOf(page)).not.toContain("שקט");
    await keys.press("KeyZ", "Control", "Shift");
    await eventually(() => textOf(page)).toContain("שקט");
    await keys.press("KeyZ", "Control");
    await keys.press("KeyY", "Control");
    await eventually(() => textOf(page)).toContain("שקט");
    await keys.press("KeyZ", "Control");
    await keys.press("KeyD", "Control");
    await settled("חלק שני | השנייה | השלישית | השלישית");
    await keys.press("ArrowUp", "Alt", "Shift");
    await keys.press("ArrowUp", "Alt", "Shift");
    await settled("חלק שני | השלישית | השנייה | השלישית");
    await keys.press("Backspace", "Control", "Shift");
    await settled("חלק שני | השנייה | השלישית");
    await keys.press("KeyM", "Control");
    await settled("חלק שני | השנייה | כותרת חדשה | השלישית");
    await keys.press("KeyZ", "Control");
    await settled("חלק שני | השנייה | השלישית");
    await keys.press("PageDown", "Alt");
    await page.locator('[aria-current][data-slide="4"]').waitFor();
    await keys.press("KeyH", "Control", "Shift");
    await page.locator(".is-hidden-slide", { hasText: "השלישית" }).waitFor();
    await keys.press("KeyZ", "Control");
    await eventually(() => page.locator(".is-hidden-slide").count()).toBe(0);
    await keys.press("KeyO", "Control", "Shift");
    await page.locator(".strip.is-outline").waitFor();
    for (const [code, name] of [
      ["KeyM", "gallery"],
      ["KeyE", "export"],
    ] as const) {
      await keys.press(code, "Control", "Shift");
      await page.locator(`.dialog-${name}[open]`).waitFor();
      await page.keyboard.press("Escape");
      await page.locator(`.dialog-${name}`).waitFor({ state: "detached" });
    }
    await keys.press("KeyI", "Control", "Shift");
    await chooser;
    await keys.press("F1");
    await page.locator(".dialog-help[open]").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".dialog-help").waitFor({ state: "detached" });
    await keys.press("F6");
    await page.locator("#notes:focus").waitFor();
    await keys.type("לומר");
    await keys.press("KeyS", "Control");
    await eventually(() => desk.read()).toBe(`${TALK}\n::: notes\nלומר\n:::\n`);
    expect(desk.errors).toEqual([]);
  });

  test("find and replace in Hebrew, with a keyboard that is set to it", async () => {
    const desk = await makeDesk();
    const { page } = await desk.open();
    const keys = new HebrewKeyboard(page);
    await keys.press("KeyF", "Control");
    await page.locator(".cm-search [name=search]:focus").waitFor();
    await keys.type("נקודה");
    await eventually(() => page.locator(".cm-searchMatch").count()).toBe(2);
    await keys.press("KeyH", "Control");
    await page.locator(".cm-search [name=replace]:focus").waitFor();
    await keys.type("טענה");
    await page.click(".cm-search [name=replaceAll]");
    await eventually(() => textOf(page)).toContain("- טענה אחרונה");
    await page.focus(".cm-search [name=search]");
    await page.keyboard.press("Escape");
    await page.locator(".cm-search").waitFor({ state: "detached" });
    await keys.press("KeyZ", "Control");
    await eventually(() => textOf(page)).toContain("- נקודה אחרונה");
    expect(await textOf(page)).not.toContain("טענה");
  });

  test("a picture that is pasted is asked for its text, stored beside the deck, and shown", async () => {
    const desk = await makeDesk();
    const { page, preview } = await desk.open();
    await putCursor(page, "נקודה אחרונה");
    await page.evaluate((base64) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], "תרשים אחד.png", { type: "image/png" }));
      document
        .querySelector(".cm-content")
        ?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, PNG);
    await page.fill("#alt", "תרשים של העלייה");
    await page.keyboard.press("Enter");
    await preview.locator("img[alt='תרשים של העלייה']").waitFor();
    expect(await textOf(page)).toContain("![תרשים של העלייה](talk/תרשים-אחד.png)");
    expect((await readFile(join(desk.folder, "slides", "talk", "תרשים-אחד.png"))).toString("base64")).toBe(PNG);
    expect(await preview.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
    expect(desk.errors).toEqual([]);
  });

  test("a picture that is dropped goes to the line that it was dropped on", async () => {
    const desk = await makeDesk();
    const { page, preview } = await desk.open();
    const line = page.locator(".cm-line", { hasText: "הקוד ב-C++" });
    await line.evaluate((element, base64) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], "../con.png", { type: "image/png" }));
      const { left, top, width, height } = element.getBoundingClientRect();
      const place = { clientX: left + width / 2, clientY: top + height / 2 };
      element.dispatchEvent(new DragEvent("drop", { dataTransfer, ...place, bubbles: true, cancelable: true }));
    }, PNG);
    await page.fill("#alt", "קוד");
    await page.keyboard.press("Enter");
    await preview.locator("img[alt='קוד']").waitFor();
    // The name is a device's on Windows, and led out of the folder.
    expect(await textOf(page)).toContain("נבדק\n\n![קוד](talk/picture.png)");
    expect(await readdir(join(desk.folder, "slides", "talk"))).toEqual(["picture.png"]);
    await page.keyboard.press("Control+KeyZ");
    await eventually(() => preview.locator("img").count()).toBe(0);
    expect(desk.errors).toEqual([]);
  });

  test("the preview has pictures and templates as they are on the disk", async () => {
    const desk = await makeDesk(TALK.replace("- נקודה\n", "![תרשים](talk/a.svg)\n"));
    const { page, preview } = await desk.open();
    await page.click('.strip-list [data-slide="3"]');
    const drawn = () =>
      preview.locator("img").evaluate((image: HTMLImageElement) => [image.complete, image.naturalWidth]);
    const square = (size: number) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 1 1"/>`;
    await page.locator(".cm-finding", { hasText: "talk/a.svg" }).waitFor();
    await mkdir(join(desk.folder, "slides", "talk"));
    await writeFile(join(desk.folder, "slides", "talk", "a.svg"), square(40));
    await eventually(drawn).toEqual([true, 40]);
    await eventually(() => page.locator(".cm-finding").count()).toBe(0);
    await writeFile(join(desk.folder, "slides", "talk", "a.svg"), square(60));
    await eventually(drawn).toEqual([true, 60]);
    await mkdir(join(desk.folder, "templates", "theme"), { recursive: true });
    await writeFile(join(desk.folder, "templates", "theme", "blocks.css"), ".slide-title { color: rgb(1, 2, 3); }");
    await eventually(() => preview.locator(".slide-title").evaluate((title) => getComputedStyle(title).color)).toBe(
      "rgb(1, 2, 3)",
    );
    expect(desk.errors.filter((error) => !/404/.test(error))).toEqual([]);
  });

  test("without a text for it, a picture is not stored", async () => {
    const desk = await makeDesk();
    const { page } = await desk.open();
    const chooser = page.waitForEvent("filechooser");
    await page.click('[data-action="insertPicture"]');
    await (await chooser).setFiles({ name: "a.png", mimeType: "image/png", buffer: Buffer.from(PNG, "base64") });
    await page.click(".dialog-picture [type=submit]");
    expect(await page.locator(".dialog-picture").isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await readdir(join(desk.folder, "slides"))).toEqual(["talk.md"]);
  });

  test("the outline lists titles, and leads to them", async () => {
    const desk = await makeDesk();
    const { page, preview } = await desk.open();
    await page.keyboard.press("Control+Shift+KeyO");
    await page.locator(".strip.is-outline").getByRole("button", { name: "השלישית" }).click();
    await preview.locator("h2", { hasText: "השלישית" }).waitFor();
    await page.selectOption("#language", "ar");
    await page.locator(".strip.is-outline").waitFor();
    await page.click('[data-action="outline"][aria-pressed="true"]');
    await page.locator(".strip:not(.is-outline)").waitFor();
  });

  test("the interface speaks three languages; the deck keeps its own, and undo lives on", async () => {
    const desk = await makeDesk();
    const { page } = await desk.open();
    await putCursor(page, "נקודה אחרונה");
    await page.keyboard.type("!");
    for (const [lang, dir, save] of [
      ["ar", "rtl", "حفظ"],
      ["en", "ltr", "Save"],
      ["he", "rtl", "שמירה"],
    ] as const) {
      await page.selectOption("#language", lang);
      await page.getByRole("button", { name: save, exact: true }).waitFor();
      expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
        lang,
        dir,
      ]);
      expect(await page.getAttribute(".cm-content", "lang")).toBe("he");
      expect(await page.getAttribute(".cm-content", "spellcheck")).toBe("true");
    }
    await page.click('[data-action="undo"]');
    await eventually(() => textOf(page)).not.toContain("אחרונה!");
  });

  test("lines have the direction of the slide's own rule, and code and attributes are runs of their own", async () => {
    const desk = await makeDesk(
      "---\ntitle: א\nכותרת-משנה: ב\n---\n\n## OECD: דוח חדש {.points minutes=2}\n\nראו `npm run x` וגם https://example.org/.\n\nEnglish only.\n\n12%\n\n```\nx = 1 // הערה\n```\n",
    );
    const { page } = await desk.open();
    const directions = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>(".cm-line")].map((line) => [line.dir, line.textContent]),
    );
    expect(directions.filter(([, text]) => text !== "")).toEqual([
      ["ltr", "---"],
      ["ltr", "title: א"],
      ["rtl", "כותרת-משנה: ב"],
      ["ltr", "---"],
      ["rtl", "## OECD: דוח חדש {.points minutes=2}"],
      ["rtl", "ראו `npm run x` וגם https://example.org/."],
      ["ltr", "English only."],
      ["rtl", "12%"],
      ["ltr", "```"],
      ["ltr", "x = 1 // הערה"],
      ["ltr", "```"],
    ]);
    expect(directions.filter(([dir, text]) => text === "" && dir !== "rtl")).toEqual([]);
    const runs = await page
      .locator(".cm-iso")
      .evaluateAll((all) => all.map((run) => [run.getAttribute("dir"), run.textContent]));
    expect(runs).toContainEqual(["ltr", "{.points minutes=2}"]);
    expect(runs.some(([dir, text]) => dir === "ltr" && text?.includes("npm run x"))).toBe(true);
    expect(runs.some(([dir, text]) => dir === "ltr" && text?.startsWith("https://"))).toBe(true);
  });

  test("what a deck contains runs neither in the editor nor in the preview, which has no origin", async () => {
    const evil = `${TALK}\n## <img src=x onerror=alert(1)> <script>parent.x=1</script>\n\n<svg onload=alert(2)>\n\n[x](javascript:alert(3))\n`;
    const desk = await makeDesk(evil);
    const { page, preview } = await desk.open();
    let dialogs = 0;
    page.on("dialog", (dialog) => {
      dialogs += 1;
      void dialog.dismiss();
    });
    await page.click('.strip-list [data-slide="5"]');
    await preview.locator("section", { hasText: "onerror" }).waitFor();
    expect(await page.evaluate(() => "x" in window)).toBe(false);
    expect(await preview.locator("body").evaluate(() => window.origin)).toBe("null");
    expect(await preview.locator("[onerror], [onload], script + script, a[href^=javascript]").count()).toBe(0);
    const reach = await preview.locator("body").evaluate(() => {
      try {
        return String(window.parent.document);
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(reach).toBe("SecurityError");
    expect(dialogs).toBe(0);
  });

  test("export downloads what the command line would make, of what was typed", async () => {
    const desk = await makeDesk();
    const { page } = await desk.open();
    await putCursor(page, "נקודה אחרונה");
    await page.keyboard.type("!");
    const files = new Map<string, Buffer>();
    for (const format of ["txt", "pptx", "pdf"]) {
      await page.click('[data-action="export"]');
      const download = page.waitForEvent("download");
      await page.click(`[data-format="${format}"]`);
      const file = await download;
      expect(file.suggestedFilename()).toBe(`talk.${format}`);
      files.set(format, await readFile(await file.path()));
      await page.locator(".toast", { hasText: `talk.${format}` }).waitFor();
    }
    expect(await desk.read()).toBe(TALK.replace("אחרונה", "אחרונה!"));
    expect(files.get("txt")?.toString("utf8")).toContain("נקודה אחרונה!");
    const parts = unzipSync(files.get("pptx") ?? new Uint8Array());
    const slides = Object.entries(parts).filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    expect(slides).toHaveLength(5);
    expect(slides.some(([, xml]) => strFromU8(xml).includes("נקודה אחרונה!"))).toBe(true);
    const pdf = await PDFDocument.load(files.get("pdf") ?? new Uint8Array(), { updateMetadata: false });
    expect([pdf.getPageCount(), pdf.getTitle()]).toEqual([5, "סקירה קצרה"]);
    expect(desk.errors).toEqual([]);
  });

  test("an export that fails says why", async () => {
    const run = async (): Promise<never> => {
      throw new Failure("no-browser", "אין דפדפן.");
    };
    const desk = await makeDesk(TALK, { exporter: { formats: ["pdf"], run } });
    const { page } = await desk.open();
    await page.click('[data-action="export"]');
    await page.click('[data-format="pdf"]');
    await page.locator(".toast", { hasText: "אין דפדפן." }).waitFor();
  });

  test("present opens the deck at the slide, with what was typed", async () => {
    const desk = await makeDesk();
    const { page, context } = await desk.open();
    await putCursor(page, "נקודה אחרונה");
    await page.keyboard.type("!");
    const opened = context.waitForEvent("page");
    await page.keyboard.press("F5");
    const deck = await opened;
    await deck.waitForSelector(".reveal.ready");
    expect(await deck.locator("section.present").textContent()).toContain("נקודה אחרונה!");
  });
});
