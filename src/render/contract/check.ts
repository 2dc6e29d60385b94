/**
 * Checks templates against their contracts by walking each one's syntax tree. What would only fail on the slide that
 * happens to need it (a misspelt field, a helper that does not exist, text that goes into the page unescaped) is found
 * before anything is rendered, with the template's line.
 */
import { diagnose } from "../../deck/diagnostic.ts";
import { nearest } from "../../deck/nearest.ts";
import type { Diagnostic, Lang, Span } from "../../deck/types.ts";
import {
  type PartialCall,
  parseTemplate,
  partialName,
  type TemplateBlock,
  type TemplateCall,
  type TemplateFiles,
  type TemplateNode,
  type TemplatePath,
  type TemplateStatement,
  type TemplateTree,
} from "../templates.ts";
import { enter, fieldNames, type Scope, type Seen, seeFromRoot, seePath, startScope } from "./scope.ts";
import { flag, number, type Shape } from "./shape.ts";
import { TEMPLATE_SHAPES } from "./templates.ts";

/** Every mistake in the templates; empty for a set that can be compiled and filled. */
export function checkTemplates(files: TemplateFiles, lang: Lang): readonly Diagnostic[] {
  const missing = Object.keys(TEMPLATE_SHAPES)
    .filter((path) => !files.has(path))
    .map((path) => diagnose("template/missing", shown(path), null, { path: shown(path) }, { lang }));
  const walks = [...files]
    .filter(([path]) => path.endsWith(".hbs") && TEMPLATE_SHAPES[path] !== undefined)
    .map(([path, source]) => checkTemplate({ files, lang, path, source, found: [], inside: [path] }));
  return [...missing, ...walks.flat()];
}

interface Walk {
  readonly files: TemplateFiles;
  readonly lang: Lang;
  readonly path: string;
  readonly source: string;
  readonly found: Diagnostic[];
  /** Templates that this one is being read for, so that a partial which calls itself is read once. */
  readonly inside: readonly string[];
}

function checkTemplate(walk: Walk, shape: Shape | undefined = TEMPLATE_SHAPES[walk.path]): readonly Diagnostic[] {
  const tree = parseTemplate(walk.source);
  if ("reason" in tree) {
    const start = lineStart(walk.source, tree.line);
    const span = { start, end: Math.max(start, walk.source.indexOf("\n", start)) };
    report(walk, "template/syntax", span, { detail: tree.reason });
  } else if (shape !== undefined) walkTree(tree, startScope(shape), walk);
  return walk.found;
}

function walkTree(tree: TemplateTree | undefined, scope: Scope, walk: Walk): void {
  for (const statement of tree?.body ?? []) STATEMENTS[statement.type]?.(statement, scope, walk);
}

type Visit = (statement: TemplateStatement, scope: Scope, walk: Walk) => void;

/** Text and comments need no check; whatever is in no row is a construct that our templates do without. */
const STATEMENTS: Readonly<Record<string, Visit>> = {
  MustacheStatement: (node, scope, walk) => checkValue(node as TemplateCall, scope, walk),
  BlockStatement: (node, scope, walk) => checkBlock(node as TemplateBlock, scope, walk),
  PartialStatement: (node, scope, walk) => checkPartial(node as PartialCall, scope, walk),
  PartialBlockStatement: (node, scope, walk) => {
    checkPartial(node as PartialCall, scope, walk);
    walkTree((node as hbs.AST.PartialBlockStatement).program, scope, walk);
  },
  Decorator: (node, _scope, walk) => reportHelper(node, "*", walk),
  DecoratorBlock: (node, _scope, walk) => reportHelper(node, "*", walk),
};

function checkValue(call: TemplateCall, scope: Scope, walk: Walk): void {
  const path = asPath(call.path);
  if (path === null) return;
  if (call.params.length > 0 || (call.hash?.pairs.length ?? 0) > 0) {
    reportHelper(call, path.original, walk);
    return;
  }
  const shape = lookUp(path, scope, walk);
  if (shape === null) return;
  const value = shape.kind === "maybe" ? shape.of : shape;
  if (!["text", "number", "html"].includes(value.kind)) {
    report(walk, "template/not-a-value", spanOf(path, walk.source), { name: path.original });
  } else if (!call.escaped && value.kind !== "html") {
    report(walk, "template/unescaped", spanOf(call, walk.source), { name: path.original });
  }
}

type Open = (shape: Shape, block: TemplateBlock, scope: Scope) => Scope | null;

/** How each block helper changes what names mean inside it; null where it cannot be used with such a value. */
const HELPERS: Readonly<Record<string, Open>> = {
  if: (_shape, block, scope) => enter.guarded(scope, asPath(block.params[0])?.original ?? ""),
  unless: (_shape, _block, scope) => scope,
  each: (shape, block, scope) =>
    shape.kind === "list" ? enter.item(scope, shape.of, block.program?.blockParams ?? []) : null,
  with: (shape, block, scope) => {
    const inner = shape.kind === "maybe" ? shape.of : shape;
    return inner.kind === "object" ? enter.object(scope, inner, block.program?.blockParams ?? []) : null;
  },
};

