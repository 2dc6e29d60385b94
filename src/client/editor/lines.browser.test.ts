import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeInBrowser } from "../../node/testing/browser.ts";
import { deskFor } from "./testing.ts";

/** A piece of a line; one with a direction is a run of its own. */
type Run = string | { readonly dir: "ltr" | "rtl"; readonly text: string };
const ltr = (text: string): Run => ({ dir: "ltr", text });
const rtl = (text: string): Run => ({ dir: "rtl", text });

/** Lines as a writer of Hebrew has them, with the direction and the runs that each must have. */
const LINES: readonly (readonly ["rtl" | "ltr", ...Run[]])[] = [
  ["ltr", "---"],
  ["ltr", "title: סקירת OECD, שנת 2019"],
  ["rtl", "כותרת-משנה: עלייה של 12% (ב-2019)"],
  ["ltr", "---"],
  ["rtl", ""],
  ["rtl", "# חלק א: NATO"],
  ["rtl", ""],
  ["rtl", "## OECD: דוח חדש ", ltr("{.points minutes=2}")],
  ["rtl", ""],
  ["rtl", "- הקוד ב-C++ נבדק, וגם .NET"],
  ["rtl", "- צמיחה של -3.2% לפי CNN, 45 נהרגו"],
  ["rtl", "- בשנים 2019–2023 (ולא 2017-2018), בערך ~500 איש"],
  ["rtl", "- להריץ ", ltr("`npm run build -- --watch`"), ", ואז לפתוח את ", ltr("https://example.org/a?b=1"), " שוב"],
  ["rtl", "- [הדוח המלא](", ltr("https://example.org/2019/"), "): עמ' 12"],
  ["rtl", ""],
  ["rtl", '> "No deal!" אמר טראמפ (Trump).'],
  ["rtl", ""],
  ["rtl", "::: judgment ", ltr("{likelihood=likely confidence=medium}")],
  ["rtl", "::: notes"],
  ["rtl", ":::"],
  ["ltr", "English only, with 12% and (brackets)."],
  ["rtl", ""],
  ["rtl", "12% (2019)"],
  ["rtl", ""],
  [
    "rtl",
    "פסקה ארוכה שנשברת לשורות: לפי RAND [12] ולפי IAEA 83.7% בלבד, טלפון +972-3-640-0400, וגם ",
    ltr("`git log --oneline -3`"),
    " לפני שממשיכים אל OPEC+ ואל S-300, כדי שיהיה מה לשבור בין שורה לשורה (Microsoft, Google).",
  ],
  ["rtl", ""],
  ["rtl", "## תקציר ", rtl("{.ציטוט}")],
  ["rtl", ""],
  ["rtl", "| מחוז | 2018 | Q1-Q2 |"],
  ["rtl", "|---|---|---|"],
  ["rtl", "| צפון | -15% | +8% |"],
  ["rtl", ""],
  ["rtl", "## تقرير OECD: أرقام 2019 ", ltr("{.points}")],
  ["rtl", ""],
  ["ltr", "```js"],
  ["ltr", "const x = items[0]; // הערה (בעברית), 12%"],
  ["ltr", "```"],
];
const textOf = (runs: readonly Run[]): string => runs.map((run) => (typeof run === "string" ? run : run.text)).join("");
const SOURCE = LINES.map(([, ...runs]) => textOf(runs)).join("\n");

/** Only where the letters stand is compared: no colours, no weights, no caret, one face for all. */
const PLAIN = `
.cm-content { caret-color: transparent !important; }
.cm-line.cm-line { border: 0 !important; padding-block: 0 !important; background: none !important; }
.cm-line, .cm-line * {
  color: #000 !important;
  font: 400 16px/26px "Heebo", "Vazirmatn" !important;
  text-decoration: none !important;
}
::spelling-error, ::grammar-error { text-decoration: none; }`;

/** The lines as HTML has them by itself, in the place where the editor has them. */
function reference(style: string, place: Box, lines: readonly string[]): string {
  const rule =
    `.reference { position: absolute; left: ${place.x}px; top: ${place.y}px; width: ${place.width}px; padding: 8px 0; ` +
    "white-space: break-spaces; word-break: break-word; overflow-wrap: anywhere; }" +
    ".cm-line { display: block; } .reference bdi { unicode-bidi: isolate; }";
  return `<!doctype html><html lang="he" dir="rtl"><meta charset="utf-8"><style>${style}${rule}${PLAIN}</style>
<body><div class="reference">${lines.join("")}</div>`;
}

