import { basename } from "node:path";
import { deflateRawSync } from "node:zlib";
import { writePptx } from "../../export/pptx/write.ts";
import { readWhole } from "../files.ts";
import { type Maker, output, wantsNotes } from "./format.ts";

/** Bytes of an organisation's template. */
const REFERENCE_LIMIT = 100 * 1024 * 1024;

/** The window of a whole picture costs more to set up than a small part costs to pack. */
function pack(bytes: Uint8Array): Uint8Array {
  return deflateRawSync(bytes, bytes.length < 16_384 ? { windowBits: 14, memLevel: 6 } : {});
}

export const makePptx: Maker = async (job, path) => {
  const notes = wantsNotes(job);
  const deck = job.deck({ notes, hidden: true });
  const { referenceDoc } = job.options;
  const { value, diagnostics } = writePptx(deck, {
    path: job.loaded.file.shown,
    lang: job.lang,
    fill: await job.pptxFill(),
    pictures: await job.pictures(),
    theme: job.readTheme(),
    notes,
    deflate: pack,
    ...(referenceDoc === null
      ? {}
      : { reference: { name: basename(referenceDoc), bytes: await readWhole(referenceDoc, REFERENCE_LIMIT) } }),
  });
  return output([{ path, content: value }], deck, notes, diagnostics);
};

export const makeDocx: Maker = async (job, path) => {
  const notes = wantsNotes(job);
  const deck = job.deck({ notes });
  const { writeDocx } = await import("../../export/docx/write.ts");
  const content = await writeDocx(deck, {
    pictures: await job.pictures(),
    theme: job.readTheme(),
    notes,
    deflate: pack,
  });
  return output([{ path, content }], deck, notes);
};
