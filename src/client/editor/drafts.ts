import type { Version } from "./disk.ts";

/** What was not saved yet: the file that it started from, and the file as it would be. */
export interface Draft {
  readonly base: Version;
  readonly raw: string;
}

/** Drafts are kept by the browser, one a deck, until they are saved. */
export class Drafts {
  readonly #key: string;
  readonly #storage: Storage;

  constructor(path: string, storage: Storage) {
    this.#key = `tadrich.draft.${path}`;
    this.#storage = storage;
  }

  read(): Draft | null {
    try {
      const value = JSON.parse(this.#storage.getItem(this.#key) ?? "null") as Partial<Draft> | null;
      const texts = [value?.raw, value?.base?.text, value?.base?.hash];
      return texts.every((text) => typeof text === "string") ? (value as Draft) : null;
    } catch {
      return null;
    }
  }

  /** @returns false where the browser has no room. */
  write(draft: Draft): boolean {
    try {
      this.#storage.setItem(this.#key, JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  clear(): void {
    this.#storage.removeItem(this.#key);
  }
}
