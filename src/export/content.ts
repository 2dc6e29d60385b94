import type { Block, Deck, Footnote, Inline, Slide } from "../deck/types.ts";
import { numberSlides } from "../render/views/numbering.ts";

/** An agenda without rows of its own lists the deck's parts, each a link to its slide. */
export function agendaBlocks({ body, span }: Slide, deck: Deck): readonly Block[] {
  if (body.some((block) => block.type === "list")) return body;
  const items = numberSlides(deck).parts.map(({ slide }) => {
    const link: Inline = { type: "link", href: `#${slide.id}`, children: slide.title, span };
    return { blocks: [{ type: "paragraph" as const, inlines: [link], span }], checked: null, span };
  });
  if (items.length === 0) return body;
  return [...body, { type: "list", ordered: true, start: 1, steps: false, items, span }];
}

/** The footnotes that a slide refers to, in order of first reference. */
export function footnotesOf({ title, body }: Slide, deck: Deck): { note: Footnote; number: number }[] {
  if (deck.footnotes.length === 0) return [];
  const numbers = footnoteNumbers([title, body]);
  return deck.footnotes
    .flatMap((note) => {
      const number = numbers.get(note.id);
      return number === undefined ? [] : [{ note, number }];
    })
    .sort((a, b) => a.number - b.number);
}

/** Numbers of the footnotes that are referred to anywhere below `node`, by id. */
export function footnoteNumbers(node: unknown): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  collectRefs(node, numbers);
  return numbers;
}

function collectRefs(node: unknown, numbers: Map<string, number>): void {
  if (typeof node !== "object" || node === null) return;
  if (Array.isArray(node)) for (const child of node) collectRefs(child, numbers);
  else if (isFootnoteRef(node)) numbers.set(node.id, node.number);
  else for (const child of Object.values(node)) collectRefs(child, numbers);
}

function isFootnoteRef(node: object): node is Extract<Inline, { type: "footnote-ref" }> {
  return "type" in node && node.type === "footnote-ref";
}
