/** The grammar of the commoner words, tagged by hand: `lexicon/tags.txt`, a word and its tag a line. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { alphabet } from "../../src/text/repair/model.ts";

/** @throws Error for a line that is not a word and a tag of the set that `lexicon/README.md` describes. */
export function readTags(): Map<string, string> {
  const lines = readFileSync(join(import.meta.dirname, "lexicon/tags.txt"), "utf8")
    .split("\n")
    .filter(Boolean);
  const tags = lines.map((line): [string, string] => {
    const [word = "", tag = ""] = line.split(" ");
    if (!isWord(word) || !/^[navmbpkrqju]/.test(tag)) throw new Error(`lexicon/tags.txt: ${line}`);
    return [word, tag];
  });
  return new Map(tags.filter(([, tag]) => tag !== "u"));
}

function isWord(word: string): boolean {
  return word.length > 1 && [...word].every((letter) => alphabet.includes(letter));
}
