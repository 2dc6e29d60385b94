import { findAll, findFirst, type XmlElement } from "../xml-read.ts";
import type { FooterSlots } from "./furniture.ts";
import type { Flow } from "./language.ts";
import type { Slot } from "./layouts.ts";
import type { ReferencePackage } from "./reference-package.ts";
import type { ColorMap } from "./theme.ts";
import type { Box } from "./units.ts";
import type { PlaceholderView } from "./view.ts";

/** A layout of somebody else's, as far as slides have to know it. */
export interface LayoutPart {
  readonly path: string;
  readonly name: string;
  readonly type: string | null;
  readonly slots: readonly Slot[];
  readonly mapping: ColorMap | null;
  readonly footers: FooterSlots;
}

export interface MasterPart {
  readonly theme: string;
  readonly title: Box;
  readonly body: Box;
  /** Pixels, by level. */
  readonly bodySizes: readonly number[];
  readonly layouts: readonly LayoutPart[];
}

const EMU_PER_PX = 9525;

/** A placeholder as it stands in a part. */
interface Holder {
  readonly type: string;
  readonly idx: number | null;
  readonly size: string | null;
  readonly box: Box | null;
  readonly styles: XmlElement | null;
  readonly anchor: string | null;
}

/** What placeholders are to us; those that are missing here are no place for a deck's text. */
const SLOTS: Readonly<Record<string, Slot["type"]>> = {
  title: "title",
  ctrTitle: "title",
  subTitle: "subtitle",
  body: "body",
  obj: "body",
  tbl: "object",
  pic: "picture",
};

/** Reads a master and its layouts. @returns null where it has no title or no body: then nothing could be placed by it. */
export function readMaster(reference: ReferencePackage, path: string, flow: Flow): MasterPart | null {
  const root = reference.xml(path);
  const relations = reference.relations(path);
  const theme = relations.find(({ type }) => type === "theme")?.target;
  if (root === null || theme === undefined) return null;
  const holders = readHolders(root, flow);
  const title = holders.find(({ type }) => type === "title")?.box;
  const body = holders.find(({ type }) => type === "body")?.box;
  if (title === undefined || title === null || body === undefined || body === null) return null;
  const styles = findFirst(root, "p:txStyles");
  const sizes = {
    title: sizesOf(styles === null ? null : findFirst(styles, "p:titleStyle"), [60]),
    body: sizesOf(styles === null ? null : findFirst(styles, "p:bodyStyle"), [37, 32, 27]),
  };
  const bodyStyle = styles === null ? null : findFirst(styles, "p:bodyStyle");
  const context: LayoutContext = { flow, masters: holders, sizes, bulleted: isBulleted(bodyStyle) ?? true };
  const layouts = relations
    .filter(({ type }) => type === "slideLayout")
    .flatMap(({ target }) => readLayout(reference, target, context) ?? []);
  return { theme, title, body, bodySizes: sizes.body, layouts };
}

interface LayoutContext {
  readonly flow: Flow;
  readonly masters: readonly Holder[];
  readonly sizes: { readonly title: readonly number[]; readonly body: readonly number[] };
  readonly bulleted: boolean;
}

function readLayout(reference: ReferencePackage, path: string, context: LayoutContext): LayoutPart | null {
  const root = reference.xml(path);
  if (root === null) return null;
  const holders = readHolders(root, context.flow);
  const type = root.attributes.get("type") ?? null;
  const footer = (wanted: string): PlaceholderView | null => {
    const holder = holders.find((candidate) => candidate.type === wanted);
    return holder === undefined ? null : viewOf(holder);
  };
  return {
    path,
    type,
    name: findFirst(root, "p:cSld")?.attributes.get("name") ?? "",
    slots: holders.flatMap(
      (holder) => slotOf(holder, type === "twoTxTwoObj" && isHead(holder, holders), context) ?? [],
    ),
    mapping: mappingOf(root),
    footers: { footer: footer("ftr"), number: footer("sldNum") },
  };
}