function checkBlock(block: TemplateBlock, scope: Scope, walk: Walk): void {
  const name = asPath(block.path)?.original ?? "";
  const open = Object.hasOwn(HELPERS, name) ? HELPERS[name] : undefined;
  const subject = asPath(block.params[0]);
  if (open === undefined || subject === null || block.params.length > 1) {
    reportHelper(block, name, walk);
    return;
  }
  const shape = lookUp(subject, scope, walk);
  if (shape === null) return;
  const inner = open(shape, block, scope);
  if (inner === null) report(walk, "template/not-a-list", spanOf(subject, walk.source), { name: subject.original });
  else walkTree(block.program, inner, walk);
  walkTree(block.inverse, scope, walk);
}

function checkPartial(call: PartialCall, scope: Scope, walk: Walk): void {
  const name = asPath(call.name as TemplateNode)?.original ?? "";
  if (name === "@partial-block") return;
  const path = `partials/${name}.hbs`;
  const source = walk.files.get(path);
  if (source === undefined) {
    reportPartial(call, name, walk);
    return;
  }
  const argument = asPath(call.params[0]);
  const given = argument === null ? scope.here : lookUp(argument, scope, walk);
  if (given === null) return;
  const shape = given.kind === "maybe" ? given.of : given;
  const contract = TEMPLATE_SHAPES[path];
  if (contract === undefined) {
    // A partial that a user has added has no contract of its own: it is read with what it is given here.
    if (!walk.inside.includes(path)) checkTemplate({ ...walk, path, source, inside: [...walk.inside, path] }, shape);
    return;
  }
  const lacking = lackingField(contract, shape);
  if (lacking !== null) {
    report(walk, "template/wrong-context", spanOf(call, walk.source), { name, field: lacking });
  }
}

/** The first field that `needed` has and `given` has not, or has as something else; null where it fits. */
function lackingField(needed: Shape, given: Shape): string | null {
  if (needed.kind !== given.kind) return "this";
  if (needed.kind === "object" && given.kind === "object") {
    const lacking = Object.entries(needed.fields).find(([name, shape]) => {
      const own = given.fields[name];
      return own === undefined || lackingField(shape, own) !== null;
    });
    return lacking?.[0] ?? null;
  }
  if ((needed.kind === "list" || needed.kind === "maybe") && "of" in given) return lackingField(needed.of, given.of);
  return null;
}

/** The shape at a path, or null after having said what is wrong with it. */
function lookUp(path: TemplatePath, scope: Scope, walk: Walk): Shape | null {
  if (path.data) return lookUpData(path, scope, walk);
  return orReport(seePath(scope, path), path, fieldNames(scope.here), walk);
}

const LOOP_DATA: Readonly<Record<string, Shape>> = { index: number, key: number, first: flag, last: flag };

function lookUpData(path: TemplatePath, scope: Scope, walk: Walk): Shape | null {
  const [name = "", ...rest] = path.parts;
  if (name === "root") return orReport(seeFromRoot(scope, rest), path, fieldNames(scope.root), walk);
  const data = scope.inLoop && rest.length === 0 && Object.hasOwn(LOOP_DATA, name) ? LOOP_DATA[name] : undefined;
  const seen: Seen = data === undefined ? { shape: null, problem: "unknown", at: name } : { shape: data };
  return orReport(seen, path, Object.keys(LOOP_DATA), walk);
}

function orReport(seen: Seen, path: TemplatePath, known: readonly string[], walk: Walk): Shape | null {
  if (seen.shape !== null) return seen.shape;
  const span = spanOf(path, walk.source);
  if (seen.problem === "absent") report(walk, "template/unguarded", span, { name: seen.at });
  else reportName(walk, "template/unknown-path", span, path.original, known);
  return null;
}

function asPath(node: TemplateNode | undefined): TemplatePath | null {
  return node?.type === "PathExpression" ? (node as TemplatePath) : null;
}

function reportHelper(node: TemplateNode, name: string, walk: Walk): void {
  report(walk, "template/unknown-helper", spanOf(node, walk.source), { name });
}

function reportPartial(call: PartialCall, name: string, walk: Walk): void {
  const known = [...walk.files.keys()].filter((path) => path.startsWith("partials/")).map(partialName);
  reportName(walk, "template/unknown-partial", spanOf(call, walk.source), name, known);
}

/** Names what is unknown, and the nearest name that is known. */
function reportName(walk: Walk, code: string, span: Span, name: string, known: readonly string[]): void {
  const candidate = nearest(name, known);
  walk.found.push(
    diagnose(
      code,
      shown(walk.path),
      span,
      { name, nearest: candidate ?? "" },
      { lang: walk.lang, help: candidate !== null },
    ),
  );
}

function report(walk: Walk, code: string, span: Span, args: Readonly<Record<string, string>>): void {
  walk.found.push(diagnose(code, shown(walk.path), span, args, { lang: walk.lang }));
}

function shown(path: string): string {
  return `templates/${path}`;
}

/** Handlebars counts lines from 1 and columns from 0. */
function spanOf({ loc }: TemplateNode, source: string): Span {
  return {
    start: lineStart(source, loc.start.line) + loc.start.column,
    end: lineStart(source, loc.end.line) + loc.end.column,
  };
}

function lineStart(source: string, line: number): number {
  let start = 0;
  for (let i = 1; i < line; i++) start = source.indexOf("\n", start) + 1;
  return start;
}
