import { expect, test } from "vitest";
import { describeInBrowser } from "../../node/testing/browser.ts";
import { deskFor, eventually, putCursor, TALK, textOf } from "./testing.ts";

describeInBrowser("nothing is lost", (browser) => {
  const makeDesk = deskFor(browser);

  test("two editors on one file: each has the other's slide, and both saves arrive", async () => {
    const desk = await makeDesk();
    const [one, two] = [await desk.open(), await desk.open()];
    await putCursor(one.page, "נקודה אחרונה");
    await one.page.keyboard.type(" של הראשון");
    await putCursor(two.page, "הקוד ב-C++");
    await two.page.keyboard.type(" של השני");
    await one.page.keyboard.press("Control+KeyS");
    await eventually(() => textOf(two.page)).toContain("נקודה אחרונה של הראשון");
    await two.page.keyboard.press("Control+KeyS");
    await eventually(() => textOf(one.page)).toContain("נבדק של השני");
    expect(await desk.read()).toBe(TALK.replace("נבדק", "נבדק של השני").replace("אחרונה", "אחרונה של הראשון"));
    expect(desk.errors).toEqual([]);
  });

  test("where the same slide was changed in both places, both are shown and the person chooses", async () => {
    const desk = await makeDesk();
    const { page } = await desk.open();
    await putCursor(page, "נקודה אחרונה");
    await page.keyboard.type(" שלי");
    await desk.write(TALK.replace("נקודה אחרונה", "נקודה אחרונה שלהם"));
    const dialog = page.locator(".dialog-conflict");
    await dialog.waitFor();
    expect(await dialog.locator("pre").allTextContents()).toEqual([
      "## השלישית\n\n- נקודה אחרונה שלי",
      "## השלישית\n\n- נקודה אחרונה שלהם",
    ]);
    await dialog.getByRole("button", { name: "להשאיר את שתיהן" }).click();
    await page.keyboard.press("Control+KeyS");
    await eventually(() => desk.read()).toBe(
      `${TALK.replace("אחרונה", "אחרונה שלי")}\n## השלישית\n\n- נקודה אחרונה שלהם\n`.replace("שלי\n\n##", "שלי\n\n##"),
    );
    expect(desk.errors).toEqual([]);
  });

  test("a question about two versions that is closed without a choice keeps both", async () => {
    const desk = await makeDesk();
    const { page } = await desk.open();
    await putCursor(page, "נקודה אחרונה");
    await page.keyboard.type(" שלי");
    await desk.write(TALK.replace("נקודה אחרונה", "נקודה אחרונה שלהם"));
    await page.locator(".dialog-conflict").waitFor();
    await page.keyboard.press("Escape");
    await eventually(() => textOf(page)).toMatch(/אחרונה שלי[\s\S]*אחרונה שלהם/);
  });

  test("the file changes while one types: the change comes in, and nothing that was typed goes", async () => {
    const desk = await makeDesk();
    const { page } = await desk.open();
    await putCursor(page, "נקודה אחרונה");
    await page.keyboard.type(" מילה");
    await desk.write(TALK.replace("פתיחה", "פתיחה אחרת"));
    await page.keyboard.type(" ועוד מילה");
    await eventually(() => textOf(page)).toContain("פתיחה אחרת");
    await page.keyboard.type(" ואחרונה");
    await page.keyboard.press("Control+KeyS");
    await eventually(() => desk.read()).toBe(
      TALK.replace("פתיחה", "פתיחה אחרת").replace("נקודה אחרונה", "נקודה אחרונה מילה ועוד מילה ואחרונה"),
    );
    await page.keyboard.press("Control+KeyZ");
    await eventually(() => textOf(page)).not.toContain("ואחרונה");
    expect(await textOf(page)).toContain("פתיחה אחרת");
  });

  test("byte order mark, and line ends as they are, stay around an edit", async () => {
    const windows = `\uFEFF${TALK.replaceAll("\n", "\r\n")}`.replace("פתיחה\r\n", "פתיחה\n");
    const desk = await makeDesk(windows);
    const { page } = await desk.open();
    await putCursor(page, "נקודה אחרונה");
    await page.keyboard.press("Enter");
    await page.keyboard.type("עוד");
    await page.keyboard.press("Control+KeyS");
    await eventually(() => desk.read()).toBe(windows.replace("אחרונה\r\n", "אחרונה\r\n- עוד\r\n"));
  });

  test("what was not saved is there again after the page was closed, with the file's changes of meanwhile", async () => {
    const desk = await makeDesk();
    const { page } = await desk.open();
    page.on("dialog", (dialog) => void dialog.accept());
    await putCursor(page, "נקודה אחרונה");
    await page.keyboard.type(" שלא נשמרה");
    await page.goto("about:blank");
    await desk.write(TALK.replace("פתיחה", "פתיחה אחרת"));
    await page.goto(desk.editing.addresses.edit);
    await eventually(() => textOf(page)).toContain("נקודה אחרונה שלא נשמרה");
    expect(await textOf(page)).toContain("פתיחה אחרת");
    await page.keyboard.press("Control+KeyS");
    await eventually(() => desk.read()).toBe(TALK.replace("פתיחה", "פתיחה אחרת").replace("אחרונה", "אחרונה שלא נשמרה"));
  });

  test("while the server is away the text stays here, and is saved when it is back", async () => {
    const desk = await makeDesk();
    const { page } = await desk.open();
    const { editing } = desk;
    await putCursor(page, "נקודה אחרונה");
    await page.keyboard.type("!");
    await editing.close();
    await page.locator(".offline:visible").waitFor();
    await page.keyboard.press("Control+KeyS");
    await page.locator(".save-state.is-dirty").waitFor();
    expect(await desk.read()).toBe(TALK);
    await desk.restart();
    await page.locator(".offline").waitFor({ state: "hidden" });
    await page.keyboard.press("Control+KeyS");
    await eventually(() => desk.read()).toBe(TALK.replace("אחרונה", "אחרונה!"));
  });
});
