import type { Say } from "./data.ts";
import { h, icon, setText } from "./dom.ts";
import type { Session } from "./session.ts";

/** Arrows, progress bar and slide number: the parts of the screen that the audience may use. */
export interface Chrome {
  readonly element: HTMLElement;
  update(): void;
}

/**
 * Builds them around a session. The forward arrow stands on the side that reading goes to (left in right-to-left), and
 * every point of the progress bar leads to the slide that it stands for, the first and the last ones included.
 */
export function buildChrome(session: Session, say: Say, rtl: boolean): Chrome {
  const forward = h(
    "button",
    { type: "button", class: "arrow arrow-forward", "aria-label": say("next"), click: () => session.run("next") },
    icon("forward"),
  );
  const back = h(
    "button",
    { type: "button", class: "arrow arrow-back", "aria-label": say("previous"), click: () => session.run("previous") },
    icon("back"),
  );
  const bar = h("span", { class: "deck-progress-bar" });
  const progress = h("div", { class: "deck-progress", "aria-hidden": "true" }, bar);
  const number = h("div", { class: "deck-number" });
  progress.addEventListener("click", (event) => {
    const { left, width } = progress.getBoundingClientRect();
    const index = pointedIndex((event.clientX - left) / width, session.order.run.length, rtl);
    const slide = session.order.run[index];
    if (slide !== undefined) session.jump({ slide, step: 0 });
  });

  return {
    element: h("nav", { class: "deck-chrome", "aria-label": say("progress") }, back, number, forward, progress),
    update() {
      const { run } = session.order;
      const { slide, step } = session.place;
      const steps = session.slides[slide]?.steps ?? 0;
      const position = run.indexOf(slide);
      const at = position < 0 ? run.length - 1 : position;
      bar.style.transform = `scaleX(${run.length < 2 ? 1 : (at + 1) / run.length})`;
      back.disabled = at <= 0 && step === 0 && position >= 0;
      forward.disabled = position === run.length - 1 && step === steps;
      forward.classList.toggle("has-steps", step < steps);
      back.classList.toggle("has-steps", step > 0);
      setText(number, slideNumber(session, say));
    },
  };
}

/** The item that a point of the bar stands for. @param part how far from the left edge, 0 to 1. */
export function pointedIndex(part: number, count: number, rtl: boolean): number {
  const along = rtl ? 1 - part : part;
  return Math.min(Math.max(Math.floor(along * count), 0), count - 1);
}

/** `2 מתוך 14` in words, for a slash between two numbers is turned around in a right-to-left line. */
export function slideNumber(session: Session, say: Say): string {
  const { slide } = session.place;
  const facts = session.slides[slide];
  const number = session.numberOf(slide);
  if (number === null) return say("hiddenSlide");
  const total = session.order.run.length;
  return facts?.backup ? say("backup", { n: number - total }) : say("number", { n: number, total });
}
