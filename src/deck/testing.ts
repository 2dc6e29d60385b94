/** Builders and random decks, for the tests of every room. Not part of the product: fast-check is a development tool. */
import fc from "fast-check";
import type { MetaSpec } from "./front-matter.ts";
import { plainText } from "./plain.ts";
import {
  cell,
  code,
  deck,
  emphasis,
  image,
  lineBreak,
  link,
  NO_SPAN,
  p,
  panel,
  part,
  slide,
  strike,
  strong,
  text,
} from "./testing-builders.ts";
import {
  type Block,
  type Deck,
  INLINE_TAGS,
  type Inline,
  LANGS,
  LAYOUTS,
  type Layout,
  LIKELIHOODS,
  type List,
  type ListItem,
  type Slide,
  type TableCell,
} from "./types.ts";

export * from "./testing-builders.ts";

const ALPHABETS = [
  ..."אבגדהוזחטיכלמנסעפצקרשתםןץףך",
  ..."abcdefgXYZ0123456789",
  ..."     ",
  ..."\"'()[]{}<>#*_~`|\\!:;,.-–—+=&^$%@/?־׳״₪→",
  ..."אֱ😀é",
];

/** Prose with everything in it that could be mistaken for a mark; no line ends and no space at its ends. */
export const arbitraryText: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 3, arbitrary: fc.stringMatching(/^[א-ת]{1,8}( [א-ת]{1,8}){0,5}$/) },
    { weight: 2, arbitrary: fc.string({ unit: fc.constantFrom(...ALPHABETS), minLength: 1, maxLength: 24 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "1. לא רשימה",
        "# לא כותרת",
        "- לא רשימה",
        "::: לא בלוק",
        "הערות: לא הערות",
        "Note: none",
        "> לא ציטוט",
        "---",
        "{.steps}",
        "https://example.org/a_b",
        "www.example.org",
        "a@b.co",
        "[12]",
        "[^1]",
        "[x] y",
        "![a](b)",
        "&amp;",
        "<b>",
        "<!-- x -->",
        "5 * 3 * 2",
        "**",
        "`",
        "ב-11.3.2019",
        'צה"ל',
        "כ~500 ו~600",
        "| a |",
        "— אמר",
        "```",
        "~~~",
        "_א_",
        "\\",
        "א:",
        "a: b",
      ),
    },
  )
  .map((value) => value.replace(/\s+/g, " ").trim())
  .filter((value) => value !== "");

const words = arbitraryText.map((value) => text(value));

/** Neighbouring texts or codes would be read as one, and a break at an edge as nothing; so they are not made. */
function join(nodes: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === "inline-code" && last?.type === "inline-code") continue;
    if (node.type === "text" && last?.type === "text") joined[joined.length - 1] = text(`${last.text} ${node.text}`);
    else if (node.type !== "break" || (last && last.type !== "break")) joined.push(node);
  }
  while (joined.at(-1)?.type === "break") joined.pop();
  return joined;
}

const hrefs = fc.constantFrom(
  "https://example.org/",
  "https://example.org/a(b)?c=d&e=f_g*h",
  "mailto:a@b.co",
  "tel:+972-3-640-0400",
  "http://a.b/א",
);
const codes = fc.constantFrom("x", "a`b", "``", " x ", "npm run build -- --rtl", "a|b", "<b>", "\\", "*", "[^1]");

const { inline } = fc.letrec<{ inline: Inline; leaf: Inline }>((tie) => ({
  leaf: fc.oneof(
    { weight: 6, arbitrary: words },
    { weight: 1, arbitrary: codes.map(code) },
    { weight: 1, arbitrary: fc.constant(lineBreak()) },
    { weight: 1, arbitrary: fc.tuple(hrefs, words).map(([href, node]) => link(href, [node])) },
    { weight: 1, arbitrary: hrefs.map((href) => link(href, href.replace(/^mailto:/, ""))) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom("a.png", "a b.png", "a(1).png"), arbitraryText)
        .map(([src, alt]) => image(src, alt)),
    },
  ),
  inline: fc.oneof(
    { maxDepth: 2, depthSize: "small" },
    { weight: 5, arbitrary: tie("leaf") },
    { weight: 1, arbitrary: children(tie).map(strong) },
    { weight: 1, arbitrary: children(tie).map(emphasis) },
    { weight: 1, arbitrary: children(tie).map(strike) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...INLINE_TAGS), children(tie))
        .map(([tag, nodes]): Inline => ({ type: "tagged", tag, children: nodes, span: NO_SPAN })),
    },
  ),
}));

