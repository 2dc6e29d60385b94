import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDiagnostics } from "./format.ts";
import { sourceOffset } from "./locate.ts";
import { parse } from "./parse.ts";
import { serialize } from "./serialize.ts";
import { decode, toSource } from "./source.ts";
import { arbitraryDeck } from "./testing.ts";
import type { Block, Deck, Span } from "./types.ts";

/** Pieces that a slide source is made of, thrown together without sense. */
const debris = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "\n",
        "\n\n",
        "# ",
        "## ",
        "### ",
        "---\n",
        "---",
        "::: ",
        ":::\n",
        "::: notes\n",
        "::: columns\n",
        "::: timeline\n",
        "::: number\n",
        "::: judgment {",
        "```\n",
        "~~~",
        "<!--",
        "-->",
        "- ",
        "1. ",
        "> ",
        "  ",
        "    ",
        "\t",
        "| ",
        "|--|\n",
        "{.steps}\n",
        "{.hidden}",
        "{",
        "}",
        "[^a]",
        "[^a]: ",
        "[",
        "](",
        ")",
        "![",
        "**",
        "*",
        "_",
        "`",
        "~~",
        "<b>",
        "</b>",
        "<br>",
        "<sub>",
        "<script>",
        "&amp;",
        "&",
        "\\",
        "Note: ",
        "הערות:",
        "title: ",
        "https://e.co",
        "a@b.co",
        "[x] ",
        "— ",
        ": ",
        "\0",
        "\r",
        "\u202E",
        "😀",
        "\uD800",
      ),
      fc.stringMatching(/^[א-ת]{1,6}$/),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(""));

function spansOf(node: unknown, found: Span[] = []): Span[] {
  if (typeof node !== "object" || node === null) return found;
  for (const [key, value] of Object.entries(node)) {
    if (key === "span" && value !== null) found.push(value as Span);
    else spansOf(value, found);
  }
  return found;
}

function expectSound(deck: Deck, length: number): void {
  for (const { start, end } of spansOf(deck)) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(length);
  }
  const ids = deck.slides.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[^\s"'<>&#/]+$/);
}

test("any text gives a deck, with spans inside the source, unique ids and printable diagnostics", () => {
  fc.assert(
    fc.property(fc.oneof(debris, fc.string({ unit: "binary", maxLength: 200 })), fc.boolean(), (text, front) => {
      const source = toSource(front ? `---\n${text}\n---\n${text}` : text, "x.md");
      const { value, diagnostics } = parse(source);
      expectSound(value, source.text.length);
      expectSound({ ...value, slides: [] }, source.text.length);
      for (const { span } of diagnostics) if (span) expect(span.end).toBeLessThanOrEqual(source.text.length);
      expect(formatDiagnostics(diagnostics, new Map([["x.md", source]]))).not.toMatch(/[\0\u001B\u202E]/);
      serialize(value);
    }),
    { numRuns: 500 },
  );
});

test("any bytes can be decoded and parsed", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const { value } = decode(bytes, "x.md");
      expect(value.text).not.toMatch(/[\0\r]/);
      expect(parse(value).value.meta.title).toBeTypeOf("string");
    }),
    { numRuns: 300 },
  );
});

test("every letter of every text stands in the source where its span says", () => {
  fc.assert(
    fc.property(arbitraryDeck, (deck) => {
      const source = toSource(serialize(deck), "x.md");
      const visit = (node: unknown): void => {
        if (typeof node !== "object" || node === null) return;
        const text = node as { type?: string; text?: string; span: Span };
        if (text.type === "text" && text.text !== undefined) {
          const inline = { type: "text" as const, text: text.text, span: text.span };
          for (let i = 0; i < inline.text.length; i++) {
            const c = inline.text[i]!;
            if (/[א-ת]/.test(c)) expect(source.text[sourceOffset(source, inline, i)], inline.text).toBe(c);
          }
        }
        for (const child of Object.values(node)) visit(child);
      };
      visit(
        parse(source).value.slides.map(
          ({ body, notes }) => [body, notes.blocks] satisfies [readonly Block[], readonly Block[]],
        ),
      );
    }),
    { numRuns: 80 },
  );
});

/** Each is met in the square of its length, or overflows the stack, by a parser that does not mind. */
test.each<[string, string]>([
  ["ten megabytes of one line", "א".repeat(5_000_000)],
  ["ten megabytes of one Latin word", "a".repeat(10_000_000)],
  ["quotes in quotes", ">".repeat(200_000)],
  ["lists in lists", `${"- ".repeat(100_000)}x`],
  ["indented lists", Array.from({ length: 500 }, (_, i) => `${" ".repeat(i * 2)}- a`).join("\n")],
  ["brackets", "[".repeat(500_000)],
  ["stars", "*a ".repeat(100_000)],
  ["backticks", "`".repeat(500_000)],
  ["fences without end", "```x\n## a\n".repeat(5000)],
  ["blocks without end", "::: columns\n### a\n".repeat(5000)],
  ["comments without end", "<!--\n".repeat(20_000)],
  ["tags", "<b>".repeat(100_000)],
  ["lazy quotes", "> a\nb\n".repeat(10_000)],
  ["braces", `## ${"{.a ".repeat(50_000)}`],
  [
    "spaces in a title",
    `## a${" ".repeat(300_000)}b\n::: c${" ".repeat(300_000)}d\n<!-- tadrich-ignore${" ".repeat(300_000)}`,
  ],
  ["spaces in prose", `a &amp;${" ".repeat(15_000)}b\n\n`.repeat(20)],
  ["spaces in a quote", `> — a${" ".repeat(30_000)}b`],
  ["YAML brackets", `---\n${"[".repeat(90_000)}\n---\n`],
  ["YAML lists", `---\n${"- ".repeat(40_000)}\n---\n`],
  ["YAML keys", `---\n${"? ".repeat(40_000)}\n---\n`],
])("%s are parsed", (_name, text) => {
  const { value, diagnostics } = parse(toSource(text, "x.md"));
  expect(value.meta.lang).toBe("he");
  expect(diagnostics.length).toBeGreaterThan(0);
});
