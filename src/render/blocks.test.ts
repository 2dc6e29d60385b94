import { describe, expect, test } from "vitest";
import { renderBlocks } from "./blocks.ts";
import { labelsOf } from "./labels.ts";
import { deckOf, ourTemplates } from "./testing.ts";

/** The markup of a slide's body, without the line ends between elements. */
function draw(markdown: string, images: ReadonlyMap<string, string> = new Map()): string {
  const slide = deckOf(`## כותרת\n\n${markdown}\n`).slides.at(-1);
  const context = { draw: renderBlocks, templates: ourTemplates, labels: labelsOf("he"), images, scope: "s" };
  return renderBlocks(slide?.body ?? [], context)
    .toString()
    .replace(/\n+/g, "");
}

describe("inlines", () => {
  test.each([
    ["**חזק**", "<p><strong>חזק</strong></p>"],
    ["*הדגשה*", "<p><em>הדגשה</em></p>"],
    ["~~מחוק~~", "<p><s>מחוק</s></p>"],
    ["`a < b`", '<p><code dir="ltr">a &lt; b</code></p>'],
    ["H<sub>2</sub>O", /<sub>2<\/sub>/],
    ["[כאן](#סוף)", /<a href="#סוף">כאן<\/a>/],
    ["[כאן](mailto:a@example.org)", /<a href="mailto:a@example.org">/],
    ["[כאן](https://example.org)", /target="_blank" rel="noopener noreferrer"/],
    ["לפי OECD היום", /<bdi dir="ltr" lang="en"[^>]*>OECD<\/bdi>/],
  ])("%s", (markdown, expected) => {
    const drawn = draw(markdown);
    if (typeof expected === "string") expect(drawn).toBe(expected);
    else expect(drawn).toMatch(expected);
  });

  test("a picture in a line that could not be had shows its alternative text", () => {
    expect(draw("טקסט ![סמל](x.png) טקסט")).toContain('<span class="missing">סמל</span>');
    expect(draw("טקסט ![סמל](x.png) טקסט", new Map([["x.png", "data:,"]]))).toContain('<img src="data:," alt="סמל">');
  });
});

describe("blocks", () => {
  test("lists: an item of one paragraph has no paragraph of its own", () => {
    expect(draw("- א\n- ב\n  - ג")).toBe("<ul><li>א</li><li>ב<ul><li>ג</li></ul></li></ul>");
    expect(draw("3. א\n4. ב")).toBe('<ol start="3"><li>א</li><li>ב</li></ol>');
  });

  test("tasks say their state in words too", () => {
    expect(draw("- [x] א\n- [ ] ב")).toBe(
      '<ul><li class="task done"><span class="sr-only">בוצע: </span>א</li>' +
        '<li class="task"><span class="sr-only">טרם בוצע: </span>ב</li></ul>',
    );
  });

  test("code keeps its lines and reads from the left", () => {
    expect(draw("```\na\n<b>\n```")).toMatch(/^<pre dir="ltr"><code>a<?&lt;b&gt;/);
  });

  test("a table has header cells for its columns and rows, and alignment by direction", () => {
    const drawn = draw("| | סכום |\n| :-- | --: |\n| א | 3 |");
    expect(drawn).toContain('<thead><tr><td></td><th scope="col" class="to-end">סכום</th></tr></thead>');
    expect(drawn).toContain('<tr><th scope="row" class="to-start">א</th><td class="to-end">3</td></tr>');
  });

  test("a quotation names who said it", () => {
    const drawn = draw("> דברים\n>\n> — מי שאמר");
    expect(drawn).toContain("<blockquote><p>דברים</p></blockquote>");
    expect(drawn).toContain('<figcaption class="attribution">מי שאמר</figcaption>');
  });

  test("panels stand side by side, as many as there are", () => {
    const drawn = draw("::: options\n### א\nx\n\n### ב\ny\n\n### ג\nz\n:::");
    expect(drawn).toContain("across-3");
    expect([...drawn.matchAll(/option-letter"[^>]*>([^<]+)</g)].map(([, letter]) => letter)).toEqual(["א", "ב", "ג"]);
  });

  test("events are in the order in which they were written", () => {
    const drawn = draw("::: timeline\n- 2003: ראשון\n- 2018: שני\n:::");
    expect([...drawn.matchAll(/class="what">([^<]+)</g)].map(([, what]) => what)).toEqual(["ראשון", "שני"]);
  });
});
