import { basename, dirname, extname, join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { serialize } from "../../deck/index.ts";
import type { Deck, Diagnostic } from "../../deck/types.ts";
import { renderStatic } from "../../export/page.ts";
import { writePptx } from "../../export/pptx/write.ts";
import { hasNotes } from "../../export/select.ts";
import { writeOutline, writeScript } from "../../export/text.ts";
import { renderHandout } from "../../render/handout.ts";
import { render } from "../../render/render.ts";
import { readTheme } from "../../render/theme.ts";
import { sha256 } from "../build.ts";
import { clientFile } from "../bundle.ts";
import { toDataAddresses } from "../deck.ts";
import { readWhole } from "../files.ts";
import type { ExportJob } from "./job.ts";
import { photographSlides } from "./photograph.ts";
import { printer } from "./print.ts";

export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What an output came to, before anything is written. */
export interface Output {
  readonly files: readonly OutputFile[];
  readonly slides: number;
  /** Whether the spoken notes can be read out of the files. */
  readonly holdsNotes: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Format {
  /** How the names end, the longest first where several fit. */
  readonly endings: readonly string[];
  readonly what: string;
  readonly needsBrowser: boolean;
  make(job: ExportJob, path: string): Promise<Output>;
}

/** Notes are for the speaker: a file for others has them only when asked for. */
const wantsNotes = ({ options }: ExportJob, byDefault = false): boolean => options.notes ?? byDefault;

function output(
  files: readonly OutputFile[],
  deck: Deck,
  notes: boolean,
  diagnostics: readonly Diagnostic[] = [],
): Output {
  return { files, slides: deck.slides.length, holdsNotes: notes && hasNotes(deck), diagnostics };
}

const pptx: Format = {
  endings: [".pptx"],
  what: "PowerPoint",
  needsBrowser: false,
  async make(job, path) {
    const notes = wantsNotes(job);
    const deck = job.deck({ notes, hidden: true });
    const { referenceDoc } = job.options;
    const theme = readTheme(job.theme, job.templates);
    const { value, diagnostics } = writePptx(deck, {
      path: job.loaded.file.shown,
      lang: job.lang,
      fill: await job.pptxFill(),
      pictures: await job.pictures(),
      theme,
      notes,
      deflate: (bytes) => deflateRawSync(bytes),
      ...(referenceDoc === null
        ? {}
        : { reference: { name: basename(referenceDoc), bytes: await readWhole(referenceDoc, REFERENCE_LIMIT) } }),
    });
    return output([{ path, content: value }], deck, notes, diagnostics);
  },
};
/** Bytes of an organisation's template. */
const REFERENCE_LIMIT = 100 * 1024 * 1024;

async function staticPage(job: ExportJob, deck: Deck, change: { readonly notes: boolean; readonly steps: boolean }) {
  return renderStatic(deck, {
    path: job.loaded.file.shown,
    templates: job.templates,
    fonts: await job.fonts(),
    images: toDataAddresses(job.loaded.images),
    sha256,
    theme: job.theme,
    ...change,
  });
}

const pdf: Format = {
  endings: [".pdf"],
  what: "PDF",
  needsBrowser: true,
  async make(job, path) {
    job.warmUp();
    const notes = wantsNotes(job);
    const deck = job.deck({ notes });
    const page = await staticPage(job, deck, { notes, steps: job.options.steps });
    const { writePdf } = await import("../../export/pdf.ts");
    return output([{ path, content: await writePdf(deck, page, printer(job)) }], deck, notes);
  },
};

async function handoutPage(
  job: ExportJob,
): Promise<{ readonly deck: Deck; readonly page: string; readonly notes: boolean }> {
  const notes = wantsNotes(job);
  const deck = job.deck({ notes });
  const page = renderHandout(deck, {
    templates: job.templates,
    fonts: await job.fonts(),
    images: toDataAddresses(job.loaded.images),
    sha256,
    perSheet: job.options.perSheet,
    withNotes: notes,
    withHidden: job.options.hidden,
    theme: job.theme,
  });
  return { deck, page, notes };
}

const handoutPdf: Format = {
  endings: [".handout.pdf"],
  what: "handout, PDF",
  needsBrowser: true,
  async make(job, path) {
    job.warmUp();
    const { deck, page, notes } = await handoutPage(job);
    const { finishPdf } = await import("../../export/pdf.ts");
    const content = await finishPdf(await printer(job)(page, {}), deck, null);
    return output([{ path, content }], deck, notes);
  },
};

const handoutHtml: Format = {
  endings: [".handout.html"],
  what: "handout, HTML",
  needsBrowser: false,
  async make(job, path) {
    const { deck, page, notes } = await handoutPage(job);
    return output([{ path, content: page }], deck, notes);
  },
};

async function deckPage(job: ExportJob, deck: Deck) {
  const [fonts, script, style] = await Promise.all([job.fonts(), clientFile("deck.js"), clientFile("reveal.css")]);
  return render(deck, {
    path: job.loaded.file.shown,
    name: job.loaded.file.name,
    templates: job.templates,
    fonts,
    client: { script, style },
    images: toDataAddresses(job.loaded.images),
    sha256,
    theme: job.theme,
  });
}

const htmlDeck: Format = {
  endings: [".html", ".htm"],
  what: "HTML",
  needsBrowser: false,
  async make(job, path) {
    const notes = wantsNotes(job, true);
    const deck = job.deck({ notes, hidden: true });
    const { value, diagnostics } = await deckPage(job, deck);
    return output([{ path, content: value }], deck, notes, diagnostics);
  },
};

/** For a web server: the presentation and its outline, for everybody, so without the notes whatever else was asked for. */
const folder: Format = {
  endings: ["/"],
  what: "folder for a web server",
  needsBrowser: false,
  async make(job, path) {
    const deck = job.deck({ notes: false });
    const { value, diagnostics } = await deckPage(job, deck);
    const files = [
      { path: join(path, "index.html"), content: value },
      { path: join(path, "outline.txt"), content: writeOutline(deck, { notes: false }) },
    ];
    return output(files, deck, false, diagnostics);
  },
};

const docx: Format = {
  endings: [".docx"],
  what: "Word",
  needsBrowser: false,
  async make(job, path) {
    const notes = wantsNotes(job);
    const deck = job.deck({ notes });
    const { writeDocx } = await import("../../export/docx/write.ts");
    const theme = readTheme(job.theme, job.templates);
    const content = await writeDocx(deck, { pictures: await job.pictures(), theme, notes });
    return output([{ path, content }], deck, notes);
  },
};

const outline: Format = {
  endings: [".txt"],
  what: "outline",
  needsBrowser: false,
  async make(job, path) {
    const notes = wantsNotes(job);
    const deck = job.deck({ notes });
    return output([{ path, content: writeOutline(deck, { notes }) }], deck, notes);
  },
};

/** The notes are what it is for, so it has them unless they were refused. */
const script: Format = {
  endings: [".notes.txt", ".script.txt"],
  what: "notes to read from",
  needsBrowser: false,
  async make(job, path) {
    const notes = wantsNotes(job, true);
    const deck = job.deck({ notes });
    return output([{ path, content: writeScript(deck) }], deck, notes);
  },
};

const markdown: Format = {
  endings: [".md", ".markdown"],
  what: "Markdown",
  needsBrowser: false,
  async make(job, path) {
    const notes = wantsNotes(job);
    const deck = job.written({ notes });
    return output([{ path, content: serialize(deck) }], deck, notes);
  },
};

const pictures: Format = {
  endings: [".png", ".jpg", ".jpeg"],
  what: "pictures",
  needsBrowser: true,
  async make(job, path) {
    job.warmUp();
    const deck = job.deck({ notes: false });
    const page = await staticPage(job, deck, { notes: false, steps: job.options.steps });
    const shots = await photographSlides(job, page, path);
    const digits = Math.max(2, String(shots.length).length);
    const files = shots.map((content, at) => ({
      path: shots.length === 1 ? path : numbered(path, at + 1, digits),
      content,
    }));
    return output(files, deck, false);
  },
};

/** `talk.png` → `talk-03.png`. */
function numbered(path: string, number: number, digits: number): string {
  const extension = extname(path);
  return join(dirname(path), `${basename(path, extension)}-${String(number).padStart(digits, "0")}${extension}`);
}

/** The first slide alone: what a link shows when it is shared. */
const cover: Format = {
  endings: [".cover.png", ".cover.jpg", ".cover.jpeg"],
  what: "cover picture",
  needsBrowser: true,
  async make(job, path) {
    job.warmUp();
    const deck = job.deck({ notes: false });
    const first = { ...deck, slides: deck.slides.slice(0, 1) };
    const page = await staticPage(job, first, { notes: false, steps: false });
    const [content = new Uint8Array()] = await photographSlides(job, page, path);
    return output([{ path, content }], first, false);
  },
};

/** Every format, by how the file's name ends. A new one is one row. */
export const FORMATS: readonly Format[] = [
  pptx,
  handoutPdf,
  handoutHtml,
  pdf,
  htmlDeck,
  docx,
  script,
  outline,
  markdown,
  cover,
  pictures,
  folder,
];

/** The format that a path asks for; null for an ending that nobody knows. */
export function formatOf(path: string): Format | null {
  const name = path.toLowerCase().replaceAll("\\", "/");
  const known = FORMATS.find(({ endings }) => endings.some((ending) => name.endsWith(ending)));
  if (known !== undefined) return known;
  return extname(path) === "" ? folder : null;
}
