import { svg } from "../dom.ts";

/** Paths on a 24-unit square, stroked with the current colour. Those with a direction point as in left-to-right. */
const PATHS = {
  save: "M5 4h11l3 3v13H5zM8 4v5h7V4M8 20v-6h8v6",
  undo: "M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
  redo: "M15 14l5-5-5-5M20 9H10a6 6 0 0 0 0 12h3",
  find: "M11 11m-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0M16 16l5 5",
  newSlide: "M4 6h12v9H4zM19 13v8M15 17h8",
  insertLayout: "M4 4h7v6H4zM13 4h7v6h-7zM4 13h7v7H4zM13 13h7v7h-7z",
  duplicate: "M8 8h12v9H8zM16 8V5H4v9h4",
  moveUp: "M12 19V5M6 11l6-6 6 6",
  moveDown: "M12 5v14M6 13l6 6 6-6",
  hide: "M3 12c4-7 14-7 18 0-4 7-14 7-18 0zM12 12m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M4 20L20 4",
  remove: "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13",
  insertPicture: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9h.01",
  outline: "M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01",
  present: "M3 5h18v11H3zM9 20h6M12 16v4",
  export: "M12 4v11M7 11l5 5 5-5M5 20h14",
  help: "M9 9a3 3 0 1 1 4 3c-1 .6-1 1-1 2M12 18h.01",
} as const;
export type EditorIcon = keyof typeof PATHS;

export function editorIcon(name: EditorIcon): SVGElement {
  return svg(
    "svg",
    { viewBox: "0 0 24 24", class: `icon icon-${name}`, "aria-hidden": "true", focusable: "false" },
    svg("path", { d: PATHS[name] }),
  );
}
