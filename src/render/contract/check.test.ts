import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { checkTemplates } from "./check.ts";

const ROOT = join(import.meta.dirname, "../../../templates");
const OURS = new Map(
  listFiles(ROOT).map((path) => [relative(ROOT, path).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
);

function listFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? listFiles(path) : [path];
  });
}

/** `code name` and the marked text for each mistake in our templates with one file replaced or added. */
function check(path: string, source: string): readonly string[] {
  return checkTemplates(new Map([...OURS, [path, source]]), "en").map(
    ({ code, span }) => `${code.replace("template/", "")} ${span === null ? "" : source.slice(span.start, span.end)}`,
  );
}

test("our own templates keep their contracts", () => {
  expect(checkTemplates(OURS, "en")).toEqual([]);
});

test("a template that is not there is named", () => {
  const files = new Map(OURS);
  files.delete("layouts/quote.hbs");
  expect(checkTemplates(files, "en").map(({ code, path }) => [code, path])).toEqual([
    ["template/missing", "templates/layouts/quote.hbs"],
  ]);
});

test("a syntax error stands on its line", () => {
  const source = "<p>\n{{#if title}}\n</p>";
  const [found] = checkTemplates(new Map([...OURS, ["layouts/points.hbs", source]]), "en");
  expect(found?.code).toBe("template/syntax");
  expect(found?.span).not.toBeNull();
});

describe("names", () => {
  test("an unknown field, with the nearest one that there is", () => {
    const [found] = checkTemplates(new Map([...OURS, ["layouts/points.hbs", "<p>{{{titel}}}</p>"]]), "en");
    expect(found?.code).toBe("template/unknown-path");
    expect(found?.help).toContain("title");
    expect(found?.span).toEqual({ start: 6, end: 11 });
  });

  test("fields of another layout are unknown here", () => {
    expect(check("layouts/points.hbs", "{{#if timeline}}x{{/if}}")).toEqual(["unknown-path timeline"]);
  });

  test("inside each, names are those of the item; `../` leads out, `@index` counts", () => {
    expect(check("layouts/questions.hbs", "{{#each questions}}{{numeral}}{{../page}}{{@index}}{{/each}}")).toEqual([]);
    expect(check("layouts/questions.hbs", "{{#each questions}}{{page}}{{/each}}")).toEqual(["unknown-path page"]);
    expect(check("layouts/questions.hbs", "{{#each questions as |q|}}{{q.numeral}}{{q.page}}{{/each}}")).toEqual([
      "unknown-path q.page",
    ]);
    expect(check("layouts/questions.hbs", "{{@index}}")).toEqual(["unknown-path @index"]);
  });

  test("what an object inherits is no field", () => {
    expect(check("layouts/points.hbs", "{{constructor}}{{toString}}")).toEqual([
      "unknown-path constructor",
      "unknown-path toString",
    ]);
  });

  test("what may be absent has to be asked for", () => {
    expect(check("layouts/points.hbs", "{{marking.label}}")).toEqual(["unguarded marking.label"]);
    expect(check("layouts/points.hbs", "{{#if marking}}{{marking.label}}{{/if}}")).toEqual([]);
    expect(check("layouts/points.hbs", "{{#with marking}}{{label}}{{/with}}")).toEqual([]);
    expect(check("layouts/points.hbs", "{{#if marking}}{{else}}{{marking.label}}{{/if}}")).toEqual([
      "unguarded marking.label",
    ]);
  });
});

test("three braces only for a field that is markup", () => {
  expect(check("layouts/points.hbs", "{{{part}}}")).toEqual(["unescaped {{{part}}}"]);
  expect(check("layouts/points.hbs", "{{&name}}")).toEqual(["unescaped {{&name}}"]);
  expect(check("layouts/points.hbs", "{{{title}}}{{title}}")).toEqual([]);
});

test("helpers: only if, unless, each, with", () => {
  expect(check("layouts/points.hbs", "{{upper part}}")).toEqual(["unknown-helper {{upper part}}"]);
  expect(check("layouts/points.hbs", "{{#repeat part}}x{{/repeat}}")).toEqual([
    "unknown-helper {{#repeat part}}x{{/repeat}}",
  ]);
  expect(check("layouts/points.hbs", "{{#unless hidden}}x{{/unless}}")).toEqual([]);
});

test("a list is walked, a list or a flag is not printed", () => {
  expect(check("layouts/points.hbs", "{{#each title}}x{{/each}}")).toEqual(["not-a-list title"]);
  expect(check("layouts/points.hbs", "{{footnotes}}")).toEqual(["not-a-value footnotes"]);
  expect(check("layouts/points.hbs", "{{hidden}}")).toEqual(["not-a-value hidden"]);
});

describe("partials", () => {
  test("an unknown one is named", () => {
    expect(check("layouts/points.hbs", "{{> headding}}")).toEqual(["unknown-partial {{> headding}}"]);
  });

  test("one that is given less than its contract", () => {
    expect(check("layouts/points.hbs", "{{> timeline}}")).toEqual(["wrong-context {{> timeline}}"]);
    expect(check("layouts/timeline.hbs", "{{#if timeline}}{{> timeline timeline}}{{/if}}")).toEqual([]);
  });

  test("a user's own partial is read with what it is given", () => {
    const files = new Map([
      ...OURS,
      ["layouts/points.hbs", "{{> mine}}"],
      ["partials/mine.hbs", "{{name}}{{nope}}{{> mine}}"],
    ]);
    expect(checkTemplates(files, "en").map(({ code, path }) => [code, path])).toEqual([
      ["template/unknown-path", "templates/partials/mine.hbs"],
    ]);
  });
});
