import { expect, test } from "vitest";
import { blocksOf, type TraceEvent } from "./trace.ts";

const PAGE = { pid: 7, tid: 1 };
const task = (ts: number, dur: number, tdur = dur, thread = PAGE): TraceEvent => ({
  name: "RunTask",
  ph: "X",
  ts,
  dur,
  tdur,
  ...thread,
});
const event = (ts: number, type: string): TraceEvent => ({
  name: "EventDispatch",
  ph: "X",
  ts,
  dur: 100,
  args: { data: { type } },
  ...PAGE,
});

test("of the tasks from a key to the next the longest counts, that of the key too, and never their sum", () => {
  const events = [
    task(0, 50_000),
    task(100_000, 9_000),
    event(100_200, "keydown"),
    event(101_000, "keyup"),
    task(109_000, 12_000, 4_000),
    task(121_000, 5_000),
    task(200_000, 8_000),
    event(200_100, "keydown"),
    task(208_000, 1_000),
  ];
  expect(blocksOf(events)).toEqual([
    { time: 12, work: 9, busy: 26 },
    { time: 8, work: 8, busy: 9 },
  ]);
});

test("a task that the next key had to wait for counts for the key before it", () => {
  const events = [
    task(0, 1_000),
    event(100, "keydown"),
    task(5_000, 30_000),
    task(35_000, 2_000),
    event(35_500, "keydown"),
  ];
  expect(blocksOf(events).map(({ time }) => time)).toEqual([30, 2]);
});

test("other threads keep no key of this page waiting", () => {
  const worker = { pid: 7, tid: 2 };
  const frame = { pid: 8, tid: 1 };
  const events = [
    task(0, 1_000),
    event(100, "keydown"),
    task(2_000, 40_000, 40_000, worker),
    task(2_000, 40_000, 40_000, frame),
  ];
  expect(blocksOf(events)).toEqual([{ time: 1, work: 1, busy: 1 }]);
});

test("a trace without keys has no blocks", () => {
  expect(blocksOf([task(0, 1_000)])).toEqual([]);
});
