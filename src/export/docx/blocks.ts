import {
  AlignmentType,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { Align, Block, Figure, Inline, List, ListItem, Panel } from "../../deck/types.ts";
import { LIKELIHOOD_RANGES, labelsOf } from "../../render/labels.ts";
import { isolateMarks } from "../marks.ts";
import { BULLETS, type DocxContext, numbering } from "./context.ts";
import { MONO, plainRun, runsOf } from "./runs.ts";

export type Piece = Paragraph | Table;

/** Pixels across the text column of A4 with our margins, at Word's 96 to the inch. */
const COLUMN = 600;

/** Blocks as paragraphs and tables, in order. @param level Of the list that they stand in, from 0; −1 outside. */
export function piecesOf(blocks: readonly Block[], context: DocxContext, level = -1): Piece[] {
  return blocks.flatMap((block) => pieces(block, context, level));
}

function pieces(block: Block, context: DocxContext, level: number): Piece[] {
  switch (block.type) {
    case "paragraph":
      return [paragraph(block.inlines, context)];
    case "subheading":
      return [paragraph(block.inlines, context, { heading: HeadingLevel.HEADING_3 })];
    case "list":
      return listPieces(block, context, level + 1);
    case "sources":
      return listPieces({ ...block, type: "list", ordered: true, start: 1, steps: false }, context, level + 1);
    case "table":
      return [
        grid(
          [block.head, ...block.rows].map((row) => row.map((cell) => cell.inlines)),
          block.align,
          true,
          context,
        ),
      ];
    case "quote":
      return [
        ...piecesOf(block.blocks, { ...context, paragraph: { style: "Quote" } }, level),
        ...(block.attribution.length === 0 ? [] : [paragraph(block.attribution, context, { style: "Attribution" })]),
      ];
    case "code":
      return block.text.split("\n").map((line) => codeLine(line));
    case "figure":
      return figurePieces(block, context);
    case "columns":
    case "comparison":
    case "options":
      return [panelsTable(block.panels, context)];
    case "timeline":
      return [
        grid(
          block.events.map(({ when, what }) => [when, what]),
          [],
          false,
          context,
        ),
      ];
    case "number":
      return [
        paragraph(block.value, context, { style: "Figure" }),
        ...(block.label.length === 0
          ? []
          : [paragraph(block.label, { ...context, look: { bold: true, boldComplexScript: true } })]),
        ...piecesOf(block.blocks, context, level),
      ];
    case "judgment":
      return [...piecesOf(block.blocks, context, level), ...scaleLines(block, context)];
  }
}

/** A paragraph of inlines in the deck's direction. */
export function paragraph(
  inlines: readonly Inline[],
  context: DocxContext,
  options: IParagraphOptions = {},
): Paragraph {
  const children = runsOf(inlines, { dir: context.dir, look: context.look });
  return new Paragraph({ ...context.paragraph, ...options, bidirectional: context.dir === "rtl", children });
}

/** A paragraph of plain text. */
export function plainParagraph(text: string, context: DocxContext, options: IParagraphOptions = {}): Paragraph {
  const children = [plainRun(text, { dir: context.dir, look: context.look })];
  return new Paragraph({ ...context.paragraph, ...options, bidirectional: context.dir === "rtl", children });
}

function listPieces(list: List, context: DocxContext, level: number): Piece[] {
  const deep = Math.min(level, 4);
  const reference = list.ordered ? numbering(list.start, context) : BULLETS;
  const instance = list.ordered ? context.lists.count++ : 0;
  return list.items.flatMap((item) => itemPieces(item, { reference, level: deep, instance }, context, level));
}

function itemPieces(
  { blocks, checked }: ListItem,
  mark: NonNullable<IParagraphOptions["numbering"]>,
  context: DocxContext,
  level: number,
): Piece[] {
  const box = checked === null ? "" : checked ? "☑ " : "☐ ";
  const [first, ...rest] = blocks;
  const head = first?.type === "paragraph" ? first.inlines : [];
  const boxed: readonly Inline[] =
    box === "" ? head : [{ type: "text", text: box, span: { start: 0, end: 0 } }, ...head];
  const others = first?.type === "paragraph" ? rest : blocks;
  return [paragraph(boxed, context, { numbering: mark, style: "ListParagraph" }), ...piecesOf(others, context, level)];
}

/** Code runs left to right. */
function codeLine(line: string): Paragraph {
  return new Paragraph({
    style: "Code",
    alignment: AlignmentType.LEFT,
    shading: { type: ShadingType.CLEAR, fill: "EEF1F6" },
    children: [plainRun(line.replaceAll("\t", "    "), { dir: "ltr", look: { font: MONO } })],
  });
}

function figurePieces({ src, alt, caption }: Figure, context: DocxContext): Piece[] {
  const picture = context.pictures.get(src);
  const data = picture?.raster ?? picture?.bytes;
  const type = picture === undefined ? undefined : picture.raster !== null ? "png" : TYPES[picture.type];
  const below = caption.length === 0 ? [] : [paragraph(caption, context, { style: "Caption" })];
  if (picture === undefined || data === undefined || type === undefined) {
    return [plainParagraph(`[${alt === "" ? src : alt}]`, context), ...below];
  }
  const width = Math.min(COLUMN, picture.width);
  const height = Math.max(1, Math.round((width * picture.height) / picture.width));
  const image = new ImageRun({
    type,
    data,
    transformation: { width, height },
    altText: { name: src, title: "", description: alt },
  });
  return [new Paragraph({ alignment: AlignmentType.CENTER, children: [image] }), ...below];
}

const TYPES: Readonly<Record<string, "png" | "jpg" | "gif">> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
};

