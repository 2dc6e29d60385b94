import type { ParagraphMarkup } from "./markup.ts";

/**
 * What the templates in `templates/pptx` are given: plain data, in the units of the format. The templates decide
 * nothing but markup; every decision is made before.
 */

/** A slot of the theme's colour scheme (ECMA-376 §20.1.10.54): colours are never written as numbers on a slide. */
export type SchemeColor =
  | "bg1"
  | "tx1"
  | "bg2"
  | "tx2"
  | "accent1"
  | "accent2"
  | "accent3"
  | "accent4"
  | "accent5"
  | "accent6"
  | "hlink"
  | "dk1"
  | "lt1";

/** In EMU, from the physical top left corner. */
export interface Transform {
  readonly x: number;
  readonly y: number;
  readonly cx: number;
  readonly cy: number;
}

export interface RunView {
  readonly kind: "text" | "break" | "field";
  readonly text: string;
  /** BCP 47 tag of the run, e.g. `he-IL`. */
  readonly lang: string;
  readonly bold?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  /** Hundredths of a point; absent where the placeholder's size holds. */
  readonly size?: number;
  /** Percent of the size above (+) or below (−) the line, in thousandths. */
  readonly baseline?: number;
  readonly color?: SchemeColor;
  /** Six hexadecimal digits, for the one thing whose colour no theme may change: a marking of the Traffic Light Protocol. */
  readonly rgb?: string;
  readonly highlight?: SchemeColor;
  readonly mono?: boolean;
  /** Name of the theme font to use instead of the minor one: `+mj` for headings. */
  readonly heading?: boolean;
  readonly link?: LinkView;
}

export interface LinkView {
  readonly id: string;
  /** A jump inside the file, rather than an address. */
  readonly internal: boolean;
}

export type BulletView =
  | { readonly none: true }
  | { readonly char: string }
  | { readonly auto: string; readonly start: number | null };

export interface ParagraphView {
  readonly level: number;
  readonly align: "l" | "r" | "ctr";
  readonly rtl: 0 | 1;
  /** Absent where the placeholder's bullet holds. */
  readonly bullet?: BulletView;
  /** EMU from the start side; absent where the level's margin holds. */
  readonly margin?: number;
  readonly indent?: number;
  /** Hundredths of a point above the paragraph. */
  readonly before?: number;
  readonly runs: readonly RunView[];
  /** Language of the paragraph's end mark. */
  readonly lang: string;
  readonly size?: number;
}

export interface PlaceholderView {
  readonly type?: string;
  readonly idx?: number;
  readonly size?: string;
}

export interface BodyView {
  readonly anchor: "t" | "ctr" | "b" | null;
  /** EMU of padding on all four sides; absent where the layout's holds. */
  readonly inset?: number;
  /** Thousandths of a percent; absent where the text fits as it is. */
  readonly fontScale?: number;
  readonly lineReduction?: number;
  readonly autofit: boolean;
  readonly rtl: 0 | 1;
  readonly paragraphs: readonly ParagraphMarkup[];
}

export interface TextShapeView {
  readonly kind: "sp";
  readonly id: number;
  readonly name: string;
  readonly description?: string;
  readonly decorative?: boolean;
  readonly textBox?: boolean;
  readonly placeholder?: PlaceholderView;
  readonly transform?: Transform;
  readonly geometry?: string;
  /** Corner radius of a `roundRect` in hundred-thousandths of the shorter side. */
  readonly radius?: number;
  readonly fill?: SchemeColor;
  /** As in a run. */
  readonly rgb?: string;
  readonly line?: { readonly color: SchemeColor; readonly width: number };
  readonly noLine?: boolean;
  readonly body?: BodyView;
}

/** What a shape looks like, apart from its text. */
export type Look = Pick<TextShapeView, "geometry" | "radius" | "fill" | "line">;

export interface PictureView {
  readonly kind: "pic";
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly placeholder?: PlaceholderView;
  readonly transform: Transform;
  readonly embed: string;
  /** Relationship of the vector original, where the picture is an SVG. */
  readonly vector?: string;
}

export interface CellView {
  readonly body: BodyView;
}

export interface TableView {
  readonly kind: "table";
  readonly id: number;
  readonly name: string;
  readonly description?: string;
  readonly placeholder?: PlaceholderView;
  readonly transform: Transform;
  readonly rtl: 0 | 1;
  readonly headed: boolean;
  readonly columns: readonly number[];
  readonly rows: readonly { readonly height: number; readonly cells: readonly CellView[] }[];
}

export type ShapeView = TextShapeView | PictureView | TableView;

/** One paragraph, or a whole shape, that appears. */
export interface EffectView {
  readonly shape: number;
  readonly paragraph: number | null;
}
