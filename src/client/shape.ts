/** Checks of data that came from outside: small functions that say whether a value has exactly the expected shape. */
export type Check<T> = (value: unknown) => value is T;

export const flag: Check<boolean> = (value): value is boolean => typeof value === "boolean";

export function integer(min: number, max: number): Check<number> {
  return (value): value is number => Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
}

export function finite(min: number, max: number): Check<number> {
  return (value): value is number =>
    typeof value === "number" && Number.isFinite(value) && value >= min && value <= max;
}

export function text(maxLength: number): Check<string> {
  return (value): value is string => typeof value === "string" && value.length <= maxLength;
}

export function oneOf<const T extends readonly string[]>(...values: T): Check<T[number]> {
  return (value): value is T[number] => typeof value === "string" && values.includes(value);
}

export function optional<T>(check: Check<T>): Check<T | null> {
  return (value): value is T | null => value === null || check(value);
}

export function list<T>(check: Check<T>, maxLength: number): Check<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.length <= maxLength && value.every(check);
}

type Fields<T> = { readonly [K in keyof T]-?: (value: unknown) => boolean };

/** An object or a tuple with these fields and no other. */
export function exact<T>(fields: Fields<T>): Check<T> {
  const names = Object.keys(fields) as (keyof T & string)[];
  const wantsArray = Array.isArray(fields);
  return (value): value is T =>
    typeof value === "object" &&
    value !== null &&
    Array.isArray(value) === wantsArray &&
    Object.keys(value).length === names.length &&
    names.every((name) => Object.hasOwn(value, name) && fields[name]((value as T)[name]));
}
