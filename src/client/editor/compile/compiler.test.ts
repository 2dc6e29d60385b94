import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { toSource } from "../../../deck/source.ts";
import type { Source } from "../../../deck/types.ts";
import { readTemplates } from "../../../node/project.ts";
import { compileTemplates, type Templates } from "../../../render/templates.ts";
import { Compiler } from "./compiler.ts";

let templates: Templates;
let briefing = "";
beforeAll(async () => {
  templates = compileTemplates((await readTemplates(process.cwd())).files);
  briefing = await readFile("slides/hanoi-summit.md", "utf8");
});

const make = () => new Compiler({ templates, fonts: [] });
const sourceOf = (text: string): Source => toSource(text, "deck.md");
const NO_PICTURES: ReadonlyMap<string, string> = new Map();

function compile(compiler: Compiler, source: Source, whole = false) {
  const { slides, diagnostics, meta } = compiler.render(compiler.read(source, whole), NO_PICTURES, source.path);
  return { slides, meta, diagnostics: diagnostics.map(({ code, span }) => [code, span?.start, span?.end]) };
}

/** Numbers from 0 to 1, the same ones at every run. */
function* random(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const PIECES = [
  "א",
  "word ",
  "\n",
  "\n\n## כותרת\n",
  "# חלק\n",
  "- נקודה\n",
  "::: notes\n",
  ":::\n",
  "{.steps}\n",
  "[א]: https://a.b\n",
  "[א]",
  "**",
  "---\n",
  "",
  "",
];

test("after any edits the slides are those of a compile from the start", () => {
  const compiler = make();
  const numbers = random(7);
  const next = (below: number): number => Math.floor(numbers.next().value * below);
  let text = briefing;
  compile(compiler, sourceOf(text));
  for (let round = 0; round < 60; round++) {
    const at = next(text.length);
    text = text.slice(0, at) + (PIECES[next(PIECES.length)] ?? "") + text.slice(at + next(3) * next(20));
    const source = sourceOf(text);
    expect(compile(compiler, source).slides, `round ${round}`).toEqual(compile(make(), source).slides);
  }
});

test("reading the whole gives the diagnostics of a compile from the start, at their places", () => {
  const compiler = make();
  compile(compiler, sourceOf(briefing));
  const broken = briefing
    .replace("## ", "## חדשה {.nosuch}\n\nשורה\n\n## ")
    .concat("\n\n## אחרונה {#a}\n\n[לשם](#nowhere)\n\n## שוב {#a}\n\n::: notes\n");
  compile(compiler, sourceOf(broken));
  const whole = compile(compiler, sourceOf(broken), true);
  expect(whole).toEqual(compile(make(), sourceOf(broken), true));
  expect(whole.diagnostics.map(([code]) => code)).toContain("deck/dead-fragment");
});

test("a mistake in one slide keeps its place while text is typed before it", () => {
  const compiler = make();
  const text = "---\ntitle: א\n---\n\n## אחת\n\n- א\n\n## שתיים {.nosuch}\n\n- ב\n";
  compile(compiler, sourceOf(text));
  const longer = text.replace("- א", "- א ועוד מילים");
  const { diagnostics } = compile(compiler, sourceOf(longer));
  const found = diagnostics.find(([code]) => code === "deck/unknown-attribute");
  expect(longer.slice(found?.[1] as number, found?.[2] as number)).toContain("nosuch");
});

test("an edit of one slide makes the markup of that slide only", () => {
  let filled = 0;
  const counting: Templates = {
    ...templates,
    fill: (path, view) => {
      filled += path.startsWith("layouts/") ? 1 : 0;
      return templates.fill(path, view);
    },
  };
  const compiler = new Compiler({ templates: counting, fonts: [] });
  const text = `---\ntitle: א\n---\n${Array.from({ length: 50 }, (_, n) => `\n## שקופית ${n}\n\n- נקודה\n`).join("")}`;
  compile(compiler, sourceOf(text));
  filled = 0;
  compile(compiler, sourceOf(text.replace("- נקודה", "- נקודה אחרת")));
  expect(filled).toBe(1);
});
