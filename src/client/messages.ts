import { type Check, exact, finite, flag, integer, list, oneOf, optional, text } from "./shape.ts";

/**
 * What a deck, its speaker window, a remote and a follower say to one another. The same messages go over `postMessage`
 * between two windows and over a socket in the room; whoever receives one checks it with `parseMessage` first.
 */
export type Message =
  | StateMessage
  | HelloMessage
  | ByeMessage
  | CommandMessage
  | GoMessage
  | PointerMessage
  | InkMessage;
export type MessageKind = Message["kind"];

/** The deck's state, told after each change and on request. Times in milliseconds, so that no clocks are compared. */
export interface StateMessage {
  readonly kind: "state";
  /** Index of the slide in source order. */
  readonly slide: number;
  /** Steps shown, of all steps of the slide. */
  readonly step: number;
  readonly black: boolean;
  /** Whether hidden slides take part in the run. */
  readonly withHidden: boolean;
  readonly elapsed: number;
  readonly running: boolean;
  readonly rehearsing: boolean;
  /** Time spent on slides: index and milliseconds, visited slides only. */
  readonly spent: readonly (readonly [number, number])[];
  readonly tool: Tool;
}

/** Where a deck stands before it has said so. */
export const START: StateMessage = {
  kind: "state",
  slide: 0,
  step: 0,
  black: false,
  withHidden: false,
  elapsed: 0,
  running: false,
  rehearsing: false,
  spent: [],
  tool: "none",
};

/** A window says that it is there, once a second while it has no answer; it brings what it knows of the timer. */
export interface HelloMessage {
  readonly kind: "hello";
  readonly elapsed: number;
  readonly running: boolean;
}
export interface ByeMessage {
  readonly kind: "bye";
}
export interface CommandMessage {
  readonly kind: "command";
  readonly command: RemoteCommand;
}
export interface GoMessage {
  readonly kind: "go";
  readonly slide: number;
  readonly step: number;
}
/** Where the laser pointer is, in slide units (1280 × 720); null when it is away. */
export interface PointerMessage {
  readonly kind: "pointer";
  readonly at: Point | null;
}
/** All strokes of a slide, after each change. */
export interface InkMessage {
  readonly kind: "ink";
  readonly slide: number;
  readonly strokes: readonly Stroke[];
}

export type Point = readonly [x: number, y: number];
export interface Stroke {
  readonly tool: "pen" | "marker";
  readonly points: readonly Point[];
}
export const TOOLS = ["none", "laser", "pen", "marker"] as const;
export type Tool = (typeof TOOLS)[number];

/** The commands that another window may send; the rest concern only the window in which the key was pressed. */
export const REMOTE_COMMANDS = [
  "next",
  "previous",
  "next-slide",
  "previous-slide",
  "first",
  "last",
  "return",
  "black",
  "hidden",
  "timer",
  "timer-reset",
  "rehearse",
  "laser",
  "pen",
  "marker",
  "undo",
  "clear",
] as const;
export type RemoteCommand = (typeof REMOTE_COMMANDS)[number];

/** A marker stroke drawn for minutes; longer ones are refused. */
const MAX_POINTS = 5_000;
const MAX_STROKES = 500;
const MAX_SLIDES = 10_000;

const slide = integer(0, MAX_SLIDES);
const step = integer(0, 1_000);
const milliseconds = finite(0, 1e10);
const point = exact<Point>([finite(-10_000, 10_000), finite(-10_000, 10_000)]);
const stroke = exact<Stroke>({ tool: oneOf("pen", "marker"), points: list(point, MAX_POINTS) });

const CHECKS: { readonly [K in MessageKind]: Check<Extract<Message, { kind: K }>> } = {
  state: exact<StateMessage>({
    kind: oneOf("state"),
    slide,
    step,
    black: flag,
    withHidden: flag,
    elapsed: milliseconds,
    running: flag,
    rehearsing: flag,
    spent: list(exact<readonly [number, number]>([slide, milliseconds]), MAX_SLIDES),
    tool: oneOf(...TOOLS),
  }),
  hello: exact<HelloMessage>({ kind: oneOf("hello"), elapsed: milliseconds, running: flag }),
  bye: exact<ByeMessage>({ kind: oneOf("bye") }),
  command: exact<CommandMessage>({ kind: oneOf("command"), command: oneOf(...REMOTE_COMMANDS) }),
  go: exact<GoMessage>({ kind: oneOf("go"), slide, step }),
  pointer: exact<PointerMessage>({ kind: oneOf("pointer"), at: optional(point) }),
  ink: exact<InkMessage>({ kind: oneOf("ink"), slide, strokes: list(stroke, MAX_STROKES) }),
};

/** The message, or null when it is not exactly one of ours. Never throws, whatever comes in. */
export function parseMessage(data: unknown): Message | null {
  const kind = (data as { kind?: unknown } | null)?.kind;
  if (typeof kind !== "string" || !Object.hasOwn(CHECKS, kind)) return null;
  const check: Check<Message> = CHECKS[kind as MessageKind] as Check<Message>;
  return check(data) ? data : null;
}

/** An envelope: the message with the deck's secret, which another page cannot know. */
export interface Envelope {
  readonly tadrich: string;
  readonly message: Message;
}

const envelope = exact<{ tadrich: string; message: unknown }>({ tadrich: text(64), message: () => true });

/** The message in an envelope that carries the secret, or null. */
export function openEnvelope(data: unknown, secret: string): Message | null {
  return envelope(data) && data.tadrich === secret ? parseMessage(data.message) : null;
}
