/**
 * The only file that knows Handlebars. A set of templates is compiled once into an instance of its own: nothing is
 * registered globally, so two themes or two users' templates do not meet. The same code runs in the editor.
 */
import Handlebars from "handlebars";
import { Html } from "./html.ts";
import { inlinePartials, usesData } from "./inline-partials.ts";

/** Template texts by their path below `templates/`, e.g. `layouts/quote.hbs`. */
export type TemplateFiles = ReadonlyMap<string, string>;

export interface Templates {
  /** Fills the template at `path`. @throws if there is no such template: `checkTemplates` has said so before. */
  fill(path: string, view: object): Html;
  /** Style sheets and other texts that are not templates; empty where the file is missing. */
  textOf(path: string): string;
}

/** Misspelt helpers fail when compiling, a path that the view lacks fails when filling. */
const OPTIONS = { strict: true, knownHelpersOnly: true, preventIndent: true } as const;

/** A template as functions of Handlebars' own, which need no compiler any more. */
export type TemplateProgram = TemplateSpecification;

/** Templates that were compiled ahead, with the texts that they were made of. */
export interface MadeTemplates {
  readonly sources: Readonly<Record<string, string>>;
  readonly programs: Readonly<Record<string, TemplateProgram>>;
  /** Paths of the partials that each program has inside. */
  readonly parts: Readonly<Record<string, readonly string[]>>;
}

/**
 * The compiled templates, and what is in them, as the text of JavaScript objects by path: for what should start fast, and
 * for a page whose policy lets nothing be compiled and that need not carry the compiler.
 */
export function precompileTemplates(files: TemplateFiles): { readonly programs: string; readonly parts: string } {
  const parts: Record<string, readonly string[]> = {};
  const programs = [...files.keys()]
    .filter((path) => path.endsWith(".hbs"))
    .map((path) => {
      const { input, options, ...template } = prepare(path, files);
      parts[path] = template.parts;
      return `${JSON.stringify(path)}:${String(Handlebars.precompile(input, options))}`;
    });
  return { programs: `{${programs.join(",\n")}}`, parts: JSON.stringify(parts) };
}

/** @param made Templates that need no compiling, where the files are still those that they were made of. */
export function compileTemplates(files: TemplateFiles, made?: MadeTemplates): Templates {
  const handlebars = Handlebars.create();
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  const isAsMade = (path: string): boolean => made?.sources[path] === files.get(path);
  const compile = (path: string): Handlebars.TemplateDelegate => {
    const { input, options } = prepare(path, files);
    return handlebars.compile(input, options);
  };
  for (const path of files.keys()) {
    if (!path.endsWith(".hbs")) continue;
    const isMade = isAsMade(path) && (made?.parts[path] ?? []).every(isAsMade);
    const program = isMade ? made?.programs[path] : undefined;
    const template = program === undefined ? compile(path) : handlebars.template(program);
    compiled.set(path, template);
    if (path.startsWith("partials/")) handlebars.registerPartial(partialName(path), template);
  }
  return {
    fill(path, view) {
      const template = compiled.get(path);
      if (template === undefined) throw new Error(`There is no template "${path}".`);
      // The template escapes every value that is not Html, and checkTemplates has seen each {{{ }}} of it.
      return Html.unsafe(template(view).trim());
    },
    textOf: (path) => files.get(path) ?? "",
  };
}

/**
 * What Handlebars compiles for a file: a layout's tree with the partials inside, for one of them is filled for every slide;
 * any other's text, and that of a layout that cannot be read.
 */
function prepare(path: string, files: TemplateFiles) {
  const source = files.get(path) ?? "";
  if (!path.startsWith("layouts/")) return { input: source, options: OPTIONS, parts: [] };
  const inlined = inlinePartials(path, (name) => {
    const text = files.get(name);
    const tree = text === undefined ? null : parseTemplate(text);
    return tree === null || "reason" in tree ? null : tree;
  });
  if (inlined === null) return { input: source, options: OPTIONS, parts: [] };
  return { input: inlined.tree, options: { ...OPTIONS, data: usesData(inlined.tree) }, parts: inlined.parts };
}

/** `partials/timeline.hbs` is called `timeline` in a template. */
export function partialName(path: string): string {
  return path.replace(/^partials\//, "").replace(/\.hbs$/, "");
}

export type TemplateTree = hbs.AST.Program;
export type TemplateNode = hbs.AST.Node;
export type TemplateStatement = hbs.AST.Statement;
export type TemplateExpression = hbs.AST.Expression;
export type TemplatePath = hbs.AST.PathExpression;
export type TemplateCall = hbs.AST.MustacheStatement;
export type TemplateBlock = hbs.AST.BlockStatement;
export type PartialCall = hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement;

/** What is wrong with a template's syntax, and on which line (from 1). */
export interface TemplateSyntaxError {
  readonly line: number;
  readonly reason: string;
}

/** A template's syntax tree, or what is wrong with it. */
export function parseTemplate(source: string): TemplateTree | TemplateSyntaxError {
  try {
    return Handlebars.parse(source);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/line (\d+)/.exec(message)?.[1] ?? 1);
    const last = message.trim().split("\n").at(-1) ?? message;
    return { line, reason: last };
  }
}
