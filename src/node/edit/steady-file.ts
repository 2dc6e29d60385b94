import { setTimeout as pause } from "node:timers/promises";
import { Failure } from "../failure.ts";
import { readWhole } from "../files.ts";

/** How often, and after how many milliseconds each time, a file is read again that looks as if it were being written. */
const TRIES = 8;
const PAUSE = 40;

/**
 * A file that other programs write while it is read. Many save by emptying it and writing it anew, or by deleting it and
 * renaming another one; who reads in between has nothing, or a beginning. Such a text is not believed at once.
 */
export class SteadyFile {
  readonly path: string;
  readonly #limit: number;
  #known: Uint8Array = new Uint8Array();

  /** @param limit Bytes. */
  constructor(path: string, limit: number) {
    this.path = path;
    this.#limit = limit;
  }

  /** @throws Failure when the file is gone and stays so, is no file, or is too large. */
  async read(): Promise<Uint8Array> {
    for (let tries = 0; tries < TRIES; tries++) {
      const bytes = await this.#readOnce();
      if (bytes !== null && !isBeginning(bytes, this.#known)) return this.#take(bytes);
      await pause(PAUSE);
    }
    return this.#take(await readWhole(this.path, this.#limit));
  }

  /** Null where the file is gone, but was there. */
  async #readOnce(): Promise<Uint8Array | null> {
    try {
      return await readWhole(this.path, this.#limit);
    } catch (error) {
      if (error instanceof Failure && error.code === "not-found" && this.#known.length > 0) return null;
      throw error;
    }
  }

  #take(bytes: Uint8Array): Uint8Array {
    this.#known = bytes;
    return bytes;
  }
}

function isBeginning(bytes: Uint8Array, of: Uint8Array): boolean {
  return bytes.length < of.length && Buffer.compare(bytes, of.subarray(0, bytes.length)) === 0;
}
