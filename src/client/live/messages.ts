import { type Check, exact, finite, list, oneOf, optional, text } from "../shape.ts";

/**
 * What the server of `tadrich edit` says to an open deck. The page says one thing, `hello` with its version, and is told
 * all that it lacks: after a sleep or a restart of the server too.
 */
export type LiveMessage = SlidesMessage | MistakesMessage | ReloadMessage;

/** Slides to take over. */
export interface SlidesMessage {
  readonly kind: "slides";
  /** The version that this is told to; null brings everything, whatever the page has. */
  readonly from: string | null;
  readonly version: string;
  /** The deck's. */
  readonly title: string;
  /** Ids of all slides in order; null where the order is as before. */
  readonly order: readonly string[] | null;
  /** Ids and sections of the slides that have changed. */
  readonly changed: readonly (readonly [id: string, html: string])[];
  /** The whole style sheet, where it has changed. */
  readonly style: string | null;
}

/** What keeps the last good deck on the screen; none when it is mended. */
export interface MistakesMessage {
  readonly kind: "mistakes";
  readonly mistakes: readonly Mistake[];
}
export interface Mistake {
  readonly path: string;
  /** From 1; null where the mistake has no place. */
  readonly line: number | null;
  readonly message: string;
}

/** Something that the whole page is made of has changed: language, length, the page's own template. */
export interface ReloadMessage {
  readonly kind: "reload";
}

export interface HelloMessage {
  readonly kind: "hello";
  readonly version: string;
}

/** What the page knows of its server, in `<script type="application/json" id="room-data">`. */
export interface LiveData {
  readonly role: "live";
  readonly socket: string;
  readonly version: string;
}

const MAX_SLIDES = 10_000;
const MAX_MARKUP = 64 * 1024 * 1024;
const name = text(200);

const mistake = exact<Mistake>({ path: text(4_000), line: optional(finite(1, 1e9)), message: text(4_000) });
const CHECKS: { readonly [K in LiveMessage["kind"]]: Check<Extract<LiveMessage, { kind: K }>> } = {
  slides: exact<SlidesMessage>({
    kind: oneOf("slides"),
    from: optional(name),
    version: name,
    title: text(4_000),
    order: optional(list(name, MAX_SLIDES)),
    changed: list(exact<readonly [string, string]>([name, text(MAX_MARKUP)]), MAX_SLIDES),
    style: optional(text(MAX_MARKUP)),
  }),
  mistakes: exact<MistakesMessage>({ kind: oneOf("mistakes"), mistakes: list(mistake, 100) }),
  reload: exact<ReloadMessage>({ kind: oneOf("reload") }),
};

const hello = exact<HelloMessage>({ kind: oneOf("hello"), version: name });
const liveData = exact<LiveData>({ role: oneOf("live"), socket: text(500), version: name });

/** The server's message, or null when it is not exactly one of ours. */
export function parseLive(json: string): LiveMessage | null {
  const value = parseJson(json);
  const kind = (value as { kind?: unknown } | null)?.kind;
  if (typeof kind !== "string" || !Object.hasOwn(CHECKS, kind)) return null;
  const check: Check<LiveMessage> = CHECKS[kind as LiveMessage["kind"]] as Check<LiveMessage>;
  return check(value) ? value : null;
}

/** The page's message, or null. */
export function parseHello(json: string): HelloMessage | null {
  const value = parseJson(json);
  return hello(value) ? value : null;
}

export function readLive(page: Document): LiveData | null {
  const value = parseJson(page.getElementById("room-data")?.textContent ?? "null");
  return liveData(value) ? value : null;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
