/** Blocks to Markdown: the mirror of `blocks.ts` and `fences.ts`, a row for every kind of block. */
import type { Align, Block, Inline, List, ListItem, Panel, TableCell } from "./types.ts";
import { PLAIN, type Place, writeInlines } from "./write-inlines.ts";

/** Blocks with a blank line between them; no newline at the end. */
export function writeBlocks(blocks: readonly Block[]): string {
  return joinBlocks(blocks, (block, index) => writeBlock(block, listMark(blocks, index)), false);
}

/** A list right after a list of its kind would continue it, so every second one has the other mark (CommonMark 5.3). */
function listMark(blocks: readonly Block[], index: number): number {
  let mark = 0;
  for (let i = index; i > 0; i--) {
    const [here, before] = [blocks[i]!, blocks[i - 1]!];
    if (here.type !== "list" || before.type !== "list" || here.ordered !== before.ordered) break;
    mark++;
  }
  return mark % 2;
}

function joinBlocks(blocks: readonly Block[], write: (block: Block, index: number) => string, tight: boolean): string {
  return blocks
    .map((block, index) => {
      const gap = index === 0 ? "" : tight && canFollowTightly(blocks[index - 1]!, block) ? "\n" : "\n\n";
      return gap + write(block, index);
    })
    .join("");
}

/** In an item, a list may follow its paragraph without a blank line, if it can interrupt it (CommonMark 5.2). */
function canFollowTightly(before: Block, block: Block): boolean {
  return (
    before.type === "paragraph" &&
    block.type === "list" &&
    !block.steps &&
    (!block.ordered || block.start === 1) &&
    block.items.length > 0 &&
    block.items[0]!.blocks.length > 0
  );
}

function writeBlock(block: Block, mark: number): string {
  return BLOCK_WRITERS[block.type](block as never, mark);
}

type Writers = { readonly [T in Block["type"]]: (block: Extract<Block, { type: T }>, mark: number) => string };

const BLOCK_WRITERS: Writers = {
  paragraph: ({ inlines }) => writeLine(inlines),
  subheading: ({ level, inlines }) => writeHeading(level, inlines),
  list: writeList,
  table: ({ align, head, rows }) => [writeRow(head), writeAligns(align), ...rows.map(writeRow)].join("\n"),
  quote: ({ blocks, attribution }) => writeQuote(blocks, attribution),
  code: ({ lang, text }) => writeCode(lang, text),
  figure: ({ src, alt, caption, span }) => writeFigure(src, alt, caption, span),
  columns: ({ panels }) => writeFence("columns", writePanels(panels)),
  comparison: ({ panels }) => writeFence("comparison", writePanels(panels)),
  options: ({ panels }) => writeFence("options", writePanels(panels)),
  timeline: ({ steps, events }) =>
    writeFence(steps ? "timeline {.steps}" : "timeline", events.map(writeEvent).join("\n")),
  number: ({ value, label, blocks }) =>
    writeFence(
      "number",
      [value, label]
        .filter((line) => line.length > 0)
        .map(writeLine)
        .concat(blocks.length > 0 ? [writeBlocks(blocks)] : [])
        .join("\n\n"),
    ),
  judgment: ({ likelihood, confidence, blocks }) => {
    const pairs = [likelihood && `likelihood=${likelihood}`, confidence && `confidence=${confidence}`].filter(
      (pair) => pair,
    );
    return writeFence(pairs.length > 0 ? `judgment {${pairs.join(" ")}}` : "judgment", writeBlocks(blocks));
  },
  sources: ({ items }) => writeFence("sources", items.map((item) => writeItem(item, "- ")).join("\n")),
};

function writeFence(opening: string, inner: string): string {
  return inner === "" ? `::: ${opening}\n:::` : `::: ${opening}\n${inner}\n:::`;
}

/** `###` with its text, or alone: an empty heading is a heading (CommonMark 4.2). */
export function writeHeading(level: number, inlines: readonly Inline[], attributes = ""): string {
  const text = protectEnd(writeInlines(inlines));
  return ["#".repeat(level), text, attributes].filter((part) => part !== "").join(" ");
}

