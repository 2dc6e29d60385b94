import { createHash } from "node:crypto";
import { writeWhole } from "../files.ts";
import { SteadyFile } from "./steady-file.ts";

/** A file's text and the name of exactly these bytes. */
export interface Version {
  readonly text: string;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string;
}

/** Saved; or refused because the file is another one meanwhile, which comes along so that the two can be merged. */
export type SaveResult =
  | { readonly status: "saved"; readonly hash: string }
  | { readonly status: "changed"; readonly current: Version };

/**
 * A slide source on disk that several editors and programs may write. A save says which text it started from; when the
 * file has changed meanwhile nothing is written. Saves of one process follow one another; against another program the
 * file is read again right before the rename that replaces it, which leaves a window of well under a millisecond.
 */
export class SourceFile {
  readonly path: string;
  readonly #file: SteadyFile;
  #last: Promise<unknown> = Promise.resolve();

  /** @param limit Bytes. */
  constructor(path: string, limit: number) {
    this.path = path;
    this.#file = new SteadyFile(path, limit);
  }

  /** @throws Failure when the file is gone, is no file, or is too large. */
  async read(): Promise<Version> {
    return toVersion(await this.#file.read());
  }

  /** Writes the whole text, or nothing. When the promise resolves as saved, the bytes are on the disk. */
  save(base: string, text: string): Promise<SaveResult> {
    const result = this.#last.then(() => this.#save(base, text));
    this.#last = result.catch(() => {});
    return result;
  }

  /** Waits for the saves that are at work. */
  async settled(): Promise<void> {
    await this.#last;
  }

  async #save(base: string, text: string): Promise<SaveResult> {
    const bytes = new TextEncoder().encode(text);
    let current: Version | null = null;
    await writeWhole(this.path, bytes, {
      confirm: async () => {
        const version = await this.read();
        if (version.hash !== base) current = version;
        return current === null;
      },
    });
    return current === null ? { status: "saved", hash: hashOf(bytes) } : { status: "changed", current };
  }
}

function toVersion(bytes: Uint8Array): Version {
  // A byte order mark stays in the text, so that a save writes it again.
  return { text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), hash: hashOf(bytes) };
}

export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
