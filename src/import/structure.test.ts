import { beforeAll, describe, expect, test } from "vitest";
import { repair } from "../text/repair/index.ts";
import { shippedModel } from "../text/repair/testing/model.ts";
import { Refusal } from "./failure.ts";
import { peopleOf } from "./head.ts";
import { readMarkdown } from "./markdown.ts";
import { NO_PROPERTIES, structure } from "./structure.ts";
import { realBrief } from "./testing/files.ts";
import { decodeText, plainLines, readText, settleEmbeddings } from "./text.ts";

const fromText = (text: string) =>
  structure({ ...readText(plainLines(text)), footnotes: [], pictures: [], properties: NO_PROPERTIES });
const LONG = "בשנה האחרונה נבדקו ארבעים יישובים בצפון הארץ, ובכל אחד מהם נמצא פער בין התכנון לבין הביצוע. "
  .repeat(3)
  .trim();

test("a plain text has a dateline, a title over two lines, authors and sections", () => {
  const brief = fromText(
    `מבט חדש, גיליון 12, 3 במאי 2020\n\nפערים בתכנון:\nמה אפשר לתקן\n\nאורית דרור וגיל שמש\n\n${LONG}\n\nמה נמצא?\n\n${LONG}\n\nהמלצות\n\n${LONG}`,
  );
  expect(brief).toMatchObject({
    title: "פערים בתכנון: מה אפשר לתקן",
    authors: ["אורית דרור", "גיל שמש"],
    series: "מבט חדש",
    number: "12",
    date: "3 במאי 2020",
  });
  expect(brief.blocks.map(({ type }) => type)).toEqual(["paragraph", "heading", "paragraph", "heading", "paragraph"]);
});

test("numbers and places lead back to the lines of the original", () => {
  const brief = fromText(`כותרת המסמך\n\n${LONG}\n\n${LONG}`);
  expect(brief.blocks.map(({ number, place }) => [number, place.line, place.lastLine])).toEqual([
    [1, 3, 3],
    [2, 5, 5],
  ]);
});

test("wrapped lines are joined, a short last line ends its paragraph", () => {
  const wrapped =
    "זוהי שורה מלאה שנשברה בסופה כי לא היה בה עוד מקום\nוזו השורה שאחריה, והיא נגמרת כאן.\nפסקה חדשה מתחילה בשורה הזאת והיא ארוכה כמו הראשונה\nונגמרת.";
  expect(fromText(`כותרת\n\n${wrapped}`).blocks).toHaveLength(2);
});

test("a text of which a quarter returns in the body is its abstract", () => {
  const claim = "שלושה מכל ארבעה יישובים לא קיבלו את התקציב שהובטח להם בהחלטת הממשלה";
  const brief = fromText(
    `כותרת המסמך\n\n${claim}, ויש לתקן זאת מיד לפני תום השנה.\n\n${LONG} ${claim}, כך נמצא בבדיקה.\n\n${LONG}`,
  );
  expect(brief.abstract).toEqual([1]);
});

test("running heads and page numbers go, and count the pages", () => {
  const brief = fromText(`כותרת המסמך\n\n${LONG}\n\nמבט חדש 12                    כותרת המסמך\n\n3\n\n${LONG}`);
  expect(brief.furniture.map(({ kind }) => kind)).toEqual(["title", "running-head", "page-number"]);
  expect(brief.blocks.map(({ place }) => place.page)).toEqual([1, 2]);
});

test("names of authors are parted by commas and by the ו of the last one", () => {
  expect(peopleOf('מאת: ד"ר נועה ברקאי, איתן שגב ורות אלון')).toEqual(['ד"ר נועה ברקאי', "איתן שגב", "רות אלון"]);
  expect(peopleOf("ורד כהן")).toEqual(["ורד כהן"]);
});

test("a text without prose is refused", () => {
  expect(() => fromText("כותרת")).toThrow(Refusal);
});

