import type { Problems } from "./messages.ts";
import type { Server } from "./server.ts";

/** The pictures that the slides name: where the preview finds them, and what is wrong with those that it does not. */
export class PictureList {
  readonly #server: Server;
  readonly #changed: (addresses: ReadonlyMap<string, string>, problems: Problems) => void;
  readonly #asked = new Map<string, string | null>();
  #edition = 0;

  constructor(server: Server, changed: (addresses: ReadonlyMap<string, string>, problems: Problems) => void) {
    this.#server = server;
    this.#changed = changed;
  }

  /** Asks for those that are new. */
  want(pictures: readonly string[]): void {
    const fresh = pictures.filter((src) => !this.#asked.has(src));
    if (fresh.length > 0) void this.#ask(fresh);
  }

  /** Files beside the deck have changed. */
  again(): void {
    this.#edition += 1;
    const known = [...this.#asked.keys()];
    if (known.length > 0) void this.#ask(known);
  }

  async #ask(pictures: readonly string[]): Promise<void> {
    const edition = this.#edition;
    for (const src of pictures) this.#asked.set(src, this.#asked.get(src) ?? null);
    await Promise.all(
      pictures.map(async (src) => {
        this.#asked.set(src, await this.#server.pictureProblem(this.#server.picture(src, edition)));
      }),
    );
    const addresses = new Map<string, string>();
    const problems: [string, string][] = [];
    for (const [src, problem] of this.#asked) {
      if (problem === null) addresses.set(src, this.#server.picture(src, edition));
      else problems.push([src, problem]);
    }
    this.#changed(addresses, problems);
  }
}
