import { expect, test } from "vitest";
import { sourceOffset } from "./locate.ts";
import { parse } from "./parse.ts";
import { blockTexts, plainText } from "./plain.ts";
import { toSource } from "./source.ts";
import { code, emphasis, li, link, p, panel, slide, strong, text, ul, withoutSpans } from "./testing.ts";
import type { Block, Deck, Inline, Slide } from "./types.ts";

function read(markdown: string): { deck: Deck; codes: readonly string[] } {
  const { value, diagnostics } = parse(toSource(`---\ntitle: א\n---\n${markdown}`, "x.md"));
  return { deck: value, codes: diagnostics.map(({ code }) => code) };
}

function slides(markdown: string): readonly Slide[] {
  return read(markdown).deck.slides.slice(1);
}

function body(markdown: string): readonly Block[] {
  return withoutSpans(slides(`## ש\n${markdown}`)[0]!.body);
}

test("front matter makes the cover, and the text before the first heading stands on it", () => {
  const [cover] = read("טקסט לשער\n\nNote: שלום\n\n## א").deck.slides;
  expect(cover).toMatchObject({ id: "cover", layout: "cover", forced: false, part: "" });
  expect(plainText(cover!.title)).toBe("א");
  expect(blockTexts(cover!.body)).toEqual(["טקסט לשער"]);
  expect(blockTexts(cover!.notes.blocks)).toEqual(["שלום"]);
});

test("# opens a part, ## a slide, --- a slide without title", () => {
  const found = slides("# חלק\n## ראשונה\nא\n---\nב\n\n# שני\n");
  expect(found.map(({ layout, part }) => [layout, part])).toEqual([
    ["part", "חלק"],
    ["points", "חלק"],
    ["points", "חלק"],
    ["part", "שני"],
  ]);
  expect(found[2]!.title).toEqual([]);
});

test("a break before a heading only separates, and --- under text is a break and no heading", () => {
  expect(slides("## א\nטקסט\n---\n\n## ב\n").map(({ title }) => plainText(title))).toEqual(["א", "ב"]);
  expect(slides("## א\nטקסט\n---\nעוד").map(({ title }) => plainText(title))).toEqual(["א", ""]);
});

test("slides follow one another in the source without a gap", () => {
  const { deck } = read("# א\n\n## ב\n- ג\n\n---\n\nד\n\n## ה");
  const spans = deck.slides.map((item) => item.span);
  expect(spans.map(({ start }) => start)).toEqual([0, ...spans.slice(0, -1).map(({ end }) => end)]);
});

test("the cover stands on the paragraphs that the front matter names", () => {
  const cover = (front: string) => parse(toSource(`---\ntitle: א\n${front}---\n`, "x.md")).value.slides[0];
  expect(cover("brief: 1-3\n")).toMatchObject({ layout: "cover", origin: { paragraphs: [1, 2, 3] } });
  expect(cover("")).toMatchObject({ layout: "cover", origin: null });
});

test("attributes on the heading, in English and in Hebrew", () => {
  const [english, hebrew] = slides(
    "## א {.quote .hidden brief=2,4-6 minutes=2 #here}\n## ב {.ציטוט .מוסתר תקציר=3 דקות=1.5}",
  );
  expect(english).toMatchObject({
    id: "here",
    layout: "quote",
    forced: true,
    hidden: true,
    origin: { paragraphs: [2, 4, 5, 6] },
  });
  expect(english!.notes.minutes).toBe(2);
  expect(hebrew).toMatchObject({ id: "ב", layout: "quote", forced: true, hidden: true, origin: { paragraphs: [3] } });
  expect(hebrew!.notes.minutes).toBe(1.5);
});

test("braces that are no attributes are text", () => {
  expect(plainText(slides("## הקבוצה {א, ב}")[0]!.title)).toBe("הקבוצה {א, ב}");
});

test("slides after the end slide are backup", () => {
  expect(slides("## א\n## סוף {.end}\n## ב\n").map(({ backup }) => backup)).toEqual([false, false, true]);
});

