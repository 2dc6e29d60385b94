/**
 * Reads a PDF or a Word file in a thread of its own, which is stopped when it takes too long or too much memory: the
 * parsers are large, the files come from anywhere.
 */

import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";
import { LIMITS, type Limits, type Raw, Refusal } from "../../import/index.ts";
import { packageFolder, runsFromSource } from "../package.ts";
import type { Answer, Job } from "./worker.ts";

export interface Bounds {
  readonly seconds: number;
  /** Bytes that the process may grow by while it reads. */
  readonly memory: number;
}

export const BOUNDS: Bounds = { seconds: 8, memory: 300_000_000 };
/** Milliseconds between two looks at the memory. */
const LOOK = 40;

/** @throws Refusal as the reader does, and `too-slow` or `too-much-memory`. */
export async function readApart(
  bytes: Uint8Array,
  kind: Job["kind"],
  limits: Limits = LIMITS,
  bounds: Bounds = BOUNDS,
): Promise<Raw> {
  if (bytes.length > limits.bytes) throw new Refusal("too-large", [limits.bytes]);
  const job: Job = { bytes, kind, limits };
  const worker = await startWorker({
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: bounds.memory / 1_000_000, maxYoungGenerationSizeMb: 48 },
    stdout: true,
    stderr: true,
  });
  try {
    return unwrap(await Promise.race([answerOf(worker), watch(worker, bounds)]));
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.once("message", (answer: Answer) => resolve(answer));
    worker.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve({ refusal: { reason: "too-much-memory", figures: [] } });
      else reject(error);
    });
  });
}

function watch(worker: Worker, { seconds, memory }: Bounds): Promise<Answer> {
  const before = process.memoryUsage.rss();
  const stop = (reason: "too-slow" | "too-much-memory"): Answer => ({ refusal: { reason, figures: [seconds] } });
  return new Promise((resolve) => {
    const clock = setTimeout(() => resolve(stop("too-slow")), seconds * 1000);
    const look = setInterval(() => {
      if (process.memoryUsage.rss() - before > memory) resolve(stop("too-much-memory"));
    }, LOOK);
    worker.once("exit", () => {
      clearTimeout(clock);
      clearInterval(look);
    });
  });
}

function unwrap(answer: Answer): Raw {
  if ("raw" in answer) return answer.raw;
  if ("refusal" in answer) throw new Refusal(answer.refusal.reason, answer.refusal.figures);
  throw new Error(answer.bug);
}

/**
 * The thread runs `import-worker.js` of `lib/`, where everything is bundled; from source, `worker.ts` is bundled afresh.
 * A loader for TypeScript would do as well, but it takes the large parsers apart too, at four times their memory.
 */
async function startWorker(options: WorkerOptions): Promise<Worker> {
  if (!runsFromSource()) return new Worker(join(packageFolder(), "lib", "import-worker.js"), options);
  return new Worker(await bundleWorker(), { ...options, eval: true });
}

async function bundleWorker(): Promise<string> {
  const { build } = await import("esbuild");
  const require = createRequire(import.meta.url);
  const { outputFiles } = await build({
    entryPoints: [join(packageFolder(), "src/node/import/worker.ts")],
    absWorkingDir: packageFolder(),
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    target: "node20.19",
    logLevel: "error",
    plugins: [
      {
        name: "heavy",
        setup: ({ onResolve }) =>
          onResolve({ filter: /^(pdfjs-dist|mammoth)($|[/])/ }, ({ path }) => ({
            path: pathToFileURL(require.resolve(path)).href,
            external: true,
          })),
      },
    ],
  });
  return outputFiles[0]?.text ?? "";
}
