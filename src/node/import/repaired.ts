/** Text files at the edge: repaired with the language file, the readings that a person chose taken. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import type { Diagnostic, Lang } from "../../deck/types.ts";
import { loadModel, type Model, type Repaired, repair, takeReading } from "../../text/repair/index.ts";
import { Failure } from "../failure.ts";
import { packageFolder } from "../package.ts";

/** A reading that a person takes for a line: both count from 1, and reading 1 is the one that was taken. */
export interface Take {
  readonly line: number;
  readonly reading: number;
}

/** @throws Failure `usage` for anything but `LINE:READING`. */
export function parseTakes(words: readonly string[]): readonly Take[] {
  return words.map((word) => {
    const match = /^(\d{1,6}):(\d{1,2})$/u.exec(word);
    if (!match) throw new Failure("usage", `--take ${word} is no line and reading.`, "Write it as in --take 12:2.");
    return { line: Number(match[1]), reading: Number(match[2]) };
  });
}

/** The language file of the product. */
export async function readModel(): Promise<Model> {
  const file = await readFile(join(packageFolder(), "src", "text", "repair", "hebrew.bin.br"));
  return loadModel(brotliDecompressSync(file));
}

/** Lines; each is searched for some hundredths of a second, and a book is better imported chapter by chapter. */
const MOST_LINES = 6_000;

/**
 * Repairs a text and takes the readings that were chosen.
 * @throws Failure `usage` for a reading that does not exist, `too-long` for a text of more lines than are searched.
 */
export function repairWith(text: string, model: Model, takes: readonly Take[], shown: string): Repaired {
  const count = text.split("\n").length;
  if (count > MOST_LINES) {
    throw new Failure(
      "too-long",
      `${shown} has ${count} lines; ${MOST_LINES} are put in order at a time.`,
      "Divide it into parts.",
    );
  }
  return takes.reduce(
    (repaired, { line, reading }) => {
      if (reading === 1) return settle(repaired, line, shown);
      try {
        return takeReading(repaired, line, reading - 2);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        const count = 1 + (repaired.lines[line - 1]?.others.length ?? 0);
        throw new Failure("usage", `Line ${line} of ${shown} has no reading ${reading}.`, `It has ${count}.`, error);
      }
    },
    repair(text, model),
  );
}

/** Reading 1 confirms the line as it was read. */
function settle(repaired: Repaired, number: number, shown: string): Repaired {
  if (!repaired.lines[number - 1]) throw new Failure("usage", `${shown} has no line ${number}.`);
  const lines = repaired.lines.map((line) =>
    line.number === number ? { ...line, confidence: 1, doubtful: false } : line,
  );
  return { ...repaired, lines };
}

interface Sentences {
  readonly message: (raw: string, readings: string) => string;
  readonly help: (command: string) => string;
}
const SENTENCES: Readonly<Record<"he" | "ar" | "en", Sentences>> = {
  he: {
    message: (raw, readings) => `סדר השורה אינו ודאי. במקור: „${raw}”. הקריאות: ${readings}`,
    help: (command) => `לבחירת הקריאה השנייה: ${command}`,
  },
  ar: {
    message: (raw, readings) => `ترتيب السطر غير مؤكد. في الأصل: «${raw}». القراءات: ${readings}`,
    help: (command) => `لاختيار القراءة الثانية: ${command}`,
  },
  en: {
    message: (raw, readings) => `The order of this line is in doubt. Raw: “${raw}”. Readings: ${readings}`,
    help: (command) => `To take the second reading: ${command}`,
  },
};
const TABLE: Readonly<Record<Lang, Sentences>> = {
  he: SENTENCES.he,
  yi: SENTENCES.he,
  ar: SENTENCES.ar,
  fa: SENTENCES.ar,
  en: SENTENCES.en,
};

/** The doubtful lines, each with its readings and the command that takes the second one. */
export function doubtsOf(
  repaired: Repaired,
  shown: string,
  lang: Lang,
  command: (take: string) => string,
): Diagnostic[] {
  const { message, help } = TABLE[lang];
  return repaired.lines
    .filter(({ doubtful }) => doubtful)
    .map(({ number, span, raw, text, others }) => {
      const readings = [text, ...others.map((other) => other.text)]
        .map((reading, at) => `${at + 1}. ${reading.trim()}`)
        .join(" | ");
      return {
        severity: "warning",
        code: "import/doubtful-line",
        message: message(raw.trim(), readings),
        path: shown,
        span,
        help: others.length > 0 ? help(command(`--take ${number}:2`)) : null,
        fix: null,
      };
    });
}
