import { type EditorKey, editorStrings } from "../../deck/editor-strings.ts";
import type { Lang } from "../../deck/types.ts";

/** Says a thing in the interface's language: `say("editor.line", { n: 3 })`. */
export type Say = (key: EditorKey, values?: Readonly<Record<string, string | number>>) => string;

export function sayIn(lang: Lang): Say {
  const strings = editorStrings(lang);
  return (key, values = {}) =>
    strings[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
