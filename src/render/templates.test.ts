import { describe, expect, test } from "vitest";
import { html } from "./html.ts";
import { compileTemplates, type MadeTemplates, precompileTemplates } from "./templates.ts";

const FILES = new Map([
  ["layouts/a.hbs", "{{#> frame}}\n<p>{{text}}</p>\n{{/frame}}\n"],
  ["layouts/b.hbs", "<ul>\n  {{> row}}\n</ul>"],
  ["layouts/c.hbs", "{{#each rows}}{{> row}}{{/each}}"],
  ["layouts/d.hbs", "{{#each rows as |text|}}{{> row}}{{/each}}"],
  ["layouts/e.hbs", "{{#> frame}}{{#if rows}}{{> row}}{{else}}none{{/if}}{{/frame}}"],
  ["layouts/f.hbs", "{{#if rows}}{{> row first}}{{/if}}"],
  ["layouts/g.hbs", "{{#> frame}}{{#> frame}}{{text}}{{/frame}}{{/frame}}"],
  ["partials/frame.hbs", "<div>\n{{> @partial-block}}\n</div>\n"],
  ["partials/row.hbs", "<li>{{text}}</li>\n"],
]);
const VIEW = { text: "a < b", rows: [{ text: "1" }, { text: "2" }], first: { text: html`<b>1</b>` } };

/** Programs as a page has them that was made ahead. */
function make(files: ReadonlyMap<string, string>): MadeTemplates {
  const { programs, parts } = precompileTemplates(files);
  return {
    sources: Object.fromEntries(files),
    programs: new Function(`return ${programs}`)(),
    parts: JSON.parse(parts),
  };
}

describe("partials", () => {
  test.each([
    ["a", "<div>\n<p>a &lt; b</p>\n</div>"],
    ["b", "<ul>\n  <li>a &lt; b</li>\n</ul>"],
    ["c", "<li>1</li>\n<li>2</li>"],
    ["e", "<div>\n<li>a &lt; b</li>\n</div>"],
    ["f", "<li><b>1</b></li>"],
    ["g", "<div>\n<div>\na &lt; b</div>\n</div>"],
  ])("of layouts/%s.hbs stand where they are called, made ahead or not", (name, markup) => {
    for (const made of [undefined, make(FILES)]) {
      expect(compileTemplates(FILES, made).fill(`layouts/${name}.hbs`, VIEW).toString()).toBe(markup);
    }
  });

  test("see the view and not the names that a block gives to its items", () => {
    expect(compileTemplates(FILES).fill("layouts/d.hbs", VIEW).toString()).toBe("<li>1</li>\n<li>2</li>");
  });

  test("without parameters are put into the template that calls them", () => {
    const { parts } = make(FILES);
    expect(parts["layouts/e.hbs"]).toEqual(["partials/row.hbs", "partials/frame.hbs"]);
    expect(parts["layouts/f.hbs"]).toEqual([]);
  });

  test("that call themselves are still calls", () => {
    const files = new Map([
      ["layouts/a.hbs", "{{> tree}}"],
      ["partials/tree.hbs", "({{#each children}}{{> tree}}{{/each}})"],
    ]);
    const tree = { children: [{ children: [] }, { children: [{ children: [] }] }] };
    expect(compileTemplates(files).fill("layouts/a.hbs", tree).toString()).toBe("(()(()))");
  });
});

test("a program is used only while its file and the partials in it are those that it was made of", () => {
  const made = make(FILES);
  const files = new Map([...FILES, ["partials/row.hbs", "<li>own {{text}}</li>"]]);
  const templates = compileTemplates(files, made);
  expect(templates.fill("layouts/b.hbs", VIEW).toString()).toContain("own");
  expect(templates.fill("layouts/f.hbs", VIEW).toString()).toContain("own");
  expect(templates.fill("layouts/a.hbs", VIEW).toString()).not.toContain("own");
});