const escapeText = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const asMeant = LINES.map(
  ([dir, ...runs]) =>
    `<div class="cm-line" dir="${dir}">${
      runs
        .map((run) =>
          typeof run === "string" ? escapeText(run) : `<bdi dir="${run.dir}">${escapeText(run.text)}</bdi>`,
        )
        .join("") || "<br>"
    }</div>`,
);
const asTheyCome = LINES.map(
  ([, ...runs]) => `<div class="cm-line" dir="auto">${escapeText(textOf(runs)) || "<br>"}</div>`,
);

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the lines stand, when the fonts of the page are there. */
async function settle(page: Page): Promise<readonly Box[]> {
  return page.evaluate(async () => {
    await Promise.all([document.fonts.load('400 16px "Heebo"'), document.fonts.load('400 16px "Vazirmatn"')]);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return [...document.querySelectorAll(".cm-line")].map((line) => {
      const { x, y, width, height } = line.getBoundingClientRect();
      return { x, y, width, height };
    });
  });
}

/** For each box, which part of what is drawn there in either picture is another in the other one. */
function compare(page: Page, first: Buffer, second: Buffer, boxes: readonly Box[]): Promise<readonly number[]> {
  const pictures = [first, second].map((picture) => picture.toString("base64"));
  return page.evaluate(
    async ([encoded, places]) => {
      const images = await Promise.all(
        encoded.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
          const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
          const canvas = new OffscreenCanvas(picture.width, picture.height);
          const context = canvas.getContext("2d", { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
          context.drawImage(picture, 0, 0);
          return context;
        }),
      );
      return places.map(({ x, y, width, height }) => {
        const [a, b] = images.map(
          (context) =>
            context.getImageData(Math.floor(x), Math.round(y), Math.ceil(width), Math.max(1, Math.round(height))).data,
        ) as [Uint8ClampedArray, Uint8ClampedArray];
        let ink = 0;
        let other = 0;
        for (let index = 1; index < a.length; index += 4) {
          const [left, right] = [a[index] as number, b[index] as number];
          if (Math.min(left, right) < 160) ink += 1;
          if (Math.abs(left - right) > 96) other += 1;
        }
        return ink === 0 ? 0 : other / ink;
      });
    },
    [pictures, boxes] as const,
  );
}

describeInBrowser("lines of the editor, by what Chromium draws", (browser) => {
  const makeDesk = deskFor(browser);

  test("each line looks as plain HTML with the direction and the runs that it must have", async () => {
    const desk = await makeDesk(SOURCE);
    const { page, context } = await desk.open();
    await page.setViewportSize({ width: 1440, height: 1400 });
    await page.keyboard.press("Control+Home");
    await page.evaluate((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets = [sheet];
    }, PLAIN);
    const boxes = await settle(page);
    expect(boxes).toHaveLength(LINES.length);
    const place = (await page.locator(".cm-content").boundingBox()) as Box;
    const picture = await page.screenshot({ animations: "disabled" });

    const style = await (await fetch(desk.editing.addresses.edit.replace("/edit/", "/style/"))).text();
    const plain = await context.newPage();
    await plain.setViewportSize({ width: 1440, height: 1400 });
    const differences = async (lines: readonly string[]): Promise<readonly number[]> => {
      await plain.setContent(reference(style, place, lines));
      expect(await settle(plain)).toEqual(boxes);
      return compare(plain, picture, await plain.screenshot({ animations: "disabled" }), boxes);
    };

    const found = await differences(asMeant);
    const wrong = LINES.flatMap(([, ...runs], index) =>
      (found[index] ?? 1) > 0.02 ? [`${textOf(runs)}: ${found[index]}`] : [],
    );
    expect(wrong).toEqual([]);
    // The comparison sees what it is made for: lines that the browser would turn by their first letter, or tear.
    const naive = await differences(asTheyCome);
    const hard = LINES.flatMap(([, ...runs], index) => ((naive[index] ?? 0) > 0.02 ? [textOf(runs).slice(0, 14)] : []));
    expect(hard).toEqual([
      "## OECD: דוח ח",
      "- [הדוח המלא](",
      '> "No deal!" א',
      "::: judgment {",
      "::: notes",
      ":::",
      "12% (2019)",
      "|---|---|---|",
      "## تقرير OECD:",
    ]);
    expect(desk.errors).toEqual([]);
  });
});
