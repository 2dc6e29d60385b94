import { type DeckData, type SlideElement, sayer } from "../data.ts";
import { h, icon, setText } from "../dom.ts";
import type { RemoteCommand, StateMessage } from "../messages.ts";
import { numberOf, orderOf } from "../model.ts";
import { buildNotes } from "../notes.ts";
import { buildToast } from "../overlay.ts";
import { formatDuration } from "../timer.ts";
import { keepAwake } from "../wake.ts";
import type { RoomData } from "./room-data.ts";
import { openSocket } from "./socket.ts";

const TICK = 500;

/** A phone in the presenter's hand: large keys for on, back and black, the timer, the notes, and the list of slides. */
export function openRemote(data: DeckData, slides: readonly SlideElement[], room: RoomData): void {
  const say = sayer(data.strings);
  const toast = buildToast();
  const notes = buildNotes(say, data.lang, data.dir);
  const title = h("h1", { class: "remote-title" }, data.title);
  const position = h("p", { class: "remote-position" }, say("waiting"));
  const timer = h("button", {
    type: "button",
    class: "remote-timer",
    "aria-label": say("startTimer"),
    click: () => send("timer"),
  });
  const black = key("black", say("do.black"), "black");
  let heard: { readonly state: StateMessage; readonly at: number } | null = null;

  function send(command: RemoteCommand): void {
    line.send({ kind: "command", command });
  }
  function key(command: RemoteCommand, label: string, picture: "forward" | "back" | "black"): HTMLButtonElement {
    return h(
      "button",
      { type: "button", class: `remote-key remote-${command}`, click: () => send(command) },
      icon(picture),
      h("span", {}, label),
    );
  }
  const items = slides.map((slide, index) =>
    h(
      "button",
      { type: "button", click: () => line.send({ kind: "go", slide: index, step: 0 }) },
      slide.title || `${index + 1}`,
    ),
  );

  function show(): void {
    if (heard === null) return;
    const { state } = heard;
    const slide = slides[state.slide];
    if (slide === undefined) return;
    const order = orderOf(slides, state.withHidden);
    const n = numberOf(order, state.slide);
    setText(position, n === null ? say("hiddenSlide") : say("number", { n, total: order.run.length }));
    setText(title, slide.title);
    notes.show(slide);
    black.setAttribute("aria-pressed", String(state.black));
    timer.setAttribute("aria-label", say(state.running ? "pauseTimer" : "startTimer"));
    for (const [index, item] of items.entries()) {
      if (index === state.slide) item.setAttribute("aria-current", "true");
      else item.removeAttribute("aria-current");
    }
    showTime();
  }
  function showTime(): void {
    if (heard === null) return;
    const { state, at } = heard;
    setText(timer, formatDuration(state.elapsed + (state.running ? Date.now() - at : 0)));
  }

  document.documentElement.classList.add("remote");
  document.querySelector(".reveal")?.remove();
  document.body.append(
    h("header", { class: "remote-head" }, position, timer),
    h(
      "main",
      { class: "remote-main" },
      title,
      h(
        "div",
        { class: "remote-keys" },
        key("next", say("next"), "forward"),
        key("previous", say("previous"), "back"),
        black,
      ),
      notes.element,
      h(
        "nav",
        { class: "remote-list", "aria-label": say("slides") },
        h("h2", {}, say("slides")),
        h("ol", {}, ...items.map((item) => h("li", {}, item))),
      ),
    ),
    toast.element,
  );
  const line = openSocket(room.socket, {
    received(message) {
      if (message.kind !== "state") return;
      heard = { state: message, at: Date.now() };
      show();
    },
    opened: () => toast.clear(),
    lost: () => toast.say(say("reconnecting")),
  });
  setInterval(showTime, TICK);
  keepAwake();
}
