import type { Layout } from "../../deck/types.ts";
import type { FooterSlots } from "./furniture.ts";
import type { Flow } from "./language.ts";
import type { Frame, LayoutSpec } from "./layouts.ts";
import type { PackageWriter } from "./package.ts";
import type { ColorMap } from "./theme.ts";

/** A slide layout that is in the file, and what a slide on it has to know. */
export interface StageLayout {
  readonly spec: LayoutSpec;
  /** Of the part. */
  readonly path: string;
  /** Colours that the layout maps in its own way; its slides have to repeat it. */
  readonly mapping: ColorMap | null;
  readonly footers: FooterSlots;
}

/** What the slides stand on: master, layouts and theme, ours or an organisation's. */
export interface Stage {
  readonly frame: Frame;
  readonly flow: Flow;
  /** Whether each slide carries the marking, for want of a master of our own. */
  readonly marksSlides: boolean;
  readonly masters: readonly { readonly id: number; readonly path: string }[];
  layoutFor(layout: Layout): StageLayout;
  /** Puts the parts into the file. @returns the path of the presentation's theme. */
  write(writer: PackageWriter): string;
}
