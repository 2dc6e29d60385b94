/**
 * Shapes: the contract of a template as a value. The view type that TypeScript checks and the paths that
 * `checkTemplates` allows come from the same definition, so that they cannot drift apart.
 */
import type { Html } from "../html.ts";

export interface TextShape {
  readonly kind: "text";
}
export interface NumberShape {
  readonly kind: "number";
}
export interface FlagShape {
  readonly kind: "flag";
}
export interface HtmlShape {
  readonly kind: "html";
}
export interface MaybeShape<S extends Shape = Shape> {
  readonly kind: "maybe";
  readonly of: S;
}
export interface ListShape<S extends Shape = Shape> {
  readonly kind: "list";
  readonly of: S;
}
export interface Fields {
  readonly [name: string]: Shape;
}
export interface ObjectShape<F extends Fields = Fields> {
  readonly kind: "object";
  readonly fields: F;
}
export type Shape = TextShape | NumberShape | FlagShape | HtmlShape | MaybeShape | ListShape | ObjectShape;

/** The TypeScript type of the values that a shape admits. */
export type ViewOf<S> = S extends TextShape
  ? string
  : S extends NumberShape
    ? number
    : S extends FlagShape
      ? boolean
      : S extends HtmlShape
        ? Html
        : S extends MaybeShape<infer Of>
          ? ViewOf<Of> | null
          : S extends ListShape<infer Of>
            ? readonly ViewOf<Of>[]
            : S extends ObjectShape<infer F>
              ? { readonly [K in keyof F]: ViewOf<F[K]> }
              : never;

export const text: TextShape = { kind: "text" };
export const number: NumberShape = { kind: "number" };
export const flag: FlagShape = { kind: "flag" };
export const markup: HtmlShape = { kind: "html" };

export function maybe<S extends Shape>(of: S): MaybeShape<S> {
  return { kind: "maybe", of };
}

export function list<S extends Shape>(of: S): ListShape<S> {
  return { kind: "list", of };
}

export function object<F extends Fields>(fields: F): ObjectShape<F> {
  return { kind: "object", fields };
}

/** An object with the fields of both. */
export function extend<A extends Fields, B extends Fields>(base: ObjectShape<A>, more: B): ObjectShape<A & B> {
  return { kind: "object", fields: { ...base.fields, ...more } };
}
