import type { Say } from "./data.ts";
import { h, icon, setText } from "./dom.ts";
import { recall, remember } from "./storage.ts";

/** The notes in large type, scrolling by themselves at a rate that is set in words a minute. */
export interface Prompter {
  readonly bar: HTMLElement;
  readonly on: boolean;
  toggle(): void;
  /** Starts at the top again: another slide's notes. */
  restart(): void;
}

const RATES = { min: 60, max: 240, step: 10, usual: 120 };

/** @param pane the notes' pane; its text scrolls. */
export function buildPrompter(pane: HTMLElement, say: Say): Prompter {
  const text = pane.querySelector<HTMLElement>(".notes-text") as HTMLElement;
  const state = { on: false, running: false, rate: Number(recall("prompter-rate")) || RATES.usual, at: 0, last: 0 };
  const rate = h("output", { class: "prompter-rate" });
  const run = h("button", { type: "button", class: "button", click: () => setRunning(!state.running) });
  const button = (key: "slower" | "faster", by: number): HTMLElement =>
    h(
      "button",
      { type: "button", class: "button icon-button", "aria-label": say(key), click: () => setRate(by) },
      by > 0 ? "+" : "−",
    );
  const bar = h(
    "div",
    { class: "prompter-bar", role: "group", "aria-label": say("prompter"), hidden: true },
    run,
    button("slower", -RATES.step),
    rate,
    button("faster", RATES.step),
    h(
      "button",
      { type: "button", class: "button icon-button", "aria-label": say("close"), click: () => toggle() },
      icon("close"),
    ),
  );

  function setRate(by: number): void {
    state.rate = Math.min(Math.max(state.rate + by, RATES.min), RATES.max);
    remember("prompter-rate", String(state.rate));
    setText(rate, say("promptRate", { n: state.rate }));
  }

  function setRunning(on: boolean): void {
    state.running = on;
    setText(run, say(on ? "stop" : "scroll"));
    run.setAttribute("aria-pressed", String(on));
    state.at = text.scrollTop;
    state.last = performance.now();
    if (on) requestAnimationFrame(scroll);
  }

  function scroll(now: number): void {
    if (!state.running) return;
    state.at += ((now - state.last) / 60_000) * state.rate * pixelsPerWord(text);
    state.last = now;
    text.scrollTop = state.at;
    requestAnimationFrame(scroll);
  }

  function toggle(): void {
    state.on = !state.on;
    document.documentElement.classList.toggle("prompting", state.on);
    bar.hidden = !state.on;
    setRunning(false);
    if (state.on) run.focus();
  }

  setRate(0);
  return {
    bar,
    get on() {
      return state.on;
    },
    toggle,
    restart() {
      state.at = 0;
      text.scrollTop = 0;
    },
  };
}

/** Height that a word takes on average, so that a rate in words becomes a speed. */
export function pixelsPerWord(text: HTMLElement): number {
  const words = (text.textContent ?? "").split(/\s+/).filter(Boolean).length;
  const height = [...text.children].reduce((sum, child) => sum + child.getBoundingClientRect().height, 0);
  return words === 0 ? 0 : height / words;
}
