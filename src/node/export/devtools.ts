import { type ChildProcess, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import type { BrowserProgram } from "../browser.ts";

type Fields = Readonly<Record<string, unknown>>;

interface Message {
  readonly id?: number;
  readonly result?: Fields;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly resolve: (result: Fields) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A browser that is spoken to by the DevTools protocol over two pipes (`--remote-debugging-pipe`: messages of JSON, each
 * ended by a zero byte). No port is opened that another program on the machine could reach.
 */
export class Devtools {
  readonly #child: ChildProcess;
  readonly #calls = new Map<number, Waiting>();
  readonly #ended: Promise<void>;
  #end: Error | null = null;
  #last = 0;
  #chunks: Buffer[] = [];

  constructor({ executablePath, env }: BrowserProgram, args: readonly string[]) {
    const stdio = ["ignore", "ignore", "ignore", "pipe", "pipe"] as const;
    this.#child = spawn(executablePath, [...args, "--remote-debugging-pipe"], { env, stdio: [...stdio] });
    this.#ended = new Promise((resolve) => {
      const end = (error: Error) => {
        this.#fail(error);
        resolve();
      };
      this.#child.on("error", end);
      this.#child.on("exit", () => end(new Error("The browser has ended.")));
    });
    const fail = (error: Error) => this.#fail(error);
    this.#pipe<Writable>(3).on("error", fail);
    this.#pipe<Readable>(4)
      .on("error", fail)
      .on("data", (chunk: Buffer) => this.#read(chunk));
  }

  /** Calls a method, in a tab's session or in the browser's own. @throws when it fails, or when the browser ends. */
  call(method: string, params: Fields = {}, sessionId?: string): Promise<Fields> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      if (this.#end !== null) return reject(this.#end);
      this.#calls.set(id, { resolve, reject });
      this.#pipe<Writable>(3).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** Ends the browser at once: it holds nothing that is worth keeping. */
  async close(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#ended;
  }

  #pipe<Stream extends Readable | Writable>(at: 3 | 4): Stream {
    return this.#child.stdio[at] as Stream;
  }

  #fail(error: Error): void {
    this.#end ??= error;
    for (const { reject } of this.#calls.values()) reject(this.#end);
    this.#calls.clear();
  }

  #read(chunk: Buffer): void {
    let from = 0;
    for (let to = chunk.indexOf(0); to !== -1; to = chunk.indexOf(0, from)) {
      this.#chunks.push(chunk.subarray(from, to));
      const text = Buffer.concat(this.#chunks).toString();
      this.#chunks = [];
      from = to + 1;
      this.#receive(JSON.parse(text) as Message);
    }
    if (from < chunk.length) this.#chunks.push(chunk.subarray(from));
  }

  /** Answers only: nobody waits for an event. */
  #receive({ id, result, error }: Message): void {
    if (id === undefined) return;
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    if (error === undefined) call?.resolve(result ?? {});
    else call?.reject(new Error(error.message));
  }
}