test("Markdown: front matter, footnotes, comments out, HTML without its tags", () => {
  const raw = readMarkdown(
    `---\nכותרת: ניסיון\nauthors: [א ב]\n---\n\n## מבוא\n\nטקסט **חשוב** <b onclick="x()">כאן</b>.[^1] <!-- הערה -->\n\n[^1]: מקור\n\n- אחד\n- שניים\n`,
  );
  const brief = structure(raw);
  expect(brief).toMatchObject({ title: "ניסיון", authors: ["א ב"] });
  expect(brief.blocks[1]).toMatchObject({
    text: "טקסט חשוב כאן.",
    strong: [{ start: 5, end: 9 }],
    marks: [{ at: 14, id: "1" }],
  });
  expect(brief.footnotes).toMatchObject([{ id: "1", text: "מקור", place: { line: 10 } }]);
  expect(JSON.stringify(brief)).not.toMatch(/onclick|הערה/);
});

test("text comes in UTF-8, UTF-16 and Windows-1255", () => {
  expect(decodeText(Uint8Array.of(0xff, 0xfe, 0xd0, 0x05))).toBe("א");
  expect(decodeText(Uint8Array.of(0xf9, 0xec, 0xe5, 0xed))).toBe("שלום");
  expect(decodeText(new TextEncoder().encode("א\r\nב"))).toBe("א\nב");
});

test("a line that an extractor wrapped in embeddings comes back in logical order", () => {
  const line =
    "\u202bגיליון \u202a 9 ,61\u202cבמאי\u202a ,\u202cכך \u202a(landscape irrigation)\u202c נכתב\u202a.\u202c\u202c";
  expect(settleEmbeddings(line)).toBe("גיליון 61, 9 במאי, כך (landscape irrigation) נכתב.");
  expect(settleEmbeddings("שורה רגילה (עם סוגריים)")).toBe("שורה רגילה (עם סוגריים)");
});

const real = realBrief();
describe.skipIf(real === null)("the real brief", () => {
  let text: string;
  let lines: ReturnType<typeof repair>["lines"];
  let brief: ReturnType<typeof structure>;
  beforeAll(() => {
    text = decodeText(real ?? new Uint8Array());
    lines = repair(text, shippedModel()).lines;
    brief = structure({ ...readText(lines), footnotes: [], pictures: [], properties: NO_PROPERTIES });
  }, 120_000);

  test("its 17 blocks are cut as a reader cuts them", () => {
    const head = brief.furniture
      .filter(({ kind }) => ["date", "title", "authors"].includes(kind))
      .map(({ kind, place }) => [kind, place.line, place.lastLine]);
    expect(head).toEqual([
      ["date", 4, 4],
      ["title", 6, 8],
      ["authors", 10, 10],
    ]);
    expect(brief.blocks.map(({ type, place }) => [type, place.line, place.lastLine])).toEqual([
      ["paragraph", 12, 30],
      ["paragraph", 32, 38],
      ["paragraph", 40, 52],
      ["heading", 54, 54],
      ["paragraph", 56, 71],
      ["paragraph", 73, 87],
      ["paragraph", 89, 107],
      ["paragraph", 109, 127],
      ["paragraph", 129, 154],
      ["paragraph", 156, 166],
      ["paragraph", 168, 178],
      ["paragraph", 180, 186],
      ["paragraph", 188, 206],
      ["paragraph", 208, 216],
    ]);
  });

  test("the running head and the page number are gone", () => {
    const around = brief.furniture.filter(({ kind }) => kind === "running-head" || kind === "page-number");
    expect(around.map(({ kind, place }) => [kind, place.line])).toEqual([
      ["running-head", 145],
      ["page-number", 147],
    ]);
  });

  test("the abstract is found, and two authors", () => {
    expect(brief.abstract).toEqual([1]);
    expect(brief.authors).toHaveLength(2);
  });
});
