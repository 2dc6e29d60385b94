import type { Version } from "./disk.ts";
import type { Kit } from "./messages.ts";

/** What became of a save. */
export type Saved =
  | { readonly status: "saved"; readonly hash: string }
  | { readonly status: "changed"; readonly current: Version }
  /** The server is not there; the next try may find it. */
  | { readonly status: "offline" }
  | { readonly status: "failed"; readonly reason: string };

/** The server that served the page, by the token in the page's address. */
export class Server {
  readonly #token: string;
  readonly #frame: string;
  readonly #deck: string;

  constructor({ token = "", frame = "", deck = "" }: DOMStringMap) {
    this.#token = token;
    this.#frame = frame;
    this.#deck = deck;
  }

  get script(): string {
    return `/script/${this.#token}`;
  }
  get frame(): string {
    return `/frame/${this.#frame}`;
  }
  get deck(): string {
    return `/deck/${this.#deck}`;
  }
  get socket(): string {
    return `ws://${location.host}/socket/${this.#token}`;
  }

  async readSource(): Promise<Version> {
    return (await this.#get("source")) as Version;
  }
  async readKit(): Promise<Kit> {
    return (await this.#get("kit")) as Kit;
  }

  async save(base: string, text: string): Promise<Saved> {
    const response = await fetch(`/source/${this.#token}`, {
      method: "PUT",
      body: JSON.stringify({ base, text }),
    }).catch(() => null);
    if (response === null) return { status: "offline" };
    if (response.status === 200) return { status: "saved", hash: ((await response.json()) as Version).hash };
    if (response.status === 409) return { status: "changed", current: (await response.json()) as Version };
    return { status: "failed", reason: (await response.text()) || String(response.status) };
  }

  /** Address of a picture for the frames. @param edition changes when the picture may have changed. */
  picture(src: string, edition: number): string {
    const name = btoa(String.fromCharCode(...new TextEncoder().encode(src)));
    const safe = name.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
    return `${location.origin}/picture/${this.#frame}/${safe}?${edition}`;
  }

  /** What is wrong with a picture, or null. */
  async pictureProblem(address: string): Promise<string | null> {
    const response = await fetch(address).catch(() => null);
    if (response === null || response.ok) return null;
    return ((await response.json()) as { problem: string }).problem;
  }

  /** @returns what to write into the source, or what is wrong with the picture. */
  async uploadPicture(name: string, file: Blob): Promise<{ readonly src: string } | { readonly problem: string }> {
    const response = await fetch(`/picture/${this.#token}?name=${encodeURIComponent(name)}`, {
      method: "POST",
      body: file,
    }).catch(() => null);
    if (response === null) return { problem: "offline" };
    return (await response.json()) as { src: string } | { problem: string };
  }

  /** @throws Error with what the server says. */
  async exportDeck(format: string): Promise<{ readonly name: string; readonly file: Blob }> {
    const response = await fetch(`/export/${this.#token}`, { method: "POST", body: JSON.stringify({ format }) });
    if (!response.ok) throw new Error((await response.text()) || String(response.status));
    const named = /filename\*=UTF-8''(.+)$/.exec(response.headers.get("content-disposition") ?? "")?.[1];
    return { name: decodeURIComponent(named ?? "deck"), file: await response.blob() };
  }

  async #get(folder: string): Promise<unknown> {
    const response = await fetch(`/${folder}/${this.#token}`);
    if (!response.ok) throw new Error(`${folder}: ${response.status}`);
    return response.json();
  }
}
