import { join } from "node:path";
import { deflateSync } from "node:zlib";
import type { Deck } from "../../deck/types.ts";
import { renderStatic, type StaticPage } from "../../export/page.ts";
import { finishPdf } from "../../export/pdf.ts";
import { writeOutline } from "../../export/text.ts";
import { hasRoomForNotes, renderHandout } from "../../render/handout.ts";
import { render } from "../../render/render.ts";
import { NAME_ANOTHER } from "../browser.ts";
import { sha256 } from "../build.ts";
import { clientFile } from "../bundle.ts";
import { toDataAddresses } from "../deck.ts";
import { Failure } from "../failure.ts";
import { counted, type Maker, output, wantsNotes } from "./format.ts";
import type { ExportJob } from "./job.ts";
import { photographSlides } from "./photograph.ts";
import { olderPictures, pictureNames } from "./picture-names.ts";
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
  const content = await printDeck(job, { path, html: page.html, deck, places: page.slides });
  return output([{ path, content }], deck, notes);
};

interface Printable {
  readonly path: string;
  readonly html: string;
  readonly deck: Deck;
  /** The slide that each page shows; null for a handout. */
  readonly places: readonly number[] | null;
}

/**
 * Prints a page and finishes the file. The browser prints all pages in one act, and tells nothing of how far it has come:
 * what is said meanwhile is what it does.
 * @throws Failure `broken` where it has printed a file of a form that is not known.
 */
async function printDeck(job: ExportJob, { path, html, deck, places }: Printable): Promise<Uint8Array> {
  const { progress } = job.options;
  progress(path, `printing ${counted(deck.slides.length, "slide")}`);
  const printed = await printer(job)(html);
  progress(path, "finishing the file");
  const finished = finishPdf(printed, deck, places, deflateSync);
  if (finished !== null) return finished;
  throw new Failure(
    "broken",
    `The browser ${(await job.program()).executablePath} prints PDF files of a form that is not known.`,
    NAME_ANOTHER,
  );
}

/** Where a sheet has no room for notes they are not in the file, and nobody is told that they are. */
function wantsNotesOnSheets(job: ExportJob): boolean {
  return wantsNotes(job) && hasRoomForNotes(job.options.perSheet);
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
  const notes = wantsNotesOnSheets(job);
  const deck = job.deck({ notes });
  const html = await handoutPage(job, deck, notes);
  const content = await printDeck(job, { path, html, deck, places: null });
  return output([{ path, content }], deck, notes);
};

export const makeHandoutHtml: Maker = async (job, path) => {
  const notes = wantsNotesOnSheets(job);
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
  const names = pictureNames(path, shots.length);
  const files = shots.map((content, at) => ({ path: names[at] ?? path, content }));
  return { ...output(files, deck, false), older: await olderPictures(path, names) };
};

/** The first slide alone: what a link shows when it is shared. */
export const makeCover: Maker = async (job, path) => {
  const deck = job.deck({ notes: false });
  const first = { ...deck, slides: deck.slides.slice(0, 1) };
  const page = await staticPage(job, first, { notes: false, steps: false });
  const [content = new Uint8Array()] = await photographSlides(job, page, path);
  return output([{ path, content }], first, false);
};
