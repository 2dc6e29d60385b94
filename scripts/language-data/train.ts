/**
 * Counts the words and fits the two tables of the language model:
 *
 *     node --import tsx scripts/language-data/train.ts <folder of collect.ts>
 *
 * writes src/text/repair/hebrew.bin, with the weights of the choice that stood in it before (see `fit.ts`).
 */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { featureBuffer, nothing, writeJunction } from "../../src/text/repair/junction.ts";
import { alphabet, loadModel, type Model, writeModel } from "../../src/text/repair/model.ts";
import { makeRandom } from "../../src/text/repair/testing/damage.ts";
import { letterFeatures } from "../../src/text/repair/wordlike.ts";
import { type Token, tokenise } from "../../src/text/repair/words.ts";
import { type Corpus, readCorpus } from "./corpus.ts";
import { readTags } from "./lexicon.ts";
import { type Example, fitLogistic, frequentFeatures } from "./logistic.ts";

const output = join(import.meta.dirname, "../../src/text/repair/hebrew.bin");
const corpus = readCorpus(process.argv[2] ?? "language-data");
const tags = readTags();
const words = countWords(corpus);
for (const word of tags.keys()) if (!words.has(word)) words.set(word, 1);
const lexicon = { words, tags };
const segments = corpus.segments.map(({ text, weight }) => ({ tokens: tokenise(text, lexicon), weight }));
console.log(`${words.size} words, ${segments.reduce((sum, { tokens }) => sum + tokens.length, 0)} running words`);
const junctions = fitLogistic(frequentFeatures(junctionExamples(0), 4), junctionExamples, {
  epochs: 3,
  rate: 0.1,
  decay: 3e-3,
  keep: 640_000,
});
const letters = fitLogistic(frequentFeatures(letterExamples(0), 3), letterExamples, {
  epochs: 4,
  rate: 0.1,
  decay: 1e-5,
  keep: 60_000,
});
const weights = existsSync(output) ? loadWeights() : {};
const model: Model = { provenance: corpus.provenance, words, tags, junctions, letters, weights };
writeFileSync(output, writeModel(model));

/** The weights of the file that is replaced; none where it was written by another version. */
function loadWeights(): Model["weights"] {
  try {
    return loadModel(readFileSync(output)).weights;
  } catch {
    return {};
  }
}

/** Commonness: 1 for a listed word, and one more for each doubling of its count, at most 15. */
function countWords({ listed, segments }: Corpus): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of listed) counts.set(word, 1);
  for (const { text, weight } of segments) {
    for (const { core } of tokenise(text, { words: new Map(), tags: new Map() }))
      counts.set(core, (counts.get(core) ?? 0) + 4 * weight);
  }
  const good = (word: string) =>
    word.length > 1 &&
    word.length <= 15 &&
    /^[א-ת]/.test(word) &&
    [...word].every((letter) => alphabet.includes(letter));
  return new Map(
    [...counts]
      .filter(([word]) => good(word))
      .map(([word, count]) => [word, Math.min(15, 1 + Math.floor(Math.log2(count)))]),
  );
}

/** True neighbours, and for each two false ones from the same stretch of text. */
function* junctionExamples(epoch: number): Generator<Example> {
  const random = makeRandom(100 + epoch);
  const stream = segments.filter(({ tokens }) => tokens.length > 3);
  for (const { tokens, weight } of stream) {
    for (let at = 0; at + 1 < tokens.length; at++) {
      yield junctionExample(tokens, at, at + 1, 1, weight);
      for (let draw = 0; draw < 2; draw++) {
        const reach = 22;
        const low = Math.max(0, at - reach);
        const other = low + random.below(Math.min(tokens.length, at + reach) - low);
        if (other !== at + 1 && other !== at) yield junctionExample(tokens, at, other, 0, weight);
      }
    }
  }
}

function junctionExample(tokens: readonly Token[], left: number, right: number, label: 0 | 1, weight: number): Example {
  const shape = (at: number) => tokens[at]?.shape ?? nothing;
  const count = writeJunction(shape(left - 1), shape(left), shape(right), shape(right + 1));
  return { features: featureBuffer.slice(0, count).filter((hash) => hash !== 0), label, weight };
}

/** Whole words, and pieces of words as cuts leave them: heads, tails, and pieces glued to words or to each other. */
function* letterExamples(epoch: number): Generator<Example> {
  const random = makeRandom(200 + epoch);
  const list = [...words.keys()].filter((word) => word.length > 2);
  const draw = () => list[random.below(list.length)] as string;
  const head = (word: string) => word.slice(0, 1 + random.below(word.length - 1));
  const tail = (word: string) => word.slice(1 + random.below(word.length - 1));
  for (const word of list) {
    yield { features: letterFeatures(word), label: 1, weight: 1 };
    const kind = random.below(6);
    const wrong = [
      head(word),
      tail(word),
      word + head(draw()),
      tail(draw()) + word,
      head(word) + head(draw()),
      word + draw(),
    ];
    const piece = wrong[kind] as string;
    if (!words.has(piece)) yield { features: letterFeatures(piece), label: 0, weight: 1 };
  }
}
