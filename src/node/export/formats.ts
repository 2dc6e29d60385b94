import { extname } from "node:path";
import type { Maker } from "./format.ts";

export interface Format {
  /** How the names end, in lower case. */
  readonly endings: readonly string[];
  readonly what: string;
  /** Whether a browser is steered for it, which takes a while to start. (PDF has it print by itself.) */
  readonly steersBrowser: boolean;
  /** Loads what makes it: a PowerPoint file needs nothing of what pages are made with. */
  readonly load: () => Promise<Maker>;
}

const FOLDER: Format = {
  endings: ["/"],
  what: "folder for a web server",
  steersBrowser: false,
  load: async () => (await import("./pages.ts")).makeFolder,
};

/** Every format, by how the file's name ends; the longer ending before the shorter. A new one is one row. */
export const FORMATS: readonly Format[] = [
  {
    endings: [".pptx"],
    what: "PowerPoint",
    steersBrowser: false,
    load: async () => (await import("./office.ts")).makePptx,
  },
  {
    endings: [".docx"],
    what: "Word",
    steersBrowser: false,
    load: async () => (await import("./office.ts")).makeDocx,
  },
  {
    endings: [".handout.pdf"],
    what: "handout, PDF",
    steersBrowser: false,
    load: async () => (await import("./pages.ts")).makeHandoutPdf,
  },
  {
    endings: [".handout.html"],
    what: "handout, HTML",
    steersBrowser: false,
    load: async () => (await import("./pages.ts")).makeHandoutHtml,
  },
  { endings: [".pdf"], what: "PDF", steersBrowser: false, load: async () => (await import("./pages.ts")).makePdf },
  {
    endings: [".html", ".htm"],
    what: "HTML",
    steersBrowser: false,
    load: async () => (await import("./pages.ts")).makeHtml,
  },
  {
    endings: [".notes.txt", ".script.txt"],
    what: "notes to read from",
    steersBrowser: false,
    load: async () => (await import("./texts.ts")).makeScript,
  },
  {
    endings: [".txt"],
    what: "outline",
    steersBrowser: false,
    load: async () => (await import("./texts.ts")).makeOutline,
  },
  {
    endings: [".md", ".markdown"],
    what: "Markdown",
    steersBrowser: false,
    load: async () => (await import("./texts.ts")).makeMarkdown,
  },
  {
    endings: [".cover.png", ".cover.jpg", ".cover.jpeg"],
    what: "cover picture",
    steersBrowser: true,
    load: async () => (await import("./pages.ts")).makeCover,
  },
  {
    endings: [".png", ".jpg", ".jpeg"],
    what: "pictures",
    steersBrowser: true,
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
