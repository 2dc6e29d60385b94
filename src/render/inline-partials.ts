/**
 * Puts partials into the templates that call them, before these are compiled. What Handlebars does when it fills a template
 * (find the partial, open a frame for its block) costs more than the partial's own text, and every slide has three of them.
 * What a template says is the same either way: only a call without parameters is replaced, which sees the caller's view.
 */
import type { TemplateNode, TemplateStatement, TemplateTree } from "./templates.ts";

export interface InlinedTemplate {
  readonly tree: TemplateTree;
  /** Paths of the partials whose text is now part of it. */
  readonly parts: readonly string[];
}

/** @param parse The syntax tree of the file at a path, made anew at each call; null where there is none to be had. */
export function inlinePartials(path: string, parse: (path: string) => TemplateTree | null): InlinedTemplate | null {
  const tree = parse(path);
  if (tree === null) return null;
  const parts = new Set<string>();
  return { tree: inlineTree(tree, { parse, parts, inside: [path], block: null }), parts: [...parts] };
}

interface Place {
  readonly parse: (path: string) => TemplateTree | null;
  readonly parts: Set<string>;
  /** Templates that are being read, so that a partial which calls itself stays a call. */
  readonly inside: readonly string[];
  /** What `{{> @partial-block}}` stands for. */
  readonly block: TemplateTree | null;
}

function inlineTree(tree: TemplateTree, place: Place): TemplateTree {
  // A name that a block gives to its items would mean the same in a partial, which Handlebars does not see to.
  if ((tree.blockParams ?? []).length > 0) return tree;
  return { ...tree, body: tree.body.flatMap((statement) => inlineStatement(statement, place)) };
}

function inlineStatement(statement: TemplateStatement, place: Place): readonly TemplateStatement[] {
  const inlined = INLINERS[statement.type]?.(statement as never, place);
  return inlined ?? [statement];
}

type Inliner = (statement: never, place: Place) => readonly TemplateStatement[] | null;

const INLINERS: Readonly<Record<string, Inliner>> = {
  PartialStatement: (call: hbs.AST.PartialStatement, place) => inlineCall(call, place, place.block),
  PartialBlockStatement: (call: hbs.AST.PartialBlockStatement, place) =>
    inlineCall(call, place, inlineTree(call.program, place)),
  BlockStatement: (block: hbs.AST.BlockStatement, place) => {
    const branches = {
      program: block.program && inlineTree(block.program, place),
      inverse: block.inverse && inlineTree(block.inverse, place),
    };
    return [{ ...block, ...branches } as TemplateStatement];
  },
};

function inlineCall(
  call: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement,
  place: Place,
  block: TemplateTree | null,
): readonly TemplateStatement[] | null {
  if (call.name.type !== "PathExpression" || call.params.length > 0 || (call.hash?.pairs.length ?? 0) > 0) return null;
  const { original } = call.name as hbs.AST.PathExpression;
  if (original === "@partial-block") return block === null ? null : [...indentOf(call), ...block.body];
  const path = `partials/${original}.hbs`;
  if (place.inside.includes(path)) return null;
  const tree = place.parse(path);
  if (tree === null || looksOutside(tree)) return null;
  place.parts.add(path);
  const { body } = inlineTree(tree, { ...place, inside: [...place.inside, path], block });
  return [...indentOf(call), ...body];
}

/** Handlebars takes the spaces before a call that has its line for itself, and writes them once (`preventIndent`). */
function indentOf(call: TemplateNode): readonly TemplateStatement[] {
  const indent = (call as { indent?: string }).indent ?? "";
  if (indent === "") return [];
  return [{ type: "ContentStatement", value: indent, original: indent, loc: call.loc } as TemplateStatement];
}

/** Whether a path of it begins with `../`, which in a partial counts from elsewhere. */
function looksOutside(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(looksOutside);
  if (typeof node !== "object" || node === null) return false;
  if ("depth" in node && typeof node.depth === "number" && node.depth > 0) return true;
  return Object.entries(node).some(([key, value]) => key !== "loc" && looksOutside(value));
}

/** Whether filling the tree needs Handlebars' `@` data: a name of it, or a partial that is still called. */
export function usesData(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(usesData);
  if (typeof node !== "object" || node === null) return false;
  if ("data" in node && node.data === true) return true;
  if ("type" in node && (node.type === "PartialStatement" || node.type === "PartialBlockStatement")) return true;
  return Object.entries(node).some(([key, value]) => key !== "loc" && usesData(value));
}
