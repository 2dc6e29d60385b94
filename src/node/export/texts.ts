import { serialize } from "../../deck/index.ts";
import { writeOutline, writeScript } from "../../export/text.ts";
import { type Maker, output, wantsNotes } from "./format.ts";

export const makeOutline: Maker = async (job, path) => {
  const notes = wantsNotes(job);
  const deck = job.deck({ notes });
  return output([{ path, content: writeOutline(deck, { notes }) }], deck, notes);
};

/** The notes are what it is for, so it has them unless they were refused. */
export const makeScript: Maker = async (job, path) => {
  const notes = wantsNotes(job, true);
  const deck = job.deck({ notes });
  return output([{ path, content: writeScript(deck) }], deck, notes);
};

export const makeMarkdown: Maker = async (job, path) => {
  const notes = wantsNotes(job);
  const deck = job.written({ notes });
  return output([{ path, content: serialize(deck) }], deck, notes);
};
