import { type Child, h, icon, setText } from "./dom.ts";
import { behind, type Pace, partPace, plannedTotal, slidePace } from "./pace.ts";
import type { Speaker } from "./speaker.ts";
import { formatClock, formatDuration } from "./timer.ts";

export interface Clocks {
  readonly element: HTMLElement;
  show(): void;
}

/** How often the clocks are drawn, in milliseconds: often enough that no second is skipped. */
const TICK = 250;
/** Less than this much early or late is "on plan". */
const CLOSE = 30_000;

/** Time of day, time that has passed, time that is left, and the pace of slide and part: red when late. */
export function buildClocks(speaker: Speaker): Clocks {
  const { say, data, slides } = speaker;
  const clock = cell(say("clock"), say("of"));
  const elapsed = cell(say("elapsed"), say("of"));
  const remaining = cell(say("remaining"), say("of"));
  const slide = cell(say("slidePace"), say("of"));
  const part = cell(say("partPace"), say("of"));
  const plan = h("p", { class: "plan" });
  const toggle = h("button", { type: "button", class: "button icon-button", click: () => speaker.run("timer") });
  const reset = h(
    "button",
    {
      type: "button",
      class: "button icon-button",
      "aria-label": say("resetTimer"),
      click: () => speaker.run("timer-reset"),
    },
    icon("reset"),
  );
  elapsed.element.append(toggle, reset);
  let running: boolean | null = null;

  const show = (): void => {
    const { state, spent } = speaker;
    const total = plannedTotal(slides, data.duration);
    const left = total - speaker.elapsed;
    clock.set(formatClock(new Date()));
    elapsed.set(formatDuration(speaker.elapsed));
    remaining.set(total > 0 ? formatDuration(left) : "–");
    remaining.name(say(left < 0 ? "overtime" : "remaining"));
    remaining.late(total > 0 && left < 0);
    showPace(slide, slidePace(slides, spent, state.slide));
    showPace(part, partPace(slides, spent, state.slide));
    const late = behind(slides, spent, state.slide, speaker.elapsed);
    setText(plan, planText(late));
    plan.classList.toggle("late", late > CLOSE);
    if (running !== state.running) {
      running = state.running;
      toggle.replaceChildren(icon(running ? "pause" : "play"));
      toggle.setAttribute("aria-label", say(running ? "pauseTimer" : "startTimer"));
    }
  };

  function showPace(target: Cell, { spent, planned, late }: Pace): void {
    target.set(formatDuration(spent), planned > 0 ? formatDuration(planned) : "");
    target.late(late);
  }

  function planText(late: number): string {
    const time = formatDuration(Math.abs(late));
    if (Math.abs(late) <= CLOSE) return say("onPlan");
    return say(late > 0 ? "behind" : "ahead", { time });
  }

  setInterval(show, TICK);
  const cells: readonly Child[] = [clock, elapsed, remaining, slide, part].map(({ element }) => element);
  return { element: h("header", { class: "clocks" }, ...cells, plan), show };
}

interface Cell {
  readonly element: HTMLElement;
  set(value: string, of?: string): void;
  name(text: string): void;
  late(on: boolean): void;
}

/** A name over a time. Times read from left to right in any language. */
function cell(name: string, between: string): Cell {
  const label = h("span", { class: "cell-name" }, name);
  const value = h("bdi", { class: "cell-value", dir: "ltr" });
  const plan = h("bdi", { dir: "ltr" });
  const of = h("span", { class: "cell-of", hidden: true }, `${between} `, plan);
  const element = h("div", { class: "cell" }, label, value, of);
  return {
    element,
    set(text, planned = "") {
      setText(value, text);
      setText(plan, planned);
      of.hidden = planned === "";
    },
    name: (text) => setText(label, text),
    late: (on) => element.classList.toggle("late", on),
  };
}