test.each([
  ["::: columns\n### א\nב\n:::", "columns"],
  ["::: השוואה\n### א\nב\n:::", "compare"],
  ["::: options\n### א\nב\n:::", "options"],
  ["::: ציר-זמן\n- 2019: א\n:::", "timeline"],
  ["::: number\n5\n\nא\n:::", "number"],
  ["::: judgment {likelihood=likely}\nא\n:::", "judgment"],
  ["::: sources\n- א\n:::", "sources"],
  ["| א |\n|---|\n| ב |", "table"],
  ["![א](a.png)", "figure"],
  ["> א", "quote"],
  ["> א\n\n- ב", "points"],
  ["- א", "points"],
  ["", "points"],
])("layout of %j is %s", (markdown, layout) => {
  expect(slides(`## ש\n${markdown}`)[0]).toMatchObject({ layout, forced: false });
});

test.each([
  ["::: notes\nשלום\n:::"],
  ["::: הערות\nשלום\n:::"],
  ["Note: שלום"],
  ["Notes:\nשלום"],
  ["הערות: שלום"],
  ["הערות:\n\nשלום"],
  ["<!-- ראשונה -->\n\n<!-- שלום -->"],
  ["<!-- שלום -->\n\n<!-- tadrich-ignore bidi/range -->"],
])("notes written as %j", (markdown) => {
  const [found] = slides(`## ש\nגוף\n\n${markdown}\n## הבאה`);
  expect(blockTexts(found!.notes.blocks)).toEqual(["שלום"]);
  expect(blockTexts(found!.body)).toEqual(["גוף"]);
  expect(found!.notes.minutes).toBeGreaterThan(0);
});

test("slides that were commented out are no notes", () => {
  expect(slides("## א\n<!--\n## ב\nג\n-->\n")[0]!.notes.blocks).toEqual([]);
});

test("blocks", () => {
  expect(body("- א\n  - ב\n- ג")).toEqual([ul(li("א", ul("ב")), "ג")]);
  expect(body("{.steps}\n- א")).toMatchObject([{ type: "list", steps: true }]);
  expect(body("{.שלבים}\n\n3. א")).toMatchObject([{ type: "list", steps: true, ordered: true, start: 3 }]);
  expect(body("- [x] א\n- [ ] ב")).toMatchObject([{ items: [{ checked: true }, { checked: false }] }]);
  expect(body("> א\n> — ב")).toEqual([
    { type: "quote", blocks: [p("א")], attribution: [text("ב")], span: { start: 0, end: 0 } },
  ]);
  expect(body("::: quote\nא\n\n— ב\n:::")).toEqual(body("> א\n>\n> — ב"));
  expect(body("```ts\n## x\n---\n```")).toMatchObject([{ type: "code", lang: "ts", text: "## x\n---" }]);
  expect(body('![א](a.png "כיתוב **כאן**")')).toMatchObject([
    { type: "figure", src: "a.png", alt: "א", caption: [text("כיתוב "), strong("כאן")] },
  ]);
});

test("tables have start and end, and an escaped pipe is text", () => {
  const [table] = body("| א | ב | ג |\n|:--|--:|:-:|\n| x \\| y | `a\\|b` |\n");
  expect(table).toMatchObject({ align: ["start", "end", "center"] });
  const [row] = (table as Extract<Block, { type: "table" }>).rows;
  expect(row!.map((cell) => cell.inlines)).toEqual([[text("x | y")], [code("a|b")], []]);
});

test("fenced blocks", () => {
  const columns = body("::: columns\nלפני\n### א\nב\n\n### ג\n- ד\n:::");
  expect(columns).toMatchObject([{ panels: [panel("", p("לפני")), panel("א", p("ב")), panel("ג", ul("ד"))] }]);
  expect(body("::: columns\n::: column\n### א\n:::\n::: column\nב\n:::\n:::")).toMatchObject([
    { panels: [panel("א"), panel("", p("ב"))] },
  ]);
  expect(body("::: timeline {.steps}\n- 16:00 בערב: א: ב\n:::")).toMatchObject([
    { steps: true, events: [{ when: [text("16:00 בערב")], what: [text("א: ב")] }] },
  ]);
  expect(body("::: number\n5 מתוך 11\n\nסנקציות\n\nעוד\n:::")).toMatchObject([
    { value: [text("5 מתוך 11")], label: [text("סנקציות")], blocks: [p("עוד")] },
  ]);
  expect(body("::: הערכה {סבירות=סביר-מאוד ביטחון=בינוני}\nא\n:::")).toMatchObject([
    { likelihood: "very-likely", confidence: "medium", blocks: [p("א")] },
  ]);
});

