import { findAll, findFirst, readXml, type XmlElement } from "../xml-read.ts";
import { unzipParts } from "../zip.ts";

/** A part of a template that goes into the file as it is. */
export interface ReferencePart {
  readonly path: string;
  /** Content type where it is said for this part alone; null where the ending says it. */
  readonly type: string | null;
  readonly content: Uint8Array;
}

export interface ReferencePackage {
  /** Pixels of 9525 EMU. */
  readonly width: number;
  readonly height: number;
  readonly masters: readonly { readonly id: number; readonly path: string }[];
  /** What the masters need: layouts, themes, pictures; never slides, and nothing that runs. */
  readonly parts: readonly ReferencePart[];
  readonly xml: (path: string) => XmlElement | null;
  readonly relations: (path: string) => readonly ReferenceRelation[];
}

export interface ReferenceRelation {
  readonly id: string;
  /** The last word of its type, e.g. `slideLayout`. */
  readonly type: string;
  /** Of the part; an address where it is external. */
  readonly target: string;
  readonly external: boolean;
}

const EMU_PER_PX = 9525;
/** Parts that run or reach out; a template that needs one of them is refused. */
const REFUSED =
  /^(?:vbaProject|control|activeXControlBinary|oleObject|attachedTemplate|slide|notesSlide|externalLink)$/;

/** Reads somebody else's template. @returns null where it is none, or holds what must not be carried over. */
export function readReference(bytes: Uint8Array): ReferencePackage | null {
  const files = unzipParts(bytes);
  if (files === null) return null;
  const xml = (path: string): XmlElement | null => {
    const content = files.get(path);
    return content === undefined ? null : readXml(new TextDecoder().decode(content));
  };
  const relations = (path: string): readonly ReferenceRelation[] => readRelations(path, xml);
  const main = relations("").find(({ type }) => type === "officeDocument")?.target ?? "";
  const presentation = xml(main);
  const size = presentation === null ? null : findFirst(presentation, "p:sldSz");
  const width = Number(size?.attributes.get("cx")) / EMU_PER_PX;
  const height = Number(size?.attributes.get("cy")) / EMU_PER_PX;
  if (presentation === null || !isSize(width) || !isSize(height)) return null;
  const masters = mastersOf(presentation, relations(main));
  const paths = reach(
    masters.map(({ path }) => path),
    relations,
    files,
  );
  if (masters.length === 0 || paths === null) return null;
  const types = contentTypes(xml("[Content_Types].xml"));
  return { width, height, masters, parts: partsOf(paths, files, types), xml, relations };
}

/** Between one inch and the 56 that PowerPoint allows. */
function isSize(px: number): boolean {
  return px >= 96 && px <= 5376;
}

function mastersOf(presentation: XmlElement, relations: readonly ReferenceRelation[]) {
  return findAll(presentation, "p:sldMasterId").flatMap(({ attributes }) => {
    const target = relations.find(({ id }) => id === attributes.get("r:id"));
    const id = Number(attributes.get("id"));
    return target === undefined || !Number.isInteger(id) ? [] : [{ id, path: target.target }];
  });
}

/** Every part that the masters lead to. Null where one of them is missing, outside or refused. */
function reach(
  from: readonly string[],
  relations: (path: string) => readonly ReferenceRelation[],
  files: ReadonlyMap<string, Uint8Array>,
): readonly string[] | null {
  const seen = new Set<string>();
  const open = [...from];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    if (!files.has(path)) return null;
    seen.add(path);
    for (const { type, target, external } of relations(path)) {
      if (external && type === "hyperlink") continue;
      if (external || REFUSED.test(type)) return null;
      open.push(target);
    }
  }
  return [...seen].sort();
}

function partsOf(
  paths: readonly string[],
  files: ReadonlyMap<string, Uint8Array>,
  types: ReturnType<typeof contentTypes>,
): ReferencePart[] {
  return paths.flatMap((path) => {
    const content = files.get(path);
    if (content === undefined) return [];
    const at = path.lastIndexOf("/") + 1;
    const name = `${path.slice(0, at)}_rels/${path.slice(at)}.rels`;
    const links = files.get(name);
    const extension = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
    const type = types.parts.get(`/${path}`) ?? types.endings.get(extension) ?? null;
    return [{ path, type, content }, ...(links === undefined ? [] : [{ path: name, type: null, content: links }])];
  });
}

function contentTypes(root: XmlElement | null) {
  const read = (name: string, key: string): ReadonlyMap<string, string> =>
    new Map(
      (root === null ? [] : findAll(root, name)).map(({ attributes }) => [
        attributes.get(key) ?? "",
        attributes.get("ContentType") ?? "",
      ]),
    );
  return { parts: read("Override", "PartName"), endings: read("Default", "Extension") };
}

function readRelations(path: string, xml: (path: string) => XmlElement | null): readonly ReferenceRelation[] {
  const at = path.lastIndexOf("/") + 1;
  const root = xml(`${path.slice(0, at)}_rels/${path.slice(at)}.rels`);
  if (root === null) return [];
  const base = `file:///${path.slice(0, at)}`;
  return findAll(root, "Relationship").map(({ attributes }) => {
    const external = attributes.get("TargetMode") === "External";
    const target = attributes.get("Target") ?? "";
    return {
      id: attributes.get("Id") ?? "",
      type: (attributes.get("Type") ?? "").split("/").at(-1) ?? "",
      target: external ? target : insidePath(target, base),
      external,
    };
  });
}

/** A target as the path of a part. What points out of the package becomes a name that no part has. */
function insidePath(target: string, base: string): string {
  if (!URL.canParse(target, base)) return "";
  const url = new URL(target, base);
  return url.protocol === "file:" && url.host === "" ? decodeURIComponent(url.pathname.slice(1)) : "";
}
