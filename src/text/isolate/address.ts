import { KIND, kindAt, kindBefore, sizeAt } from "../characters.ts";
import { isFree, isJoint, isWordAt } from "./scan.ts";
import type { Recogniser } from "./token.ts";

/** Addresses that machines read: the web, mail, files, accounts. A sentence's own stop is never part of one. */

const SCHEME = /(?:[a-z][a-z0-9+.-]{1,14}:\/\/|www\.|mailto:|tel:)(?=[^\s])/iy;

/** `https://example.org/a?b`. Letters of every script may stand in its path: the whole is one address. */
export const url: Recogniser = (text, at) => {
  SCHEME.lastIndex = at;
  if (isWordAt(text, at - 1) || !SCHEME.test(text)) return null;
  const end = trim(text, at, runOf(text, SCHEME.lastIndex, isUrlCharacter));
  return end > SCHEME.lastIndex ? { kind: "url", start: at, end } : null;
};

function isUrlCharacter(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind !== KIND.SPACE && kind !== KIND.CONTROL && !'"<>“”„«»|\uFFFC\u2029'.includes(text.charAt(at));
}

/** `info@example.org`. */
export const email: Recogniser = (text, at) => {
  if (!isWordAt(text, at) || isWordAt(text, at - 1)) return null;
  const local = runOf(text, at, (t, i) => isWordAt(t, i) || "._%+-".includes(t.charAt(i)));
  if (text.charAt(local) !== "@") return null;
  const end = trim(
    text,
    at,
    runOf(text, local + 1, (t, i) => isWordAt(t, i) || ".-".includes(t.charAt(i))),
  );
  return text.slice(local + 1, end).includes(".") ? { kind: "email", start: at, end } : null;
};

const PATH_START = /(?:[A-Za-z]:[\\/]|~\/|\.{1,2}\/|\/|\\\\)(?=[A-Za-z0-9_.~-])/y;

/** `/var/log/app.log`, `~/notes`, `C:\Users\dana`. */
export const path: Recogniser = (text, at) => {
  if (kindAt(text, at) === KIND.LTR && text.charAt(at + 1) !== ":") return null;
  PATH_START.lastIndex = at;
  if (!startsHere(text, at) || !PATH_START.test(text)) return null;
  const end = trim(
    text,
    at,
    runOf(text, PATH_START.lastIndex, (t, i) => isWordAt(t, i) || "_-./\\~+@%=#".includes(t.charAt(i))),
  );
  return end > PATH_START.lastIndex ? { kind: "path", start: at, end } : null;
};

/** `@name`, `#topic`. */
export const handle: Recogniser = (text, at) => {
  if (!"@#".includes(text.charAt(at)) || !startsHere(text, at)) return null;
  const end = trim(
    text,
    at,
    runOf(text, at + 1, (t, i) => isWordAt(t, i) || "_.-".includes(t.charAt(i))),
  );
  return kindAt(text, at + 1) === KIND.LTR || text.charAt(at + 1) === "_" ? { kind: "handle", start: at, end } : null;
};

/** A mark that opens a token stands free, or right after a letter that a prefix is written with. */
function startsHere(text: string, at: number): boolean {
  return isFree(text, at) || isJoint(text, at - 1) || kindBefore(text, at) === KIND.RTL;
}

function runOf(text: string, at: number, holds: (text: string, at: number) => boolean): number {
  let end = at;
  while (end < text.length && holds(text, end)) end += sizeAt(text, end);
  return end;
}

/** Takes off what belongs to the sentence: stops, quotes, brackets that were not opened inside. */
function trim(text: string, start: number, end: number): number {
  let last = end;
  let depth = 0;
  for (let i = start; i < end; i++) depth += bracketStep(text.charAt(i));
  for (; last > start; last--) {
    const character = text.charAt(last - 1);
    if (")]}".includes(character)) {
      if (depth >= 0) return last;
      depth++;
    } else if (!".,;:!?'’״׳-–—".includes(character)) return last;
  }
  return last;
}

function bracketStep(character: string): number {
  if ("([{".includes(character)) return 1;
  return ")]}".includes(character) ? -1 : 0;
}
