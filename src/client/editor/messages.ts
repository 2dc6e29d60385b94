import type { TextEdit } from "../../deck/shape.ts";
import type { Diagnostic, Direction, Lang } from "../../deck/types.ts";
import type { FaceMetrics } from "../../render/fonts/face.ts";
import type { CompiledSlide } from "./compile/compiler.ts";

/** What the server gives to compile with. */
export interface Kit {
  /** Name of the deck, as in its path. */
  readonly name: string;
  /** Its path, as diagnostics name it. */
  readonly path: string;
  /** Language of messages, where the command line chose it. */
  readonly lang: Lang | null;
  /** Address of the script that has the compiled templates. */
  readonly programs: string;
  /** Their texts, and those of the style sheets, by path. */
  readonly templates: readonly (readonly [path: string, text: string])[];
  readonly fonts: readonly FaceMetrics[];
  /** What it can export. */
  readonly formats: readonly string[];
}

/** What the editor asks its compiler, which works in another thread so that typing never waits. */
export type Request =
  | { readonly kind: "kit"; readonly kit: Kit; readonly lang: Lang | null }
  | {
      readonly kind: "pictures";
      readonly addresses: readonly (readonly [string, string])[];
      readonly problems: Problems;
    }
  | { readonly kind: "text"; readonly text: string }
  | CompileRequest
  | SamplesRequest;

/** Slides of a text that is not the deck's, with the addresses of its pictures. */
export interface SamplesRequest {
  readonly kind: "samples";
  readonly text: string;
  readonly pictures: readonly (readonly [src: string, address: string])[];
}

/** The text is told once; from then on what is new in it, so that a key costs the page the key and not the deck. */
export interface CompileRequest {
  readonly kind: "compile";
  readonly version: number;
  /** What makes this version of the text of the last request. */
  readonly edits: readonly TextEdit[];
  readonly whole: boolean;
}

/** What is wrong with a picture, by what the author wrote: the last part of a diagnostic's code. */
export type Problems = readonly (readonly [src: string, problem: string])[];

export type Reply = CompiledReply | SamplesReply | FailedReply;

export type SlideFacts = Omit<CompiledSlide, "html">;

export interface CompiledReply {
  readonly kind: "compiled";
  /** Of the text that was compiled. */
  readonly version: number;
  /** Whether everything was looked at, for what concerns several slides. */
  readonly whole: boolean;
  readonly look: Look;
  readonly slides: readonly SlideFacts[];
  /** Ids and sections of slides that have changed since the last reply. */
  readonly changed: readonly (readonly [id: string, html: string])[];
  readonly diagnostics: readonly Diagnostic[];
  /** Pictures that the slides name. */
  readonly pictures: readonly string[];
}
export interface Look {
  readonly title: string;
  readonly lang: Lang;
  readonly dir: Direction;
  readonly theme: string;
  /** Planned minutes; 0 when not given. */
  readonly duration: number;
}
export interface SamplesReply {
  readonly kind: "samples";
  readonly look: Look;
  readonly sections: readonly string[];
}
/** Something that should never throw did; the last good state stays. */
export interface FailedReply {
  readonly kind: "failed";
  /** Of the text that was to be compiled; -1 where it was another request. */
  readonly version: number;
  readonly reason: string;
}
