import { extname } from "node:path";
import type { Maker } from "./format.ts";

export interface Format {
  /** How the names end, in lower case. */
  readonly endings: readonly string[];
  readonly what: string;
  /** Whether a browser prints it by itself, is steered for it, or has no part in it. */
  readonly browser: "none" | "prints" | "steered";
  /** Loads what makes it: a PowerPoint file needs nothing of what pages are made with. */
  readonly load: () => Promise<Maker>;
}

const FOLDER: Format = {
  endings: ["/"],
  what: "folder for a web server",
  browser: "none",
  load: async () => (await import("./pages.ts")).makeFolder,
};

/** Every format, by how the file's name ends; the longer ending before the shorter. A new one is one row. */
export const FORMATS: readonly Format[] = [
  {
    endings: [".pptx"],
    what: "PowerPoint",
    browser: "none",
    load: async () => (await import("./office.ts")).makePptx,
  },
  {
    endings: [".docx"],
    what: "Word",
    browser: "none",
    load: async () => (await import("./office.ts")).makeDocx,
  },
  {
    endings: [".handout.pdf"],
    what: "handout, PDF",
    browser: "prints",
    load: async () => (await import("./pages.ts")).makeHandoutPdf,
  },
  {
    endings: [".handout.html"],
    what: "handout, HTML",
    browser: "none",
    load: async () => (await import("./pages.ts")).makeHandoutHtml,
  },
  { endings: [".pdf"], what: "PDF", browser: "prints", load: async () => (await import("./pages.ts")).makePdf },
  {
    endings: [".html", ".htm"],
    what: "HTML",
    browser: "none",
    load: async () => (await import("./pages.ts")).makeHtml,
  },
  {
    endings: [".notes.txt", ".script.txt"],
    what: "notes to read from",
    browser: "none",
    load: async () => (await import("./texts.ts")).makeScript,
  },
  {
    endings: [".txt"],
    what: "outline",
    browser: "none",
    load: async () => (await import("./texts.ts")).makeOutline,
  },
  {
    endings: [".md", ".markdown"],
    what: "Markdown",
    browser: "none",
    load: async () => (await import("./texts.ts")).makeMarkdown,
  },
  {
    endings: [".cover.png", ".cover.jpg", ".cover.jpeg"],
    what: "cover picture",
    browser: "steered",
    load: async () => (await import("./pages.ts")).makeCover,
  },
  {
    endings: [".png", ".jpg", ".jpeg"],
    what: "pictures",
    browser: "steered",
    load: async () => (await import("./pages.ts")).makePictures,
  },
  FOLDER,
];

/** The format that a path asks for; null for an ending that nobody knows. */
export function formatOf(path: string): Format | null {
  const name = path.toLowerCase().replaceAll("\\", "/");
  const known = FORMATS.find(({ endings }) => endings.some((ending) => name.endsWith(ending)));
  return known ?? (extname(path) === "" ? FOLDER : null);
}
