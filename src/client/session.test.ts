import { describe, expect, test } from "vitest";
import type { SlideFacts } from "./model.ts";
import { behind, partPace, plannedTotal, slidePace } from "./pace.ts";
import { buildRehearsal, frontMatterLine, serializeRehearsal } from "./rehearsal.ts";
import { EMPTY, Session } from "./session.ts";

const slides: readonly SlideFacts[] = [
  { id: "cover", title: "שער", part: "", minutes: 0.5, hidden: false, backup: false, steps: 0 },
  { id: "a", title: "א", part: "חלק", minutes: 1, hidden: false, backup: false, steps: 1 },
  { id: "b", title: "ב", part: "חלק", minutes: 2, hidden: true, backup: false, steps: 0 },
  { id: "c", title: "ג", part: "חלק", minutes: 1, hidden: false, backup: false, steps: 0 },
  { id: "d", title: "ד", part: "חלק", minutes: 3, hidden: false, backup: true, steps: 0 },
];
const MINUTE = 60_000;

/** A session with a clock that the test sets. */
function given() {
  const clock = { now: 1_000_000 };
  const session = new Session(slides, null, EMPTY, () => clock.now);
  const wait = (milliseconds: number): void => {
    clock.now += milliseconds;
  };
  return { session, wait, clock };
}

describe("a deck that is being given", () => {
  test("starts its timer with the first step forward", () => {
    const { session, wait } = given();
    wait(30_000);
    expect(session.elapsed).toBe(0);
    session.run("next");
    wait(5_000);
    expect(session.elapsed).toBe(5_000);
  });

  test("tells each change once", () => {
    const { session } = given();
    let told = 0;
    session.listen(() => told++);
    session.run("next");
    session.run("black");
    expect(told).toBe(2);
  });

  test("the first press after a black screen brings the slide back, and does not move", () => {
    const { session } = given();
    session.run("black");
    session.run("next");
    expect([session.black, session.place.slide]).toEqual([false, 0]);
  });

  test("returns to the place before a jump, and from there back again", () => {
    const { session } = given();
    session.run("next");
    expect(session.jumpToNumber(4)).toBe(true);
    expect(session.place.slide).toBe(4);
    session.run("return");
    expect(session.place.slide).toBe(1);
    session.run("return");
    expect(session.place.slide).toBe(4);
  });

  test("refuses a number that no slide has", () => {
    const { session } = given();
    expect(session.jumpToNumber(9)).toBe(false);
    expect(session.place.slide).toBe(0);
  });

  test("hidden slides take part when they are asked for", () => {
    const { session } = given();
    session.run("hidden");
    session.jump({ slide: 1, step: 1 });
    session.run("next");
    expect(session.place.slide).toBe(2);
  });

  test("adds up the time on each slide, pauses left out", () => {
    const { session, wait } = given();
    session.run("next");
    wait(10_000);
    session.run("timer");
    wait(99_000);
    session.run("timer");
    wait(2_000);
    session.run("last");
    wait(3_000);
    session.run("return");
    wait(1_000);
    expect(session.spent).toMatchObject({ 1: 13_000, 3: 3_000 });
  });

  test("lives through a reload", () => {
    const { session, wait, clock } = given();
    session.run("next");
    wait(10_000);
    const again = new Session(slides, session.place, session.snapshot(), () => clock.now);
    wait(5_000);
    expect([again.elapsed, again.spent[1]]).toEqual([15_000, 15_000]);
  });

  test("takes over the time that a speaker window has kept, but never over time of its own", () => {
    const { session, wait } = given();
    session.adoptTime(90_000, true);
    wait(1_000);
    expect(session.elapsed).toBe(91_000);
    session.adoptTime(500_000, true);
    expect(session.elapsed).toBe(91_000);
    session.run("timer-reset");
    session.adoptTime(91_000, true);
    expect(session.elapsed).toBe(0);
  });

  test("a tool is put away by choosing it again", () => {
    const { session } = given();
    session.run("pen");
    session.run("marker");
    expect(session.tool).toBe("marker");
    session.run("marker");
    expect(session.tool).toBe("none");
  });
});

describe("pace", () => {
  const spent = { 0: 20_000, 1: 70_000 };
  test("a slide is late when it takes longer than planned", () => {
    expect(slidePace(slides, spent, 1)).toEqual({ planned: MINUTE, spent: 70_000, late: true });
    expect(slidePace(slides, spent, 0).late).toBe(false);
  });
  test("a part is planned without its hidden and backup slides", () => {
    expect(partPace(slides, spent, 1)).toEqual({ planned: 2 * MINUTE, spent: 70_000, late: false });
  });
  test("the whole is as long as the author wrote, else as long as its slides", () => {
    expect(plannedTotal(slides, 10)).toBe(10 * MINUTE);
    expect(plannedTotal(slides, 0)).toBe(2.5 * MINUTE);
  });
  test("one is behind by what the slides before took too long", () => {
    expect(behind(slides, { 0: 90_000, 1: 10_000 }, 1, 100_000)).toBe(60_000);
    expect(behind(slides, { 0: 10_000, 1: 10_000 }, 1, 20_000)).toBe(-20_000);
  });
});

describe("a rehearsal", () => {
  test("starts from zero and stands still at its end", () => {
    const { session, wait } = given();
    session.run("next");
    wait(50_000);
    session.run("rehearse");
    wait(61_000);
    session.run("rehearse");
    wait(9_000);
    expect([session.elapsed, session.rehearsing]).toEqual([61_000, false]);
  });
  test("compares the plan with what was recorded", () => {
    const { rows, planned, actual } = buildRehearsal(slides, { 0: 31_400, 1: 90_000, 4: 10_000 });
    expect(rows.map(({ id, planned, actual }) => [id, planned, actual])).toEqual([
      ["cover", 30, 31],
      ["a", 60, 90],
      ["c", 60, 0],
      ["d", 0, 10],
    ]);
    expect([planned, actual]).toEqual([150, 131]);
  });
  test("is kept as data, and offers the front matter's line", () => {
    const rehearsal = buildRehearsal(slides, { 1: 150_000 });
    expect(JSON.parse(serializeRehearsal("hanoi", rehearsal))).toMatchObject({ deck: "hanoi", actual: 150 });
    expect(frontMatterLine(rehearsal)).toBe("duration: 3");
    expect(frontMatterLine(buildRehearsal(slides, {}))).toBe("duration: 1");
  });
});