function readHolders(root: XmlElement, flow: Flow): Holder[] {
  return findAll(root, "p:sp").flatMap((shape) => {
    const ph = findFirst(shape, "p:ph");
    if (ph === null) return [];
    const body = findFirst(shape, "a:bodyPr");
    return [
      {
        type: ph.attributes.get("type") ?? "obj",
        idx: ph.attributes.has("idx") ? Number(ph.attributes.get("idx")) : null,
        size: ph.attributes.get("sz") ?? null,
        box: boxOf(shape, flow),
        styles: findFirst(shape, "a:lstStyle"),
        anchor: body?.attributes.get("anchor") ?? null,
      },
    ];
  });
}

/** In pixels, counted from the side where reading starts. */
function boxOf(shape: XmlElement, flow: Flow): Box | null {
  const frame = findFirst(shape, "a:xfrm");
  const off = frame === null ? null : findFirst(frame, "a:off");
  const ext = frame === null ? null : findFirst(frame, "a:ext");
  if (off === null || ext === null) return null;
  const px = (element: XmlElement, name: string): number => Number(element.attributes.get(name) ?? 0) / EMU_PER_PX;
  const [left, w] = [px(off, "x"), px(ext, "cx")];
  const x = flow.dir === "rtl" ? flow.width - left - w : left;
  return { x, y: px(off, "y"), w, h: px(ext, "cy") };
}

/** The bodies of a comparison that have another one below them are the heads of its columns. */
function isHead({ type, box }: Holder, holders: readonly Holder[]): boolean {
  if (type !== "body" || box === null) return false;
  return holders.some(
    (other) =>
      SLOTS[other.type] === "body" &&
      other.box !== null &&
      other.box.y > box.y &&
      other.box.x < box.x + box.w &&
      box.x < other.box.x + other.box.w,
  );
}

/** @param head Whether it is the head of a column. */
function slotOf(holder: Holder, head: boolean, context: LayoutContext): Slot | null {
  const kind = SLOTS[holder.type];
  const isTitle = kind === "title";
  const parent = context.masters.find(({ type }) => type === (isTitle ? "title" : "body"));
  const box = holder.box ?? parent?.box ?? null;
  if (kind === undefined || box === null) return null;
  const sizes = sizesOf(
    holder.styles,
    sizesOf(parent?.styles ?? null, isTitle ? context.sizes.title : context.sizes.body),
  );
  const bulleted = isBulleted(holder.styles) ?? isBulleted(parent?.styles ?? null) ?? context.bulleted;
  return {
    type: head ? "head" : kind,
    placeholder: viewOf(holder),
    box,
    anchor: holder.anchor === "ctr" || holder.anchor === "b" ? holder.anchor : "t",
    sizes,
    bulleted: !isTitle && kind !== "subtitle" && !head && bulleted,
  };
}

function viewOf({ type, idx, size }: Holder): PlaceholderView {
  return {
    ...(type === "obj" ? {} : { type }),
    ...(idx === null ? {} : { idx }),
    ...(size === null ? {} : { size }),
  };
}

/** Sizes of the first three levels in pixels, where the style says them. */
function sizesOf(style: XmlElement | null, otherwise: readonly number[]): readonly number[] {
  if (style === null) return otherwise;
  const sizes = [1, 2, 3].map((level) => {
    const properties = findFirst(style, `a:lvl${level}pPr`);
    const run = properties === null ? null : findFirst(properties, "a:defRPr");
    return Number(run?.attributes.get("sz")) / 75;
  });
  return sizes.map((size, at) => (size > 0 ? size : (otherwise[Math.min(at, otherwise.length - 1)] ?? 36)));
}

/** Whether the first level has a bullet; null where the style does not say. */
function isBulleted(style: XmlElement | null): boolean | null {
  const level = style === null ? null : findFirst(style, "a:lvl1pPr");
  if (level === null) return null;
  if (findFirst(level, "a:buNone") !== null) return false;
  return findFirst(level, "a:buChar") !== null || findFirst(level, "a:buAutoNum") !== null ? true : null;
}

function mappingOf(root: XmlElement): ColorMap | null {
  const attributes = findFirst(root, "a:overrideClrMapping")?.attributes;
  if (attributes === undefined) return null;
  const color = (name: string): string => attributes.get(name) ?? name;
  return {
    bg1: color("bg1"),
    tx1: color("tx1"),
    bg2: color("bg2"),
    tx2: color("tx2"),
    accent1: color("accent1"),
    accent5: color("accent5"),
    hlink: color("hlink"),
    folHlink: color("folHlink"),
  };
}
