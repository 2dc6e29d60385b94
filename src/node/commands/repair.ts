import type { Command } from "../command.ts";
import { runRepair } from "../import/run-repair.ts";

export const command: Command = {
  name: "repair",
  usage: "TEXT | - [-o OUT]",
  summary: "Put scrambled Hebrew text in order, line by line.",
  details: `Every line stays on its line; a text that is in order comes back byte for byte.
Without -o the text goes to standard output. Doubtful lines are listed with their readings.

Examples:
  tadrich repair in.txt -o out.txt
  tadrich repair in.txt -o out.txt --take 12:2 --force`,
  options: {
    out: { type: "string", short: "o", value: "FILE", help: "Where the text goes; standard output by default." },
    take: { type: "string", multiple: true, value: "LINE:READING", help: "Take another reading of a doubtful line." },
    force: { type: "boolean", short: "f", help: "Replace an existing file; a copy of it is kept." },
    lang: { type: "string", value: "LANG", help: "Language of the messages: he, ar, en." },
  },
  run: runRepair,
};
