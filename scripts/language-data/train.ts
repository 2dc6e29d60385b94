/**
 * Counts the words, trains the networks and fits the two tables of the language model:
 *
 *     node --max-old-space-size=14000 --import tsx scripts/language-data/train.ts <folder of collect.ts> [networks|tables]
 *
 * writes src/text/repair/hebrew.bin.br, with the weights that stood in it before (see `fit.ts`). Networks (with
 * PyTorch, on two cores) take half an hour, tables one to two hours. The networks go on from those of the file; without any
 * they begin with chance, which takes longer.
 */

import type { Table } from "../../src/text/repair/hash.ts";
import { junctionFeatures, nothing } from "../../src/text/repair/junction.ts";
import { alphabet, type Model } from "../../src/text/repair/model.ts";
import { makeRandom } from "../../src/text/repair/testing/damage.ts";
import { shippedModel } from "../../src/text/repair/testing/model.ts";
import type { Trust } from "../../src/text/repair/trust.ts";
import { letterFeatures } from "../../src/text/repair/wordlike.ts";
import { type Token, tokenise } from "../../src/text/repair/words.ts";
import { type Corpus, readCorpus } from "./corpus.ts";
import { firstWeights } from "./first-weights.ts";
import { type Epoch, fitNetworks } from "./fit-networks.ts";
import { writeLanguageFile } from "./language-file.ts";
import { readTags } from "./lexicon.ts";
import { type Example, fitLogistic, fitRanking, frequentFeatures, quantise } from "./logistic.ts";

/** The features with the largest weights that the table keeps: what 3 MB leave room for. */
const KEPT_JUNCTIONS = 278_000;

/** From chance: what words are like is learnt from all of the text first. */
const FROM_CHANCE: readonly Epoch[] = [
  ...[0.003, 0.003, 0.003].map((rate) => ({ general: 1, lines: false, rounded: false, rate, wordRate: 0.07 })),
  ...[0.003, 0.003].map((rate) => ({ general: 0, lines: true, rounded: false, rate, wordRate: 0.04 })),
];

/** How both go on: what ships has gone through this more than once, as prose was added. */
const FURTHER: readonly Epoch[] = [
  ...[0.0013, 0.0013, 0.0011, 0.0008, 0.0005].map((rate) => ({
    ...{ general: 0, lines: true, rounded: false },
    ...{ rate, wordRate: rate * 12 },
  })),
  { general: 0, lines: true, rounded: true, rate: 0.0003, wordRate: 0 },
];

/** Two say more than one; of three the page would take longer than it should. */
const LINE_NETWORKS = 2;

const corpus = readCorpus(process.argv[2] ?? "language-data");
const tags = readTags();
const words = countWords(corpus);
for (const word of tags.keys()) if (!words.has(word)) words.set(word, 1);
const lexicon = { words, tags };
const segments = corpus.segments.map(({ text, ...segment }) => ({ tokens: tokenise(text, lexicon), ...segment }));
console.log(`${words.size} words, ${segments.reduce((sum, { tokens }) => sum + tokens.length, 0)} running words`);
const paragraphs = segments.filter(({ tokens }) => tokens.length > 3);
const running = paragraphs.flatMap(({ tokens }) => tokens.map(({ shape }) => shape));
const lengths = paragraphs.map(({ tokens }) => tokens.length);
const firstOwn = paragraphs.findIndex(({ own }) => own);
const text = { words: running, lengths, ownFrom: lengths.slice(0, firstOwn).reduce((sum, length) => sum + length, 0) };
const sizes = { width: 32, hidden: 96, units: 128 };
const parts = {
  networks: trainNetworks,
  tables: () => ({ junctions: fitJunctions(), letters: fitLetters() }),
};
const chosen = process.argv[3];
const old = oldModel();
// A part without the others would make no file: better said now than in an hour.
if (chosen !== undefined && !old) throw new RangeError("there is no language file of this version to put a part into");
const nothingFitted = { weights: { choice: firstWeights, search: firstWeights }, trust: {} as Trust };
let model: Partial<Model> = { ...(old ?? nothingFitted), provenance: corpus.provenance, words, tags };
for (const [name, train] of Object.entries(parts)) {
  if (chosen === undefined || chosen === name) model = { ...model, ...(await train(model)) };
}
writeLanguageFile(model as Model);

/** The vectors, the network of junctions, and the networks of lines. */
async function trainNetworks({ network, lines }: Partial<Model>): Promise<Partial<Model>> {
  const start = network?.width === sizes.width && lines?.[0] ? { network, lines } : undefined;
  const epochs = start ? FURTHER : [...FROM_CHANCE, ...FURTHER];
  return fitNetworks(text, { ...sizes, epochs, lines: LINE_NETWORKS, orders: 24, hardest: 10, seed: 1 }, start);
}

/** The language file that is replaced, if there is one of this version. */
function oldModel(): Model | undefined {
  try {
    return shippedModel();
  } catch {
    return undefined;
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

/**
 * The table of junctions: what single junctions teach, and what whole lines teach. Each sees what the other does not; since
 * both are sums over the same features, their sum is one table.
 */
function fitJunctions(): Table {
  const shape = (at: number) => running[at] ?? nothing;
  const rankedFeatures = ([before, left, right, behind]: readonly number[]) =>
    junctionFeatures(shape(before as number), shape(left as number), shape(right as number), shape(behind as number));
  const places = frequentFeatures(featuresOf(junctionExamples(0)), 6);
  const single = fitLogistic(places, junctionExamples, { epochs: 2, rate: 0.1, decay: 3e-3 });
  const ranked = fitRanking(places, rankedFeatures, lengths, { epochs: 2, rate: 0.1, decay: 3e-3, orders: 12 });
  return quantise(
    places,
    single.map((weight, at) => weight + (ranked[at] as number)),
    KEPT_JUNCTIONS,
  );
}

function fitLetters(): Table {
  const places = frequentFeatures(featuresOf(letterExamples(0)), 3);
  const weights = fitLogistic(places, letterExamples, { epochs: 4, rate: 0.1, decay: 1e-5 });
  return quantise(places, weights, 60_000);
}

function* featuresOf(examples: Iterable<Example>): Generator<ArrayLike<number>> {
  for (const { features } of examples) yield features;
}

/** True neighbours, and for each two false ones from the same stretch of text. */
function* junctionExamples(epoch: number): Generator<Example> {
  const random = makeRandom(100 + epoch);
  for (const { tokens, weight } of paragraphs) {
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
  return { features: junctionFeatures(shape(left - 1), shape(left), shape(right), shape(right + 1)), label, weight };
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
