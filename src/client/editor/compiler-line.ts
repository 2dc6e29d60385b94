import type { ChangeSet } from "@codemirror/state";
import type { Lang } from "../../deck/types.ts";
import { toEdits } from "./disk.ts";
import type { CompiledReply, Kit, Problems, Reply, Request, SamplesReply, SamplesRequest } from "./messages.ts";

/** What is to be compiled as soon as the compiler is free. */
interface Waiting {
  readonly version: number;
  /** Since the last request; null for none. */
  readonly changes: ChangeSet | null;
  readonly whole: boolean;
}

/** The way to the compiler in its own thread. What piles up while it works is compiled at once. */
export class CompilerLine {
  readonly #worker: Worker;
  #kit: Kit;
  #lang: Lang | null;
  #busy = false;
  #isSending = false;
  #waiting: Waiting | null = null;
  #version = 0;
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

  /** The text that all changes start from. */
  open(text: string): void {
    this.#post({ kind: "text", text });
    this.compile();
  }

  /** Compiles what the changes make of the text so far. */
  change(version: number, changes: ChangeSet): void {
    this.#ask({ version, changes, whole: false });
  }

  /** Compiles the text as it is, and looks at all of it. */
  compile(): void {
    this.#ask({ version: this.#waiting?.version ?? this.#version, changes: null, whole: true });
  }

  /** Other templates, or another language of messages: everything is compiled anew. */
  setKit(kit: Kit): void {
    this.#kit = kit;
    this.#post({ kind: "kit", kit, lang: this.#lang });
    this.compile();
  }
  setLang(lang: Lang): void {
    this.#lang = lang;
    this.#post({ kind: "kit", kit: this.#kit, lang });
    this.compile();
  }
  setPictures(addresses: ReadonlyMap<string, string>, problems: Problems): void {
    this.#post({ kind: "pictures", addresses: [...addresses], problems });
    this.compile();
  }

  /** Sections of the slides of a text that is not the deck's. */
  sample(text: string, pictures: SamplesRequest["pictures"]): Promise<SamplesReply> {
    return new Promise((resolve) => {
      this.#sampled = resolve;
      this.#post({ kind: "samples", text, pictures });
    });
  }

  #ask(wanted: Waiting): void {
    this.#waiting = this.#waiting === null ? wanted : join(this.#waiting, wanted);
    if (this.#busy || this.#isSending) return;
    this.#isSending = true;
    afterPaint(() => this.#send());
  }

  #send(): void {
    this.#isSending = false;
    if (this.#waiting === null) return;
    const { version, changes, whole } = this.#waiting;
    this.#waiting = null;
    this.#busy = true;
    this.#version = version;
    this.#post({ kind: "compile", version, edits: changes === null ? [] : toEdits(changes), whole });
  }

  #post(request: Request): void {
    this.#worker.postMessage(request);
  }

  #take(reply: Reply): void {
    if (reply.kind === "samples") {
      this.#sampled(reply);
      return;
    }
    if (reply.kind === "failed") console.error(reply.reason);
    // What was no request to compile leaves the one that is under way alone.
    if (reply.version < 0) return;
    this.#busy = false;
    this.#send();
    if (reply.kind === "compiled") this.#compiled(reply);
  }
}

function join(first: Waiting, second: Waiting): Waiting {
  const changes =
    first.changes === null || second.changes === null
      ? (first.changes ?? second.changes)
      : first.changes.compose(second.changes);
  return { version: second.version, changes, whole: first.whole || second.whole };
}

/**
 * When what a key has done to the text is on the screen: the compiler's thread would take a processor from those that
 * draw it. A page that is not seen has no frames.
 */
function afterPaint(work: () => void): void {
  if (document.hidden) setTimeout(work);
  else requestAnimationFrame(() => setTimeout(work));
}
