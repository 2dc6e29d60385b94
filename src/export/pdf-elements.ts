import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFStream, PDFString } from "pdf-lib";

/** Chromium's names of structure elements are numbers of its own nodes, which differ from one run to the next. */
const NODE = /^node\d+$/;

/**
 * Names the elements of the structure tree by their order alone, so that the same deck gives the same file. The order of
 * the names stays, as a name tree is sorted by them (ISO 32000-1 §7.9.6).
 */
export function renameElements(pdf: PDFDocument): void {
  const names = new Set<string>();
  visit(pdf, (name) => {
    names.add(name);
    return name;
  });
  const order = new Map([...names].sort().map((name, index) => [name, `e${String(index).padStart(8, "0")}`]));
  visit(pdf, (name) => order.get(name) ?? name);
}

function visit(pdf: PDFDocument, rename: (name: string) => string): void {
  for (const [, object] of pdf.context.enumerateIndirectObjects()) visitObject(object, rename);
}

function visitObject(object: PDFObject, rename: (name: string) => string): void {
  const renamed = (value: PDFObject): PDFObject | null => {
    if (!(value instanceof PDFString) || !NODE.test(value.asString())) return null;
    return PDFString.of(rename(value.asString()));
  };
  if (object instanceof PDFArray) {
    object.asArray().forEach((value, index) => {
      const next = renamed(value);
      if (next === null) visitObject(value, rename);
      else object.set(index, next);
    });
  } else if (object instanceof PDFDict || object instanceof PDFStream) {
    const dict = object instanceof PDFStream ? object.dict : object;
    for (const [key, value] of dict.entries()) {
      const next = renamed(value);
      if (next === null) visitObject(value, rename);
      else dict.set(key, next);
    }
  }
}
