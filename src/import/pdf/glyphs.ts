/** What a page draws → glyphs, rules and pictures with their places (ISO 32000-2 §9.4.4, text space). */

import type { Operator, PdfFont, PdfPage } from "./pdfjs.ts";

/** A glyph on the page, in points; y grows downward and is the baseline. */
export interface Glyph {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  /** Glyphs drawn by one operator have the same number: a writer draws a run of one direction at once. */
  readonly run: number;
  /** When it was drawn: its place among the glyphs of the page. */
  readonly order: number;
}
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}
export interface Drawn {
  readonly glyphs: readonly Glyph[];
  /** Thin lines, horizontal or vertical. */
  readonly rules: readonly Box[];
  /** Small drawn squares and circles: the bullets of lists, where a writer draws them. */
  readonly dots: readonly Box[];
  readonly images: readonly (Box & { readonly id: string })[];
}

type Matrix = readonly [number, number, number, number, number, number];

function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

function toMatrix(value: unknown): Matrix {
  const list = value as ArrayLike<number>;
  return [list[0] ?? 1, list[1] ?? 0, list[2] ?? 0, list[3] ?? 1, list[4] ?? 0, list[5] ?? 0];
}

interface State {
  matrix: Matrix;
  font: PdfFont | null;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
}

/** The widest line that is still a rule, in points. */
const RULE = 2.5;
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Runs the operators of a page. */
export function drawPage(page: PdfPage): Drawn {
  const canvas = new Canvas(page);
  for (const operator of page.operators) canvas.run(operator);
  return canvas;
}

class Canvas implements Drawn {
  readonly glyphs: Glyph[] = [];
  readonly rules: Box[] = [];
  readonly dots: Box[] = [];
  readonly images: (Box & { readonly id: string })[] = [];
  private state: State;
  private readonly stack: State[] = [];
  private textMatrix: Matrix = IDENTITY;
  private lineMatrix: Matrix = IDENTITY;
  private runs = 0;
  private readonly page: PdfPage;

  constructor(page: PdfPage) {
    this.page = page;
    this.state = {
      matrix: toMatrix(page.transform),
      font: null,
      size: 0,
      charSpacing: 0,
      wordSpacing: 0,
      stretch: 1,
      leading: 0,
      rise: 0,
    };
  }

  run({ name, args }: Operator): void {
    OPERATORS[name]?.(this, args);
  }

  save(): void {
    this.stack.push({ ...this.state });
  }

  restore(): void {
    this.state = this.stack.pop() ?? this.state;
  }

  set(change: Partial<State>): void {
    Object.assign(this.state, change);
  }

  transform(matrix: Matrix): void {
    this.state.matrix = multiply(this.state.matrix, matrix);
  }

  setFont(id: unknown, size: number): void {
    this.set({ font: this.page.font(String(id)), size });
  }

  beginText(matrix: Matrix = IDENTITY): void {
    this.textMatrix = matrix;
    this.lineMatrix = matrix;
  }

  moveText(x: number, y: number): void {
    this.beginText(multiply(this.lineMatrix, [1, 0, 0, 1, x, y]));
  }

  nextLine(): void {
    this.moveText(0, -this.state.leading);
  }

  /** §9.4.4: after a glyph, text moves on by ((w0 - Tj / 1000) * size + Tc + Tw) * Th. */
  showText(items: readonly unknown[]): void {
    const { font, size, charSpacing, wordSpacing, stretch, rise } = this.state;
    this.runs++;
    let x = 0;
    for (const item of items) {
      if (typeof item === "number") x -= (item / 1000) * size * stretch;
      if (typeof item !== "object" || item === null) continue;
      const {
        unicode = "",
        width = 0,
        isSpace = false,
      } = item as { unicode?: string; width?: number; isSpace?: boolean };
      const ink = width * (font?.scale ?? 0.001) * size * stretch;
      const advance = ink + (charSpacing + (isSpace ? wordSpacing : 0)) * stretch;
      this.place(unicode, x, x + ink, rise, font?.bold ?? false);
      x += advance;
    }
    this.textMatrix = multiply(this.textMatrix, [1, 0, 0, 1, x, 0]);
  }

