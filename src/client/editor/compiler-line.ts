import type { Lang } from "../../deck/types.ts";
import type { CompiledReply, Kit, Problems, Reply, Request, SamplesReply } from "./messages.ts";

/** The way to the compiler in its own thread. Of texts that pile up while it works only the last is compiled. */
export class CompilerLine {
  readonly #worker: Worker;
  #kit: Kit;
  #lang: Lang | null;
  #busy = false;
  #waiting: Extract<Request, { kind: "compile" }> | null = null;
  #last: Extract<Request, { kind: "compile" }> | null = null;
  #compiled: (reply: CompiledReply) => void = () => {};
  #sampled: (reply: SamplesReply) => void = () => {};

  constructor(address: string, kit: Kit, lang: Lang | null) {
    this.#kit = kit;
    this.#lang = lang;
    this.#worker = new Worker(address);
    this.#worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => this.#take(data));
    this.#post({ kind: "kit", kit, lang });
  }

  listen(compiled: (reply: CompiledReply) => void): void {
    this.#compiled = compiled;
  }

  compile(version: number, text: string, whole: boolean): void {
    const request = { kind: "compile", version, text, whole } as const;
    if (this.#busy) this.#waiting = { ...request, whole: whole || this.#waiting?.whole === true };
    else this.#send(request);
  }

  /** Other templates, or another language of messages: everything is compiled anew. */
  setKit(kit: Kit): void {
    this.#kit = kit;
    this.#post({ kind: "kit", kit, lang: this.#lang });
    this.#again();
  }
  setLang(lang: Lang): void {
    this.#lang = lang;
    this.#post({ kind: "kit", kit: this.#kit, lang });
  }
  setPictures(addresses: ReadonlyMap<string, string>, problems: Problems): void {
    this.#post({ kind: "pictures", addresses: [...addresses], problems });
    this.#again();
  }

  /** Sections of the slides of a text that is not the deck's. */
  sample(text: string): Promise<SamplesReply> {
    return new Promise((resolve) => {
      this.#sampled = resolve;
      this.#post({ kind: "samples", text });
    });
  }

  #again(): void {
    const last = this.#waiting ?? this.#last;
    if (last !== null) this.compile(last.version, last.text, true);
  }

  #send(request: Extract<Request, { kind: "compile" }>): void {
    this.#busy = true;
    this.#last = request;
    this.#post(request);
  }

  #post(request: Request): void {
    this.#worker.postMessage(request);
  }

  #take(reply: Reply): void {
    if (reply.kind === "samples") {
      this.#sampled(reply);
      return;
    }
    this.#busy = false;
    const next = this.#waiting;
    this.#waiting = null;
    if (next !== null) this.#send(next);
    if (reply.kind === "compiled") this.#compiled(reply);
    else console.error(reply.reason);
  }
}
