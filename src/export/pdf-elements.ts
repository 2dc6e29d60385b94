import type { PdfObjects } from "./pdf-file.ts";

/** Chromium's names of structure elements are numbers of its own nodes, which differ from one run to the next. */
const NODE = /\((node\d+)\)/g;

/**
 * Names the elements of the structure tree by their order alone, so that the same deck gives the same file. The order of
 * the names stays, as a name tree is sorted by them (ISO 32000-1 §7.9.6). A parenthesis that belongs to a text is escaped
 * or stands in hexadecimal, so that nothing but such a name looks like one.
 */
export function renameElements(objects: PdfObjects): void {
  const names = new Set<string>();
  for (const object of objects.values())
    if (typeof object === "string") for (const [, name = ""] of object.matchAll(NODE)) names.add(name);
  const order = new Map([...names].sort().map((name, index) => [name, `(e${String(index).padStart(8, "0")})`]));
  for (const [number, object] of objects) {
    if (typeof object !== "string" || !object.includes("(node")) continue;
    objects.set(
      number,
      object.replace(NODE, (whole, name: string) => order.get(name) ?? whole),
    );
  }
}
