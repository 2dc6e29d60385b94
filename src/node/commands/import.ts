import type { Command } from "../command.ts";
import { runImport } from "../import.ts";

export const command: Command = {
  name: "import",
  usage: "BRIEF … | -",
  summary: "Make a draft of slides from a brief: PDF, Word, Markdown or text.",
  details: `Writes slides/NAME.md, the report slides/NAME.import.json, and for a scrambled text slides/NAME.repaired.txt.
An existing file is never overwritten; --force replaces it and keeps a copy.
Lines whose order is in doubt are listed with their readings; --take LINE:READING takes another one.
- reads the brief from a pipe.

Examples:
  tadrich import brief.pdf
  tadrich import hanoi-2019.txt --take 12:2 --take 40:1
  pdftotext old.pdf - | tadrich import - --name old --slides 10`,
  options: {
    name: { type: "string", short: "n", value: "NAME", help: "Name of the deck; the file's own name by default." },
    out: { type: "string", short: "o", value: "FOLDER", help: "Folder of the slide source; slides by default." },
    slides: { type: "string", value: "N", help: "At most N slides, the cover included." },
    outline: { type: "boolean", help: "Titles only, without points and notes." },
    take: { type: "string", multiple: true, value: "LINE:READING", help: "Take another reading of a doubtful line." },
    "no-repair": { type: "boolean", help: "Leave a text as it is, also when it looks scrambled." },
    theme: { type: "string", value: "THEME", help: "Theme of the deck; mabat by default." },
    force: { type: "boolean", short: "f", help: "Replace existing files; a copy of each is kept." },
    lang: { type: "string", value: "LANG", help: "Language of the messages: he, ar, en." },
  },
  run: runImport,
};