  private place(text: string, from: number, to: number, rise: number, bold: boolean): void {
    const matrix = multiply(this.state.matrix, this.textMatrix);
    const [a, b, c, d, e, f] = matrix;
    // Text that does not run level is a watermark or a label of a chart, no prose.
    if (Math.abs(b) > Math.abs(a) * 0.2 || text === "") return;
    const xs = [a * from + c * rise + e, a * to + c * rise + e];
    const size = Math.abs(this.state.size) * Math.hypot(c, d);
    const y = b * from + d * rise + f;
    if (![...xs, y, size].every(Number.isFinite)) return;
    this.glyphs.push({
      text,
      x0: Math.min(...xs),
      x1: Math.max(...xs),
      y,
      size,
      bold,
      run: this.runs,
      order: this.glyphs.length,
    });
  }

  /** A path is kept where it is a thin line, or the frame of a cell. */
  path(box: ArrayLike<number> | null, isStroke: boolean): void {
    if (!box) return;
    const { x0, y0, x1, y1 } = this.boxOf([box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0]);
    const [width, height] = [x1 - x0, y1 - y0];
    if (Math.abs(width - height) < 1 && width > 1.5 && width < 8) this.dots.push({ x0, y0, x1, y1 });
    if ((width <= RULE && height > 4) || (height <= RULE && width > 4)) this.rules.push({ x0, y0, x1, y1 });
    else if (isStroke && width > 8 && height > 8) {
      this.rules.push({ x0, y0, x1, y1: y0 }, { x0, y0: y1, x1, y1 }, { x0, y0, x1: x0, y1 }, { x0: x1, y0, x1, y1 });
    }
  }

  image(id: unknown): void {
    this.images.push({ ...this.boxOf([0, 0, 1, 1]), id: String(id) });
  }

  private boxOf([left, top, right, bottom]: readonly [number, number, number, number]): Box {
    const [a, b, c, d, e, f] = this.state.matrix;
    const corners = [
      [left, top],
      [right, top],
      [left, bottom],
      [right, bottom],
    ] as const;
    const xs = corners.map(([x, y]) => a * x + c * y + e);
    const ys = corners.map(([x, y]) => b * x + d * y + f);
    return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
  }
}

type Run = (canvas: Canvas, args: readonly unknown[]) => void;
const first = (args: readonly unknown[]): number => Number(args[0]);

/** pdf.js's OPS codes for strokes: stroke, closeStroke, and fill with stroke. */
const STROKES: ReadonlySet<number> = new Set([20, 21, 24, 25, 26, 27]);

const OPERATORS: Readonly<Record<string, Run>> = {
  save: (canvas) => canvas.save(),
  restore: (canvas) => canvas.restore(),
  transform: (canvas, args) => canvas.transform(toMatrix(args)),
  paintFormXObjectBegin: (canvas, args) => {
    canvas.save();
    if (args[0]) canvas.transform(toMatrix(args[0]));
  },
  paintFormXObjectEnd: (canvas) => canvas.restore(),
  beginText: (canvas) => canvas.beginText(),
  setFont: (canvas, args) => canvas.setFont(args[0], Number(args[1])),
  setCharSpacing: (canvas, args) => canvas.set({ charSpacing: first(args) }),
  setWordSpacing: (canvas, args) => canvas.set({ wordSpacing: first(args) }),
  setHScale: (canvas, args) => canvas.set({ stretch: first(args) / 100 }),
  setLeading: (canvas, args) => canvas.set({ leading: first(args) }),
  setTextRise: (canvas, args) => canvas.set({ rise: first(args) }),
  setTextMatrix: (canvas, args) => canvas.beginText(toMatrix(args[0])),
  moveText: (canvas, args) => canvas.moveText(Number(args[0]), Number(args[1])),
  setLeadingMoveText: (canvas, args) => {
    canvas.set({ leading: -Number(args[1]) });
    canvas.moveText(Number(args[0]), Number(args[1]));
  },
  nextLine: (canvas) => canvas.nextLine(),
  showText: (canvas, args) => canvas.showText((args[0] as readonly unknown[] | undefined) ?? []),
  constructPath: (canvas, args) => canvas.path(args[2] as ArrayLike<number> | null, STROKES.has(first(args))),
  paintImageXObject: (canvas, args) => canvas.image(args[0]),
};
