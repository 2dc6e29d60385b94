import { basename, dirname, extname, join } from "node:path";
import { deflateSync } from "node:zlib";
import type { Deck } from "../../deck/types.ts";
import { renderStatic, type StaticPage } from "../../export/page.ts";
import { finishPdf } from "../../export/pdf.ts";
import { writeOutline } from "../../export/text.ts";
import { renderHandout } from "../../render/handout.ts";
import { render } from "../../render/render.ts";
import { sha256 } from "../build.ts";
import { clientFile } from "../bundle.ts";
import { toDataAddresses } from "../deck.ts";
import { type Maker, output, wantsNotes } from "./format.ts";
import type { ExportJob } from "./job.ts";
import { photographSlides } from "./photograph.ts";
import { printer } from "./print.ts";

async function staticPage(
  job: ExportJob,
  deck: Deck,
  change: { readonly notes: boolean; readonly steps: boolean },
): Promise<StaticPage> {
  return renderStatic(deck, {
    path: job.loaded.file.shown,
    templates: await job.templates(),
    fonts: await job.fonts(),
    images: toDataAddresses(job.loaded.images),
    sha256,
    theme: job.theme,
    ...change,
  });
}

export const makePdf: Maker = async (job, path) => {
  const notes = wantsNotes(job);
  const deck = job.deck({ notes });
  const page = await staticPage(job, deck, { notes, steps: job.options.steps });
  const printed = await printSlides(job, page.html, page.slides.length);
  return output([{ path, content: finishPdf(printed, deck, page.slides, deflateSync) }], deck, notes);
};

/** A browser does not tell how far it has come; that it is at work on so many slides can be said. */
async function printSlides(job: ExportJob, html: string, slides: number): Promise<Uint8Array> {
  const { progress } = job.options;
  progress(0, slides, "printing: slide");
  try {
    return await printer(job)(html);
  } finally {
    progress(slides, slides, "printing: slide");
  }
}

async function handoutPage(job: ExportJob, deck: Deck, withNotes: boolean): Promise<string> {
  return renderHandout(deck, {
    templates: await job.templates(),
    fonts: await job.fonts(),
    images: toDataAddresses(job.loaded.images),
    sha256,
    perSheet: job.options.perSheet,
    withNotes,
    withHidden: job.options.hidden,
    theme: job.theme,
  });
}

export const makeHandoutPdf: Maker = async (job, path) => {
  const notes = wantsNotes(job);
  const deck = job.deck({ notes });
  const page = await handoutPage(job, deck, notes);
  const content = finishPdf(await printSlides(job, page, deck.slides.length), deck, null, deflateSync);
  return output([{ path, content }], deck, notes);
};

export const makeHandoutHtml: Maker = async (job, path) => {
  const notes = wantsNotes(job);
  const deck = job.deck({ notes });
  return output([{ path, content: await handoutPage(job, deck, notes) }], deck, notes);
};

async function deckPage(job: ExportJob, deck: Deck) {
  const [fonts, script, style] = await Promise.all([job.fonts(), clientFile("deck.js"), clientFile("reveal.css")]);
  return render(deck, {
    path: job.loaded.file.shown,
    name: job.loaded.file.name,
    templates: await job.templates(),
    fonts,
    client: { script, style },
    images: toDataAddresses(job.loaded.images),
    sha256,
    theme: job.theme,
  });
}

/** HTML is for presenting, so it has the notes unless they were refused. */
export const makeHtml: Maker = async (job, path) => {
  const notes = wantsNotes(job, true);
  const deck = job.deck({ notes, hidden: true });
  const { value, diagnostics } = await deckPage(job, deck);
  return output([{ path, content: value }], deck, notes, diagnostics);
};

/** For a web server: the presentation and its outline, for everybody, so without the notes whatever else was asked for. */
export const makeFolder: Maker = async (job, path) => {
  const deck = job.deck({ notes: false });
  const { value, diagnostics } = await deckPage(job, deck);
  const files = [
    { path: join(path, "index.html"), content: value },
    { path: join(path, "outline.txt"), content: writeOutline(deck, { notes: false }) },
  ];
  return output(files, deck, false, diagnostics);
};

export const makePictures: Maker = async (job, path) => {
  const deck = job.deck({ notes: false });
  const page = await staticPage(job, deck, { notes: false, steps: job.options.steps });
  const shots = await photographSlides(job, page, path);
  const digits = Math.max(2, String(shots.length).length);
  const files = shots.map((content, at) => ({
    path: shots.length === 1 ? path : numbered(path, at + 1, digits),
    content,
  }));
  return output(files, deck, false);
};

/** `talk.png` → `talk-03.png`. */
function numbered(path: string, number: number, digits: number): string {
  const extension = extname(path);
  return join(dirname(path), `${basename(path, extension)}-${String(number).padStart(digits, "0")}${extension}`);
}

/** The first slide alone: what a link shows when it is shared. */
export const makeCover: Maker = async (job, path) => {
  const deck = job.deck({ notes: false });
  const first = { ...deck, slides: deck.slides.slice(0, 1) };
  const page = await staticPage(job, first, { notes: false, steps: false });
  const [content = new Uint8Array()] = await photographSlides(job, page, path);
  return output([{ path, content }], first, false);
};