function children(tie: (key: "inline") => fc.Arbitrary<Inline>): fc.Arbitrary<readonly Inline[]> {
  return fc
    .array(tie("inline"), { minLength: 1, maxLength: 3 })
    .map(join)
    .filter((nodes) => nodes.length > 0);
}

export const arbitraryInlines: fc.Arbitrary<readonly Inline[]> = fc
  .array(inline, { minLength: 1, maxLength: 4 })
  .map(join)
  .filter((nodes) => plainText(nodes).trim() !== "" && !(nodes.length === 1 && nodes[0]!.type === "image"));

const paragraph = arbitraryInlines.map((nodes): Block => p(nodes));
const figure = fc
  .tuple(fc.constantFrom("a.png", "pictures/א ב.jpg"), arbitraryText, fc.option(words, { nil: null }))
  .map(
    ([src, alt, caption]): Block => ({ type: "figure", src, alt, caption: caption ? [caption] : [], span: NO_SPAN }),
  );

const { block } = fc.letrec<{ block: Block; simple: Block; list: List }>((tie) => ({
  simple: fc.oneof({ weight: 3, arbitrary: paragraph }, figure, tie("list")),
  list: fc
    .record({
      ordered: fc.boolean(),
      start: fc.constantFrom(1, 1, 3),
      steps: fc.boolean(),
      items: fc.array(arbitraryItem(tie), { minLength: 1, maxLength: 3 }),
    })
    .map(
      ({ ordered, start, steps, items }): List => ({
        type: "list",
        ordered,
        start: ordered ? start : 1,
        steps,
        items,
        span: NO_SPAN,
      }),
    ),
  block: fc.oneof({ depthSize: "small", maxDepth: 3 }, tie("simple"), ...containers(tie)),
}));

function arbitraryItem(tie: (key: "simple") => fc.Arbitrary<Block>): fc.Arbitrary<ListItem> {
  return fc
    .record({
      first: paragraph,
      rest: fc.array(tie("simple"), { maxLength: 1, depthIdentifier: "item" }),
      checked: fc.option(fc.boolean(), { nil: null, freq: 4 }),
    })
    .map(({ first, rest, checked }) => ({ blocks: [first, ...rest], checked, span: NO_SPAN }));
}

