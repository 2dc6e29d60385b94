import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Message, openEnvelope, parseMessage } from "./messages.ts";

const STATE: Message = {
  kind: "state",
  slide: 3,
  step: 1,
  black: false,
  withHidden: false,
  elapsed: 61_000,
  running: true,
  rehearsing: false,
  spent: [[0, 1200.5]],
  tool: "pen",
};

describe("messages", () => {
  test.each<Message>([
    STATE,
    { kind: "hello", elapsed: 0, running: false },
    { kind: "bye" },
    { kind: "command", command: "next" },
    { kind: "go", slide: 2, step: 0 },
    { kind: "pointer", at: [1279.5, 0] },
    { kind: "pointer", at: null },
    { kind: "ink", slide: 0, strokes: [{ tool: "marker", points: [[0, 0]] }] },
  ])("$kind is understood", (message) => {
    expect(parseMessage(JSON.parse(JSON.stringify(message)))).toEqual(message);
  });

  test.each<[string, unknown]>([
    ["no object", "next"],
    ["null", null],
    ["an unknown kind", { kind: "run", code: "alert(1)" }],
    ["a kind of the prototype", { kind: "constructor" }],
    ["a missing field", { kind: "go", slide: 1 }],
    ["a field too many", { kind: "bye", extra: 1 }],
    ["a field of another type", { kind: "go", slide: "1", step: 0 }],
    ["an unknown command", { kind: "command", command: "reload" }],
    ["a number that is none", { ...STATE, elapsed: Number.NaN }],
    ["a negative index", { kind: "go", slide: -1, step: 0 }],
    ["a point of three", { kind: "pointer", at: [1, 2, 3] }],
    ["too many points", { kind: "ink", slide: 0, strokes: [{ tool: "pen", points: Array(5001).fill([0, 0]) }] }],
    ["an array for an object", ["bye"]],
  ])("%s is refused", (_, data) => {
    expect(parseMessage(data)).toBeNull();
  });

  test("nothing that comes in makes the check throw", () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        parseMessage(data);
        openEnvelope(data, "secret");
      }),
    );
  });

  test("an envelope opens only with the deck's secret", () => {
    const message: Message = { kind: "command", command: "next" };
    expect(openEnvelope({ tadrich: "secret", message }, "secret")).toEqual(message);
    expect(openEnvelope({ tadrich: "other", message }, "secret")).toBeNull();
    expect(openEnvelope({ message }, "secret")).toBeNull();
    expect(openEnvelope(message, "secret")).toBeNull();
  });
});