/** A closing `#` or `}` of a heading's text would not be text. */
function protectEnd(text: string): string {
  return text.replace(/(^|\s)(#+)$/, "$1\\$2").replace(/\{(?=[^{}]*\}$)/, "\\{");
}

/** A paragraph on a line of its own, with a backslash where it would begin some other block. */
export function writeLine(inlines: readonly Inline[]): string {
  return protectStart(writeInlines(inlines));
}

const STARTS: readonly (readonly [RegExp, string])[] = [
  [/^(?=#{1,6}(?:\s|$)|>|[-+](?:\s|$)|(?:[-_+=] ?){3,}\s*$|:{3}|~{3}|\||\{[^{}]*\}$)/, "\\"],
  [/^(\d{1,9})(?=[.)](?:\s|$))/, "$1\\"],
  [/^(notes?|הערות|ملاحظات)(?=:(?:\s|$))/i, "$1\\"],
  [/^(?=\[[ xX]\](?:\s|$))/, "\\"],
];

function protectStart(line: string): string {
  return STARTS.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line);
}

// ---- lists ----------------------------------------------------------------------------------------

function writeList(list: List, mark: number): string {
  const items = list.items.map((item, index) => {
    const marker = list.ordered ? `${list.start + index}${mark === 0 ? "." : ")"} ` : mark === 0 ? "- " : "* ";
    return writeItem(item, marker);
  });
  const text = items.join("\n");
  if (!list.steps) return text;
  return `{.steps}${list.ordered && list.start !== 1 ? "\n" : ""}\n${text}`;
}

function writeItem({ blocks, checked }: ListItem, marker: string): string {
  const box = checked === null ? "" : checked ? "[x] " : "[ ] ";
  const indent = " ".repeat(marker.length);
  const text = joinBlocks(blocks, (block, index) => writeBlock(block, listMark(blocks, index)), true);
  return `${marker}${box}${text.replace(/\n(?=[^\n])/g, `\n${indent}`)}`.trimEnd();
}

function writeEvent({ when, what }: { readonly when: readonly Inline[]; readonly what: readonly Inline[] }): string {
  const right = writeInlines(what);
  if (when.length === 0) return `- ${protectStart(escapeColons(right))}`;
  return `- ${protectStart(escapeColons(writeInlines(when)))}: ${right}`.trimEnd();
}

/** The first colon before a space parts the time from the event, so others before it are escaped. */
function escapeColons(text: string): string {
  return text.replace(/(?<!\\):(?=\s|$)/g, "\\:");
}

// ---- the others -----------------------------------------------------------------------------------

function writePanels(panels: readonly Panel[]): string {
  return panels
    .map(({ title, blocks }) =>
      [writeHeading(3, title), ...(blocks.length > 0 ? [writeBlocks(blocks)] : [])].join("\n"),
    )
    .join("\n\n");
}

function writeQuote(blocks: readonly Block[], attribution: readonly Inline[]): string {
  const who = attribution.length > 0 ? `— ${writeInlines(attribution)}` : "";
  const said = who === "" ? protectDash(writeBlocks(blocks)) : writeBlocks(blocks);
  const text = [said, who].filter((part) => part !== "").join("\n\n");
  return text
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
}

/** A dash that begins the last line would make it the attribution. */
function protectDash(text: string): string {
  return text.replace(
    /(^|\n)(—|–|―|--)(?=[^\n]*$)/,
    (_, start: string, dash: string) => start + (DASHES[dash] ?? `\\${dash}`),
  );
}

const DASHES: Readonly<Record<string, string>> = { "—": "&mdash;", "–": "&ndash;", "―": "&#8213;" };

function writeCode(lang: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${lang}\n${text}${text === "" ? "" : "\n"}${fence}`;
}

function writeFigure(src: string, alt: string, caption: readonly Inline[], span: Block["span"]): string {
  const image = writeInlines([{ type: "image", src, alt, span }]);
  if (caption.length === 0) return image;
  const plain = writeInlines(caption);
  const quote = !plain.includes('"') || plain.includes("'") ? '"' : "'";
  return `${image.slice(0, -1)} ${quote}${writeInlines(caption, { ...PLAIN, quote })}${quote})`;
}

const CELL: Place = { ...PLAIN, cell: true };

function writeRow(cells: readonly TableCell[]): string {
  return `| ${cells.map(({ inlines }) => writeInlines(inlines, CELL)).join(" | ")} |`;
}

const ALIGNS: Readonly<Record<NonNullable<Align> | "none", string>> = {
  start: ":--",
  center: ":-:",
  end: "--:",
  none: "---",
};

function writeAligns(aligns: readonly Align[]): string {
  return `| ${aligns.map((align) => ALIGNS[align ?? "none"]).join(" | ")} |`;
}