function containers(tie: (key: "simple") => fc.Arbitrary<Block>): readonly fc.Arbitrary<Block>[] {
  const simples = fc.array(tie("simple"), { minLength: 1, maxLength: 2 });
  const panels = fc.array(
    fc.tuple(fc.option(arbitraryInlines, { nil: [] }), simples).map(([title, blocks]) => panel(title, ...blocks)),
    { minLength: 1, maxLength: 3 },
  );
  const cells = (width: number): fc.Arbitrary<readonly TableCell[]> =>
    fc.array(fc.oneof(arbitraryInlines, fc.constant([])).map(cell), { minLength: width, maxLength: width });
  return [
    fc
      .tuple(fc.constantFrom(4 as const, 5 as const), arbitraryInlines)
      .map(([level, nodes]): Block => ({ type: "subheading", level, inlines: nodes, span: NO_SPAN })),
    fc
      .tuple(fc.constantFrom("", "ts"), fc.constantFrom("x = 1;", "# a\n\n## b", "", "```\n:::", "  א\n---"))
      .map(([lang, value]): Block => ({ type: "code", lang, text: value, span: NO_SPAN })),
    fc
      .tuple(simples, fc.option(arbitraryInlines, { nil: [] }))
      .map(([blocks, attribution]): Block => ({ type: "quote", blocks, attribution, span: NO_SPAN })),
    fc
      .tuple(fc.constantFrom("columns" as const, "comparison" as const, "options" as const), panels)
      .map(([type, list]): Block => ({ type, panels: list, span: NO_SPAN })),
    fc.tuple(fc.boolean(), fc.array(fc.tuple(arbitraryInlines, arbitraryInlines), { minLength: 1, maxLength: 3 })).map(
      ([revealed, events]): Block => ({
        type: "timeline",
        steps: revealed,
        events: events.map(([when, what]) => ({ when, what, span: NO_SPAN })),
        span: NO_SPAN,
      }),
    ),
    fc
      .tuple(arbitraryInlines, arbitraryInlines, fc.array(paragraph, { maxLength: 1 }))
      .map(([value, label, blocks]): Block => ({ type: "number", value, label, blocks, span: NO_SPAN })),
    fc
      .tuple(
        fc.option(fc.constantFrom(...LIKELIHOODS), { nil: null }),
        fc.option(fc.constantFrom("low" as const, "high" as const), { nil: null }),
        simples,
      )
      .map(
        ([likelihood, confidence, blocks]): Block => ({
          type: "judgment",
          likelihood,
          confidence,
          blocks,
          span: NO_SPAN,
        }),
      ),
    fc
      .array(arbitraryItem(tie), { minLength: 1, maxLength: 3 })
      .map((items): Block => ({ type: "sources", items, span: NO_SPAN })),
    fc
      .integer({ min: 1, max: 3 })
      .chain((width) =>
        fc.tuple(
          fc.array(fc.constantFrom(null, "start" as const, "center" as const, "end" as const), {
            minLength: width,
            maxLength: width,
          }),
          cells(width),
          fc.array(cells(width), { minLength: 1, maxLength: 2 }),
        ),
      )
      .map(([align, head, rows]): Block => ({ type: "table", align, head, rows, span: NO_SPAN })),
  ];
}

export const arbitraryBlock: fc.Arbitrary<Block> = block;
export const arbitraryBlocks: fc.Arbitrary<readonly Block[]> = fc.array(block, { maxLength: 4 });

const forcedLayouts = LAYOUTS.filter((layout) => layout !== "part");

export const arbitrarySlide: fc.Arbitrary<Slide> = fc
  .record({
    title: fc.option(arbitraryInlines, { nil: [], freq: 6 }),
    body: arbitraryBlocks,
    notes: fc.array(paragraph, { maxLength: 2 }),
    minutes: fc.option(fc.constantFrom(1.5, 3), { nil: 0, freq: 3 }),
    layout: fc.option(fc.constantFrom<Layout>(...forcedLayouts), { nil: null, freq: 3 }),
    hidden: fc.boolean(),
    origin: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 }), {
      nil: null,
      freq: 3,
    }),
  })
  .map(({ title, body, notes, minutes, layout, hidden, origin }) =>
    slide(title, body, {
      ...(layout ? { layout, forced: true } : {}),
      hidden,
      notes: { blocks: notes, minutes, span: notes.length > 0 ? NO_SPAN : null },
      origin: origin && { paragraphs: [...origin].sort((a, b) => a - b) },
    }),
  );

const arbitraryMeta: fc.Arbitrary<MetaSpec> = fc.record({
  title: arbitraryText,
  subtitle: fc.option(arbitraryText, { nil: "" }),
  authors: fc.array(arbitraryText, { maxLength: 3 }),
  brief: fc.constantFrom([], [3], [1, 2, 3, 7]),
  date: fc.constantFrom("", "2019-03-11", "11 במרץ 2019"),
  lang: fc.constantFrom(...LANGS),
  duration: fc.constantFrom(0, 20),
  marking: fc.constantFrom("", "לשימוש פנימי", "TLP:AMBER"),
});

/** A whole deck that its own source can say: parsing what is written of it gives it back, but for spans. */
export const arbitraryDeck: fc.Arbitrary<Deck> = fc
  .record({
    meta: arbitraryMeta,
    cover: fc.array(paragraph, { maxLength: 1 }),
    slides: fc.array(
      fc.oneof(
        { weight: 5, arbitrary: arbitrarySlide },
        { weight: 1, arbitrary: arbitraryInlines.map((title) => part(title)) },
      ),
      { maxLength: 5 },
    ),
  })
  .map(({ meta, cover, slides }) => deck(meta, slides, { body: cover }));
