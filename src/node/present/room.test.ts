import { expect, test } from "vitest";
import type { StateMessage } from "../../client/messages.ts";
import { openRoom, type Program, type Room, receive, welcome } from "./room.ts";

/** Four slides; the second is hidden, so followers have three. */
const PROGRAM: Program = { openIndex: [0, null, 1, 2] };

const state = (slide: number, change: Partial<StateMessage> = {}): StateMessage => ({
  kind: "state",
  slide,
  step: 0,
  black: false,
  withHidden: false,
  elapsed: 61_000,
  running: true,
  rehearsing: false,
  spent: [[0, 61_000]],
  tool: "none",
  ...change,
});

function after(...messages: readonly object[]): { room: Room; last: ReturnType<typeof receive> } {
  let room = openRoom();
  let last: ReturnType<typeof receive> = null;
  for (const message of messages) {
    last = receive(room, "presenter", JSON.stringify(message), PROGRAM);
    room = last?.room ?? room;
  }
  return { room, last };
}

test("followers get the slide by its index in their own page, and nothing of the presenter's clock", () => {
  const { last } = after(state(2, { step: 3 }));
  const toFollowers = last?.deliveries.find(({ to }) => to.includes("follower"));
  expect(toFollowers?.message).toMatchObject({ slide: 1, step: 3, elapsed: 0, running: false, spent: [] });
});

test("on a hidden slide followers stay where they were, and are not even told", () => {
  const { room, last } = after(state(2), state(1));
  expect(last?.deliveries.map(({ to }) => to)).toEqual([["remote"]]);
  expect(welcome(room, "follower", PROGRAM)[0]).toMatchObject({ slide: 1 });
});

test("black on a hidden slide is black for followers too", () => {
  const { room } = after(state(2), state(1, { black: true }));
  expect(welcome(room, "follower", PROGRAM)[0]).toMatchObject({ slide: 1, black: true });
});

test("ink of a hidden slide never reaches a follower", () => {
  const ink = (slide: number) => ({ kind: "ink", slide, strokes: [{ tool: "pen", points: [[1, 2]] }] });
  const { room, last } = after(state(1), ink(1));
  expect(last?.deliveries).toEqual([]);
  expect(welcome(after(state(0), ink(1), ink(3)).room, "follower", PROGRAM)).toMatchObject([
    { kind: "state" },
    { kind: "ink", slide: 2 },
  ]);
  expect(welcome(room, "remote", PROGRAM)).toHaveLength(2);
});

test("the pointer over a hidden slide is not shown to followers", () => {
  expect(after(state(1), { kind: "pointer", at: [5, 5] }).last?.deliveries).toEqual([]);
  expect(after(state(3), { kind: "pointer", at: [5, 5] }).last?.deliveries).toHaveLength(1);
});

test("who comes back is told where the briefing stands", () => {
  const { room } = after(state(0), state(3, { step: 2 }));
  expect(welcome(room, "presenter", PROGRAM)).toEqual([state(3, { step: 2 })]);
  expect(welcome(openRoom(), "presenter", PROGRAM)).toEqual([]);
});

test.each([
  ["follower", { kind: "command", command: "next" }],
  ["follower", state(0)],
  ["remote", state(0)],
  ["remote", { kind: "go", slide: 9, step: 0 }],
  ["remote", { kind: "command", command: "format" }],
  ["presenter", { kind: "command", command: "next" }],
  ["presenter", state(4)],
  ["presenter", { ...state(0), extra: 1 }],
  ["presenter", { kind: "ink", slide: 9, strokes: [] }],
] as const)("a %s may not say %j", (role, message) => {
  expect(receive(openRoom(), role, JSON.stringify(message), PROGRAM)).toBeNull();
});

test.each(["", "{", "null", "[]", '"state"', "1e999", '{"kind":"__proto__"}', "[".repeat(10_000)])(
  "malformed words are refused: %.20s",
  (text) => {
    for (const role of ["presenter", "remote", "follower"] as const)
      expect(receive(openRoom(), role, text, PROGRAM)).toBeNull();
  },
);

test("a remote's command goes to the presenter alone", () => {
  const received = receive(openRoom(), "remote", '{"kind":"command","command":"next"}', PROGRAM);
  expect(received?.deliveries).toEqual([{ to: ["presenter"], message: { kind: "command", command: "next" } }]);
});
