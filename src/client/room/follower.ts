import { buildBoard } from "../board.ts";
import { buildChrome } from "../chrome.ts";
import { type DeckData, type SlideElement, sayer } from "../data.ts";
import { h } from "../dom.ts";
import { listenToKeys } from "../input.ts";
import type { Command } from "../keys.ts";
import type { RemoteCommand, StateMessage } from "../messages.ts";
import type { Place } from "../model.ts";
import { buildToast } from "../overlay.ts";
import { EMPTY, Session } from "../session.ts";
import { openStage } from "../stage.ts";
import { keepAwake } from "../wake.ts";
import type { RoomData } from "./room-data.ts";
import { openSocket } from "./socket.ts";

/** What a follower may do: look back, and return. */
const ALLOWED: ReadonlySet<Command> = new Set([
  "next",
  "previous",
  "next-slide",
  "previous-slide",
  "first",
  "fullscreen",
]);

/**
 * A screen in the room: it shows the slide that is on. Its reader may look back at what was shown, never ahead, and
 * returns by a button, or by reaching the slide that is on.
 */
export function followRoom(data: DeckData, slides: readonly SlideElement[], room: RoomData): void {
  const say = sayer(data.strings);
  const root = document.querySelector<HTMLElement>(".reveal") as HTMLElement;
  const session = new Session(slides, null, EMPTY, Date.now);
  const stage = openStage(root, slides, data, session.place, {
    swiped: (side) => session.run(side),
    stepped: (step) => session.stepped(step),
  });
  const board = buildBoard({
    slides,
    current: () => session.place.slide,
    surface: () => root.getBoundingClientRect(),
    send: () => {},
    kept: new Map(),
    keep: () => {},
  });
  const toast = buildToast();
  const chrome = buildChrome(session, say, data.dir === "rtl");
  const black = h("div", { class: "black-screen", "aria-hidden": "true", hidden: true });
  const live = h(
    "button",
    { type: "button", class: "room-live", hidden: true, click: () => goLive() },
    say("backToLive"),
  );
  let on: StateMessage | null = null;
  let furthest: Place = session.place;
  let isLive = true;
  let following = false;
  let shown = session.place;

  /** Goes where the presenter is. */
  function goLive(): void {
    isLive = true;
    if (on !== null) follow(on);
    update();
  }
  function follow({ slide, step }: StateMessage): void {
    following = true;
    session.jump({ slide, step });
    following = false;
  }
  /** The reader has moved: all that was shown is open, the slide that is on, and what is beyond, lead to what is on. */
  function moved(): void {
    isLive = false;
    const { slide, step } = session.place;
    const isOn = on !== null && slide === on.slide && step === on.step;
    if (isOn || slide > furthest.slide || (slide === furthest.slide && step > furthest.step)) goLive();
  }
  function heard(state: StateMessage): void {
    on = state;
    if (state.slide > furthest.slide || (state.slide === furthest.slide && state.step > furthest.step))
      furthest = state;
    if (isLive) follow(state);
    update();
  }
  function update(): void {
    if (session.place !== shown) stage.show(session.place);
    shown = session.place;
    chrome.update();
    black.hidden = !(isLive && on?.black === true);
    live.hidden = isLive;
  }

  root.querySelector(".slides")?.append(board.dot);
  root.append(chrome.element);
  document.body.append(black, live, toast.element);
  document.documentElement.classList.add("deck", "following");
  session.listen(() => {
    if (following) return;
    moved();
    update();
  });
  listenToKeys(window, data.dir, "deck", {
    run(command) {
      if (!ALLOWED.has(command)) return false;
      if (command === "fullscreen") void document.documentElement.requestFullscreen();
      else session.run(command as RemoteCommand);
      return true;
    },
    typing: () => {},
    number: () => {},
  });
  openSocket(room.socket, {
    received(message) {
      if (message.kind === "state") {
        heard(message);
      } else if (message.kind !== "pointer" || isLive) board.receive(message);
    },
    opened: () => toast.clear(),
    lost: () => toast.say(say("reconnecting")),
  });
  keepAwake();
  update();
}