test("inlines", () => {
  expect(body("א **ב** *ג* `ד` [ה](https://e.co) ~5 ו~6")).toEqual([
    p([
      text("א "),
      strong("ב"),
      text(" "),
      emphasis("ג"),
      text(" "),
      code("ד"),
      text(" "),
      link("https://e.co", "ה"),
      text(" ~5 ו~6"),
    ]),
  ]);
  expect(body('<b>"א"</b>ו<sub>2</sub><br>ב')).toMatchObject([
    { inlines: [{ type: "strong" }, text("ו"), { type: "tagged", tag: "sub" }, { type: "break" }, text("ב")] },
  ]);
  expect(body("שורה\nושורה &amp; \\# &unknown;")).toEqual([p("שורה ושורה & # &unknown;")]);
});

test("footnotes are numbered in the order of their references", () => {
  const { deck, codes } = read("## א\nב[^z] ג[^a] ד[^z] ה[^x]\n\n[^a]: ראשון\n[^z]: שני\nבשתי שורות\n");
  const numbers = (deck.slides[1]!.body[0] as Extract<Block, { type: "paragraph" }>).inlines.flatMap((inline) =>
    inline.type === "footnote-ref" ? [[inline.id, inline.number]] : [],
  );
  expect(numbers).toEqual([
    ["z", 1],
    ["a", 2],
    ["z", 1],
    ["x", 3],
  ]);
  expect(deck.footnotes.map(({ id, inlines }) => [id, plainText(inlines)])).toEqual([
    ["a", "ראשון"],
    ["z", "שני בשתי שורות"],
  ]);
  expect(codes).toEqual(["deck/unknown-footnote"]);
});

test("a link definition on one slide serves another", () => {
  expect(slides("## א\n[ב][x]\n## ג\n[x]: https://e.co\n")[0]!.body).toMatchObject([
    { inlines: [{ type: "link", href: "https://e.co" }] },
  ]);
});

test.each([
  "javascript:alert(1)",
  "java\tscript:alert(1)",
  "data:text/html,x",
  "file:///etc/passwd",
  "vbscript:x",
  "other.html",
  "//e.co",
])("a link to %j is text with a warning", (href) => {
  const { deck, codes } = read(`## א\n[ב](<${href}>)`);
  expect(JSON.stringify(deck)).not.toContain('"link"');
  expect(codes.length + (JSON.stringify(deck).includes("](") ? 1 : 0)).toBeGreaterThan(0);
  expect(blockTexts(deck.slides[1]!.body)[0]).toContain("ב");
});

test.each(["<script>x</script>", "<img src=x onerror=y>", "<div>", "<sub class=x>א</sub>", "</b>", "<iframe>", "<b>א"])(
  "HTML %j is shown as text with a warning",
  (html) => {
    const { deck, codes } = read(`## א\nב ${html}`);
    expect(blockTexts(deck.slides[1]!.body)).toEqual([`ב ${html}`]);
    expect(new Set(codes)).toEqual(new Set(["deck/raw-html"]));
  },
);

test.each([
  ["## א {.qoute}", "deck/unknown-attribute", "quote"],
  ["## א {.quote minuts=2}", "deck/unknown-attribute", "minutes"],
  ["## א\n::: tmieline\n- א: ב\n:::", "deck/unknown-block", "timeline"],
  ["## א {#here}\n[ב](#hree)", "deck/dead-fragment", null],
])("%j says %s and proposes %s", (markdown, code, fix) => {
  const { diagnostics } = parse(toSource(`---\ntitle: א\n---\n${markdown}`, "x.md"), { lang: "en" });
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  expect(diagnostics[0]!.fix?.text ?? null).toBe(fix);
  expect(diagnostics[0]!.help).toContain("Did you mean");
});

