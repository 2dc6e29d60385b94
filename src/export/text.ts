import type { Block, Deck, Inline, ListItem, Slide } from "../deck/types.ts";
import { LIKELIHOOD_RANGES, labelsOf } from "../render/labels.ts";
import { setPlain } from "../render/typeset.ts";
import { numberSlides } from "../render/views/numbering.ts";
import { agendaBlocks, footnotesOf } from "./content.ts";
import { joinFacts } from "./facts.ts";
import { markedText } from "./marks.ts";

/** The outline as plain text: a heading for each slide, its text below. Runs of English are kept in order by marks. */
export function writeOutline(deck: Deck, { notes }: { readonly notes: boolean }): string {
  const { meta } = deck;
  const numbering = numberSlides(deck);
  const byline = markedText(joinFacts([...meta.authors, meta.organization, meta.date], meta), meta.dir);
  const [title, subtitle, marking] = [meta.title, meta.subtitle, meta.marking].map((line) => setPlain(line, meta));
  const head = [title, subtitle, byline, marking].filter(Boolean);
  const slides = deck.slides.map((slide, at) => {
    const lines = slideLines(slide, deck);
    const spoken = notes ? noteLines(slide, deck) : [];
    return [headingOf(slide, numbering.places[at]?.page ?? "", deck), ...lines, ...spoken].join("\n");
  });
  return `${[head.join("\n"), ...slides].filter(Boolean).join("\n\n")}\n`;
}

/** The notes as a script to read from: slide by slide, each with its minutes; slides without notes keep their place. */
export function writeScript(deck: Deck): string {
  const { meta } = deck;
  const labels = labelsOf(meta.lang);
  const numbering = numberSlides(deck);
  const slides = deck.slides
    .filter(({ hidden }) => !hidden)
    .map((slide) => {
      const at = deck.slides.indexOf(slide);
      const minutes = slide.notes.minutes >= 0.5 ? ` (${labels.minutes(Math.round(slide.notes.minutes))})` : "";
      const heading = headingOf(slide, numbering.places[at]?.page ?? "", deck) + minutes;
      return [heading, ...blockLines(slide.notes.blocks, deck, "")].join("\n");
    });
  return `${[setPlain(meta.title, meta), ...slides].join("\n\n")}\n`;
}

function headingOf(slide: Slide, page: string, { meta }: Deck): string {
  const title = markedText(slide.title, meta.dir) || (slide.layout === "cover" ? setPlain(meta.title, meta) : "");
  return `${page === "" ? "–" : page}. ${title}`.trimEnd();
}

function slideLines(slide: Slide, deck: Deck): string[] {
  const blocks = slide.layout === "agenda" ? agendaBlocks(slide, deck) : slide.body;
  const footnotes = footnotesOf(slide, deck).map(
    ({ note, number }) => `[${number}] ${markedText(note.inlines, deck.meta.dir)}`,
  );
  return [...blockLines(blocks, deck, ""), ...footnotes];
}

function noteLines({ notes }: Slide, deck: Deck): string[] {
  const lines = blockLines(notes.blocks, deck, "  ");
  return lines.length === 0 ? [] : ["", `  ${labelsOf(deck.meta.lang).notes}:`, ...lines];
}

type Lines = (blocks: readonly Block[], deck: Deck, indent: string) => string[];
const blockLines: Lines = (blocks, deck, indent) => blocks.flatMap((block) => linesOf(block, deck, indent));

function linesOf(block: Block, deck: Deck, indent: string): string[] {
  const show = (inlines: readonly Inline[]): string =>
    markedText(inlines, deck.meta.dir).replaceAll("\n", `\n${indent}`);
  switch (block.type) {
    case "paragraph":
    case "subheading":
      return [indent + show(block.inlines)];
    case "list":
      return itemLines(block.items, deck, indent, (at) => (block.ordered ? `${block.start + at}. ` : "- "));
    case "sources":
      return itemLines(block.items, deck, indent, (at) => `${at + 1}. `);
    case "table":
      return [block.head, ...block.rows].map((row) => indent + row.map(({ inlines }) => show(inlines)).join(" | "));
    case "quote":
      return [
        ...blockLines(block.blocks, deck, indent),
        ...(block.attribution.length === 0 ? [] : [`${indent}— ${show(block.attribution)}`]),
      ];
    case "code":
      return block.text.split("\n").map((line) => indent + line);
    case "figure":
      return [indent + [`[${block.alt}]`, show(block.caption)].filter(Boolean).join(" ")];
    case "columns":
    case "comparison":
    case "options":
      return block.panels.flatMap(({ title, blocks }) => [
        ...(title.length === 0 ? [] : [`${indent}${show(title)}:`]),
        ...blockLines(blocks, deck, `${indent}  `),
      ]);
    case "timeline":
      return block.events.map(({ when, what }) => `${indent}${show(when)}: ${show(what)}`);
    case "number":
      return [block.value, block.label]
        .filter((inlines) => inlines.length > 0)
        .map((inlines) => indent + show(inlines))
        .concat(blockLines(block.blocks, deck, indent));
    case "judgment": {
      const labels = labelsOf(deck.meta.lang);
      const { likelihood, confidence } = block;
      return [
        ...blockLines(block.blocks, deck, indent),
        ...(likelihood === null
          ? []
          : [`${indent}${labels.likelihood}: ${labels.likelihoods[likelihood]} (${LIKELIHOOD_RANGES[likelihood]})`]),
        ...(confidence === null ? [] : [`${indent}${labels.confidence}: ${labels.confidences[confidence]}`]),
      ];
    }
  }
}

function itemLines(items: readonly ListItem[], deck: Deck, indent: string, mark: (at: number) => string): string[] {
  return items.flatMap(({ blocks, checked }, at) => {
    const box = checked === null ? "" : checked ? "[x] " : "[ ] ";
    const [first = "", ...rest] = blockLines(blocks, deck, `${indent}   `);
    return [`${indent}${mark(at)}${box}${first.trimStart()}`, ...rest];
  });
}
