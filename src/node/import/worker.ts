/** A thread that reads one PDF or Word file, so that `apart.ts` can stop it. */

import { parentPort, workerData } from "node:worker_threads";
import { type Limits, type Raw, Refusal, readBinary } from "../../import/index.ts";

export interface Job {
  readonly bytes: Uint8Array;
  readonly kind: "pdf" | "docx";
  readonly limits: Limits;
}
export type Answer =
  | { readonly raw: Raw }
  | { readonly refusal: Pick<Refusal, "reason" | "figures"> }
  | { readonly bug: string };

async function answer({ bytes, kind, limits }: Job): Promise<Answer> {
  try {
    return { raw: await readBinary(bytes, kind, limits) };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: { reason: error.reason, figures: error.figures } };
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

void answer(workerData as Job).then((message) => parentPort?.postMessage(message));