/** A table whose first column is where reading starts. */
function grid(
  rows: readonly (readonly (readonly Inline[])[])[],
  align: readonly Align[],
  headed: boolean,
  context: DocxContext,
): Table {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  return new Table({
    visuallyRightToLeft: context.dir === "rtl",
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: Array.from({ length: columns }, () => Math.floor(9000 / columns)),
    rows: rows.map((row, at) => {
      const isHead = headed && at === 0;
      const look = isHead ? { bold: true, boldComplexScript: true } : {};
      const children = Array.from({ length: columns }, (_, column) =>
        tableCell(
          [paragraph(row[column] ?? [], { ...context, look }, { alignment: alignmentOf(align[column] ?? null) })],
          isHead,
        ),
      );
      return new TableRow({ tableHeader: isHead, cantSplit: true, children });
    }),
  });
}

function alignmentOf(align: Align) {
  return align === "center" ? AlignmentType.CENTER : align === "end" ? AlignmentType.END : AlignmentType.START;
}

/** A cell has to end with a paragraph (ECMA-376 §17.4.66). */
function tableCell(children: Piece[], isHead: boolean): TableCell {
  const last = children.at(-1);
  return new TableCell({
    children: last instanceof Paragraph ? children : [...children, new Paragraph({})],
    verticalAlign: VerticalAlignTable.TOP,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: "EEF1F6" } } : {}),
  });
}

/** Panels side by side: their heads above their contents. */
function panelsTable(panels: readonly Panel[], context: DocxContext): Table {
  const head = panels.map(({ title }) =>
    paragraph(title, { ...context, look: { bold: true, boldComplexScript: true } }),
  );
  return new Table({
    visuallyRightToLeft: context.dir === "rtl",
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: panels.map(() => Math.floor(9000 / Math.max(1, panels.length))),
    rows: [
      new TableRow({ tableHeader: true, children: head.map((title) => tableCell([title], true)) }),
      new TableRow({ children: panels.map(({ blocks }) => tableCell(piecesOf(blocks, context), false)) }),
    ],
  });
}

function scaleLines({ likelihood, confidence }: Extract<Block, { type: "judgment" }>, context: DocxContext): Piece[] {
  const labels = labelsOf(context.lang);
  const { open, close } = isolateMarks(context.dir, "ltr");
  const look = { bold: true, boldComplexScript: true };
  return [
    ...(likelihood === null
      ? []
      : [`${labels.likelihood}: ${labels.likelihoods[likelihood]} (${open}${LIKELIHOOD_RANGES[likelihood]}${close})`]),
    ...(confidence === null ? [] : [`${labels.confidence}: ${labels.confidences[confidence]}`]),
  ].map((line) => plainParagraph(line, { ...context, look }));
}
