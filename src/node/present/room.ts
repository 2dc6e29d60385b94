import { type Message, parseMessage, START, type StateMessage, type Stroke } from "../../client/messages.ts";

export const ROLES = ["presenter", "remote", "follower"] as const;
export type Role = (typeof ROLES)[number];

/**
 * What the server knows of the deck: for each slide, in the presenter's order, its index in the followers' page, or null
 * where the slide is not in that page at all (hidden slides).
 */
export interface Program {
  readonly openIndex: readonly (number | null)[];
}

/** Where the briefing stands. The presenter's deck is the truth; the server only repeats it. */
export interface Room {
  /** As the presenter's deck told it last; null before it has. */
  readonly state: StateMessage | null;
  /** As followers see it: indices of their page, nothing of the presenter's clock. */
  readonly open: StateMessage;
  readonly ink: ReadonlyMap<number, readonly Stroke[]>;
}

/** A message and who gets it. */
export interface Delivery {
  readonly to: readonly Role[];
  readonly message: Message;
}

export interface Received {
  readonly room: Room;
  readonly deliveries: readonly Delivery[];
}

export function openRoom(): Room {
  return { state: null, open: START, ink: new Map() };
}

/** What a page is told when it comes, or comes back: all that it needs to stand where the others stand. */
export function welcome(room: Room, role: Role, program: Program): readonly Message[] {
  if (role === "follower")
    return [room.open, ...[...room.ink].flatMap(([slide, strokes]) => openInk(slide, strokes, program))];
  const ink = [...room.ink].map(([slide, strokes]): Message => ({ kind: "ink", slide, strokes }));
  return room.state === null ? ink : [room.state, ...ink];
}

type Handler<K extends Message["kind"]> = (
  room: Room,
  message: Extract<Message, { kind: K }>,
  program: Program,
) => Received | null;

const FROM_PRESENTER: { readonly [K in Message["kind"]]?: Handler<K> } = {
  state: receiveState,
  ink: receiveInk,
  pointer: (room, message, program) => {
    const isOpen = room.state !== null && program.openIndex[room.state.slide] !== null;
    return { room, deliveries: isOpen ? [{ to: ["follower"], message }] : [] };
  },
};

const FROM_REMOTE: { readonly [K in Message["kind"]]?: Handler<K> } = {
  command: (room, message) => ({ room, deliveries: [{ to: ["presenter"], message }] }),
  go: (room, message, program) =>
    message.slide < program.openIndex.length ? { room, deliveries: [{ to: ["presenter"], message }] } : null,
};

const HANDLERS: Readonly<Record<Role, { readonly [K in Message["kind"]]?: Handler<K> }>> = {
  presenter: FROM_PRESENTER,
  remote: FROM_REMOTE,
  follower: {},
};

/**
 * What a page's words change, and whom the server tells.
 * @returns Null for words that are malformed, or that this role may not say: the page is then cut off.
 */
export function receive(room: Room, role: Role, text: string, program: Program): Received | null {
  const message = parseMessage(parseJson(text));
  if (message === null) return null;
  const handler = HANDLERS[role][message.kind] as Handler<Message["kind"]> | undefined;
  return handler === undefined ? null : handler(room, message, program);
}

function receiveState(room: Room, message: StateMessage, program: Program): Received | null {
  const index = program.openIndex[message.slide];
  if (index === undefined) return null;
  const { black } = message;
  // On a hidden slide followers keep what they saw, but a black screen is black for everybody.
  const open: StateMessage =
    index === null ? { ...room.open, black } : { ...START, slide: index, step: message.step, black };
  const told: Delivery = { to: ["remote"], message };
  const openChanged = open.slide !== room.open.slide || open.step !== room.open.step || black !== room.open.black;
  return {
    room: { ...room, state: message, open },
    deliveries: openChanged ? [told, { to: ["follower"], message: open }] : [told],
  };
}

function receiveInk(
  room: Room,
  { slide, strokes }: Extract<Message, { kind: "ink" }>,
  program: Program,
): Received | null {
  if (slide >= program.openIndex.length) return null;
  const ink = new Map(room.ink);
  if (strokes.length === 0) ink.delete(slide);
  else ink.set(slide, strokes);
  const deliveries = openInk(slide, strokes, program).map((message): Delivery => ({ to: ["follower"], message }));
  return { room: { ...room, ink }, deliveries };
}

function openInk(slide: number, strokes: readonly Stroke[], program: Program): readonly Message[] {
  const index = program.openIndex[slide] ?? null;
  return index === null ? [] : [{ kind: "ink", slide: index, strokes }];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
