import { diagnose } from "../../deck/diagnostic.ts";
import { applyEdits } from "../../deck/shape.ts";
import type { Diagnostic } from "../../deck/types.ts";
import { compileTemplates, type MadeTemplates } from "../../render/templates.ts";
import { type Compiled, Compiler } from "./compile/compiler.ts";
import type { Kit, Look, Reply, Request } from "./messages.ts";

type Handlers = { readonly [K in Request["kind"]]: (request: Extract<Request, { kind: K }>) => Reply | null };

/** Compiled templates by path, loaded as a script, for nothing may be compiled here. */
export type LoadPrograms = (address: string) => MadeTemplates["programs"];

/** Answers the editor's requests. @param post sends a reply. */
export function serveCompiler(load: LoadPrograms, post: (reply: Reply) => void): (request: Request) => void {
  const bench = new Bench(load);
  return (request) => {
    try {
      const reply = (bench.handlers[request.kind] as (request: Request) => Reply | null)(request);
      if (reply !== null) post(reply);
    } catch (error) {
      post({ kind: "failed", version: request.kind === "compile" ? request.version : -1, reason: String(error) });
    }
  };
}

class Bench {
  readonly #load: LoadPrograms;
  #programs: MadeTemplates["programs"] = {};
  #kit: Kit | null = null;
  #lang: Extract<Request, { kind: "kit" }>["lang"] = null;
  #compiler: Compiler | null = null;
  #addresses: ReadonlyMap<string, string> = new Map();
  #problems: ReadonlyMap<string, string> = new Map();
  #sent = new Map<string, string>();
  #text = "";

  constructor(load: LoadPrograms) {
    this.#load = load;
  }

  readonly handlers: Handlers = {
    kit: ({ kit, lang }) => {
      if (this.#kit !== kit) this.#programs = this.#load(kit.programs);
      this.#kit = kit;
      this.#lang = lang;
      this.#compiler = this.#makeCompiler();
      this.#sent.clear();
      return null;
    },
    pictures: ({ addresses, problems }) => {
      this.#addresses = new Map(addresses);
      this.#problems = new Map(problems);
      return null;
    },
    text: ({ text }) => {
      this.#text = text;
      return null;
    },
    compile: ({ version, edits, whole }) => {
      // First of all, so that both sides have the same text whatever happens to it below.
      this.#text = applyEdits(this.#text, edits);
      return this.#compile(version, this.#text, whole);
    },
    samples: ({ text, pictures }) => {
      const compiler = this.#makeCompiler();
      const compiled = compiler.render(compiler.read({ path: "", text }), new Map(pictures), "");
      return { kind: "samples", look: lookOf(compiled), sections: compiled.slides.map(({ html }) => html) };
    },
  };

  #makeCompiler(): Compiler {
    const { templates, fonts } = this.#kit as Kit;
    const lang = this.#lang === null ? {} : { lang: this.#lang };
    // All of one state, so nothing has to be compared.
    const made = { sources: Object.fromEntries(templates), programs: this.#programs, parts: {} };
    return new Compiler({ templates: compileTemplates(new Map(templates), made), fonts, ...lang });
  }

  #compile(version: number, text: string, whole: boolean): Reply {
    const { path } = this.#kit as Kit;
    const compiler = this.#compiler as Compiler;
    const reading = compiler.read({ path, text }, whole);
    const compiled = compiler.render(reading, this.#addresses, path);
    const uses = compiler.pictures(reading);
    const changed = compiled.slides.filter(({ id, html }) => this.#sent.get(id) !== html);
    this.#sent = new Map(compiled.slides.map(({ id, html }) => [id, html]));
    const lang = this.#lang ?? compiled.meta.lang;
    const broken = uses.flatMap(({ src, span }): readonly Diagnostic[] => {
      const problem = this.#problems.get(src);
      return problem === undefined ? [] : [diagnose(`image/${problem}`, path, span, { src }, { lang })];
    });
    return {
      kind: "compiled",
      version,
      whole,
      look: lookOf(compiled),
      slides: compiled.slides.map(({ html: _, ...facts }) => facts),
      changed: changed.map(({ id, html }) => [id, html]),
      diagnostics: [...compiled.diagnostics, ...broken],
      pictures: [...new Set(uses.map(({ src }) => src))],
    };
  }
}

function lookOf({ meta, theme }: Compiled): Look {
  const { title, lang, dir, duration } = meta;
  return { title, lang, dir, theme: theme.name, duration };
}
