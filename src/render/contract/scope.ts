/** What names mean at a place in a template. */
import type { TemplatePath } from "../templates.ts";
import type { Shape } from "./shape.ts";

export interface Scope {
  /** What `this` is. */
  readonly here: Shape;
  /** What `../` leads to, nearest last. */
  readonly outer: readonly Shape[];
  readonly root: Shape;
  /** Names of `{{#each … as |name|}}`. */
  readonly names: ReadonlyMap<string, Shape>;
  /** Paths that an `{{#if}}` around this place has found to be there. */
  readonly present: ReadonlySet<string>;
  readonly inLoop: boolean;
}

export function startScope(shape: Shape): Scope {
  return { here: shape, outer: [], root: shape, names: new Map(), present: new Set(), inLoop: false };
}

/** Scopes inside a block helper. */
export const enter = {
  guarded: (scope: Scope, path: string): Scope => ({ ...scope, present: new Set([...scope.present, path]) }),
  item: (scope: Scope, shape: Shape, params: readonly string[]): Scope => ({
    ...enter.object(scope, shape, params),
    inLoop: true,
  }),
  object: (scope: Scope, shape: Shape, [name]: readonly string[]): Scope => ({
    ...scope,
    here: shape,
    outer: [...scope.outer, scope.here],
    names: name === undefined ? scope.names : new Map([...scope.names, [name, shape]]),
    // What was asked of the root stays known inside; what was asked of `this` does not.
    present: new Set([...scope.present].filter((path) => path.startsWith("@root"))),
  }),
};

/** A shape, or why there is none: no such field, or a field of something that may be absent and was not asked for. */
export type Seen =
  | { readonly shape: Shape }
  | { readonly shape: null; readonly problem: "unknown" | "absent"; readonly at: string };

export function seePath(scope: Scope, { parts, depth }: Pick<TemplatePath, "parts" | "depth">): Seen {
  const [first = "", ...others] = parts;
  const named = depth === 0 ? scope.names.get(first) : undefined;
  const start = depth === 0 ? scope.here : scope.outer.at(-depth);
  if (named !== undefined) return follow(named, others, scope.present, [first]);
  if (start === undefined) return { shape: null, problem: "unknown", at: first };
  return follow(start, parts, scope.present, []);
}

/** The same from the root: `@root.marking`. */
export function seeFromRoot(scope: Scope, parts: readonly string[]): Seen {
  return follow(scope.root, parts, scope.present, ["@root"]);
}

function follow(start: Shape, parts: readonly string[], present: ReadonlySet<string>, before: readonly string[]): Seen {
  let shape = start;
  const walked = [...before];
  for (const part of parts) {
    if (shape.kind === "maybe") {
      const at = walked.join(".");
      if (!present.has(at)) return { shape: null, problem: "absent", at };
      shape = shape.of;
    }
    walked.push(part);
    const field = fieldOf(shape, part);
    if (field === null) return { shape: null, problem: "unknown", at: walked.join(".") };
    shape = field;
  }
  return { shape };
}

function fieldOf(shape: Shape, name: string): Shape | null {
  if (shape.kind === "list" && name === "length") return { kind: "number" };
  if (shape.kind !== "object" || !Object.hasOwn(shape.fields, name)) return null;
  return shape.fields[name] ?? null;
}

/** Names that can be asked for. */
export function fieldNames(shape: Shape): readonly string[] {
  return shape.kind === "object" ? Object.keys(shape.fields) : [];
}
