/** An element of an XML part. Names are as written, with their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Character data directly inside the element. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/** A part nested deeper, or with more elements, is refused: it was not made by an office program. */
const MAX_DEPTH = 200;
const MAX_ELEMENTS = 500_000;

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)|</g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Reads a part of an office file: well-formed XML without a document type, so without entities of its own.
 * @returns the root, or null where it is something else.
 */
export function readXml(xml: string): XmlElement | null {
  const root: OpenElement = { name: "", attributes: new Map(), children: [], text: "" };
  const open: OpenElement[] = [root];
  let count = 0;
  for (const [token, cdata, closing, name, attributes = "", empty, data] of xml.matchAll(TOKEN)) {
    const current = open.at(-1);
    if (token === "<" || current === undefined) return null;
    if (cdata !== undefined) current.text += cdata;
    else if (data !== undefined) current.text += decodeEntities(data);
    else if (closing !== undefined) {
      if (open.length < 2 || current.name !== closing) return null;
      open.pop();
    } else if (name !== undefined) {
      const element: OpenElement = { name, attributes: readAttributes(attributes), children: [], text: "" };
      current.children.push(element);
      count += 1;
      if (empty !== "/") open.push(element);
      if (open.length > MAX_DEPTH || count > MAX_ELEMENTS) return null;
    }
  }
  return open.length === 1 && root.children.length === 1 ? (root.children[0] ?? null) : null;
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single] of text.matchAll(ATTRIBUTE)) {
    attributes.set(name, decodeEntities(double ?? single ?? ""));
  }
  return attributes;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}

/** Every element below `root` of one of the names, in document order. */
export function findAll(root: XmlElement, ...names: readonly string[]): XmlElement[] {
  return root.children.flatMap((child) => [
    ...(names.includes(child.name) ? [child] : []),
    ...findAll(child, ...names),
  ]);
}

/** The first element below `root` of that name, or null. */
export function findFirst(root: XmlElement, name: string): XmlElement | null {
  for (const child of root.children) {
    const found = child.name === name ? child : findFirst(child, name);
    if (found !== null) return found;
  }
  return null;
}