test.each([
  ["## א\n```\n## ב", "deck/unclosed-code"],
  ["## א\n::: notes\nב\n## ג", "deck/unclosed-block"],
  ["## א\n:::", "deck/stray-close"],
  ["## א\n<!-- ב", "deck/unclosed-comment"],
  ["## א\n![](a.png)", "deck/missing-alt"],
  ["## א {minutes=soon}", "deck/bad-attribute"],
  ["## א {#1}", "deck/bad-attribute"],
  ["## א {#x}\n## ב {#x}", "deck/duplicate-id"],
  ["## א\n{.steps}\nב", "deck/stray-attributes"],
  ["# א {.end}", "deck/part-layout"],
  ["## א\n::: timeline\n- ב\n:::", "deck/event-without-date"],
  ["## א\n::: timeline\nב\n:::", "deck/expected-list"],
  ["## א\n::: column\nב\n:::", "deck/misplaced-block"],
  ["## א\n::: notes\nב\n:::\n::: notes\nג\n:::", "deck/notes-twice"],
  ["## א\n\n[^a]: ב", "deck/unused-footnote"],
  ['## א\n**"ב"**ו', "deck/literal-emphasis"],
  [`## א\n${"> ".repeat(50)}ב`, "deck/too-deep"],
])("%j gives %s", (markdown, code) => {
  expect(read(markdown).codes).toContain(code);
});

test("emphasis that Markdown left as it is can be mended, and is read as strong then", () => {
  const { diagnostics } = parse(toSource('---\ntitle: א\n---\n## א\nמילה **"ב"**ו ועוד', "x.md"));
  expect(diagnostics).toMatchObject([{ code: "deck/literal-emphasis", fix: { text: '<b>"ב"</b>', safe: true } }]);
  expect(body('מילה <b>"ב"</b>ו ועוד')).toEqual([p([text("מילה "), strong('"ב"'), text("ו ועוד")])]);
});

test("an unclosed fence costs one slide and not the rest", () => {
  expect(slides("## א\n```\nx\n## ב\n::: columns\n## ג").map(({ title }) => plainText(title))).toEqual(["א", "ב", "ג"]);
});

test("ids come from titles, survive edits of other slides, and equal ones are numbered", () => {
  const ids = (markdown: string) => slides(markdown).map(({ id }) => id);
  expect(ids('## צה"ל ו־OECD, 2019!\n## צה"ל ו־OECD 2019\n## 2019\n## \n---\nפסקה ראשונה')).toEqual([
    "צהל-ו-oecd-2019",
    "צהל-ו-oecd-2019-2",
    "slide-2019",
    "slide",
    "פסקה-ראשונה",
  ]);
  expect(ids("## חדשה\n## ב\n## ג").slice(1)).toEqual(ids("## ב\n## ג"));
  expect(ids("## ב\n## ג {#ב}")).toEqual(["ב-2", "ב"]);
});

test("every text node covers its words in the source, also in quotes, lists, cells and attributes", () => {
  const markdown = [
    "## כותרת *מודגשת* {.points}",
    "> ציטוט\n> עם **שורות** &amp; \\# סימנים\n>\n> - רשימה\n>   ממשיכה",
    "- א\n\n  ב **ג**\n\n  > ד\n  > ה\n- [x] ו",
    "| ז | ח \\| ט |\n|---|---|\n| י | `כ` |",
    '![ל](a.png "מ *נ*")',
    "::: timeline\n- ס: ע *פ*\n:::",
    "::: notes\nצ\n:::",
    "<!-- ק **ר** -->",
  ].join("\n\n");
  const source = toSource(`---\ntitle: "ש"\n---\n${markdown}`, "x.md");
  const { value } = parse(source);
  let count = 0;
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const inline = node as Inline;
    if (inline.type === "text" && "span" in inline) {
      count++;
      for (let i = 0; i < inline.text.length; i++) {
        const c = source.text[sourceOffset(source, inline, i)];
        if (/[\p{L}]/u.test(inline.text[i]!)) expect(c, inline.text).toBe(inline.text[i]);
      }
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(value);
  expect(count).toBeGreaterThan(20);
});

test("a slide built by hand is what the parser makes", () => {
  expect(withoutSpans(slides("## א\n\nב")[0])).toEqual(slide("א", [p("ב")]));
});
