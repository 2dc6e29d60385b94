import { describe, expect, test } from "vitest";
import { elapsed, formatClock, formatDuration, pause, reset, STOPPED, start } from "./timer.ts";

describe("the timer", () => {
  test("counts while it runs, and stands while it is paused", () => {
    const paused = pause(start(STOPPED, 1_000), 4_000);
    expect(elapsed(paused, 99_000)).toBe(3_000);
    expect(elapsed(start(paused, 100_000), 101_000)).toBe(4_000);
  });
  test("starting twice is starting once", () => {
    expect(elapsed(start(start(STOPPED, 0), 5_000), 6_000)).toBe(6_000);
  });
  test("goes on running after a reset", () => {
    expect(elapsed(reset(start(STOPPED, 0), 5_000), 7_000)).toBe(2_000);
    expect(elapsed(reset(pause(start(STOPPED, 0), 5_000), 6_000), 7_000)).toBe(0);
  });
  test("a clock that was set back does not count backwards", () => {
    expect(elapsed(start(STOPPED, 10_000), 5_000)).toBe(0);
  });
  test.each([
    [0, "0:00"],
    [59_999, "0:59"],
    [60_000, "1:00"],
    [3_845_000, "1:04:05"],
    [-61_000, "\u22121:01"],
    [-400, "0:00"],
  ])("%d ms is written %s", (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });
  test("the time of day has 24 hours", () => {
    expect(formatClock(new Date(2019, 2, 11, 14, 5))).toBe("14:05");
  });
});
