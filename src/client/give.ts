import { hashOfPlace, placeOfHash } from "./address.ts";
import { type Board, buildBoard } from "./board.ts";
import { buildChrome } from "./chrome.ts";
import { DECK_COMMANDS } from "./commands.ts";
import { type DeckData, type Say, type SlideElement, sayer } from "./data.ts";
import { h } from "./dom.ts";
import { listenToKeys } from "./input.ts";
import { linkWindows, makeSecret, type Transport, type WindowLink } from "./link.ts";
import type { Message } from "./messages.ts";
import { orderOf, slideAt } from "./model.ts";
import { buildNotes, type NotesPane } from "./notes.ts";
import { buildToast, type Toast } from "./overlay.ts";
import { preparePrinting } from "./printing.ts";
import { readKept, readSecret, readSnapshot, writeKept } from "./restore.ts";
import { Session } from "./session.ts";
import { openStage, type Stage } from "./stage.ts";
import { rememberState } from "./storage.ts";
import { keepAwake } from "./wake.ts";

/** Everything that a command of the deck's window may need. */
export interface Giving {
  readonly data: DeckData;
  readonly slides: readonly SlideElement[];
  readonly say: Say;
  readonly session: Session;
  readonly stage: Stage;
  readonly board: Board;
  readonly notes: NotesPane;
  readonly toast: Toast;
  readonly link: WindowLink;
  readonly secret: string;
  /** Everyone who is told what happens; a page that is served in a room adds its server. */
  readonly transports: Transport[];
}

/** How long after a change the address follows, in milliseconds: browsers allow only so many changes in a while. */
const SAVE = 200;
/** How often the deck tells an open speaker window that it is there, in milliseconds. */
const KEEP_ALIVE = 2_000;

/**
 * Shows the deck, and lets keys, clicks, the speaker window and `transports` steer it.
 * @param given the secret, when a speaker window has opened the deck again; otherwise it is the one from before a reload.
 */
export function openDeck(data: DeckData, slides: readonly SlideElement[], given: string | null): Giving {
  const say = sayer(data.strings);
  const root = document.querySelector<HTMLElement>(".reveal") as HTMLElement;
  const secret = given ?? readSecret() ?? makeSecret();
  const snapshot = readSnapshot();
  const place = placeOfHash(slides, location.hash, (n) => slideAt(orderOf(slides, snapshot.withHidden), n));
  const session = new Session(slides, place, snapshot, Date.now);
  rememberState({ secret }, hashOfPlace(slides, session.place));

  const transports: Transport[] = [];
  const send = (message: Message): void => {
    for (const transport of transports) transport.send(message);
  };
  const stage = openStage(root, slides, data, session.place, {
    swiped: (side) => session.run(side),
    stepped: (step) => session.stepped(step),
  });
  const board = buildBoard({
    slides,
    current: () => session.place.slide,
    surface: () => (root.querySelector(".slides") as HTMLElement).getBoundingClientRect(),
    send,
    kept: readKept(data.name, slides.length),
    keep: (drawings) => writeKept(data.name, drawings),
  });
  const link = linkWindows(window, secret, (message, isNew) => {
    receive(giving, message, link);
    if (isNew) for (const drawing of board.messages()) link.send(drawing);
  });
  transports.push(link);
  const notes = buildNotes(say, data.lang, data.dir);
  const giving: Giving = {
    data,
    slides,
    say,
    session,
    stage,
    board,
    notes,
    toast: buildToast(),
    link,
    secret,
    transports,
  };

  build(giving, root);
  listen(giving, send);
  if (window.opener && given !== null) link.setPeer(window.opener as Window);
  setInterval(() => link.open && link.send(session.message()), KEEP_ALIVE);
  preparePrinting(() => stage.showAll());
  keepAwake();
  return giving;
}

/** Adds what stands around the slides, and keeps all of it up to date with the session. */
function build({ session, stage, say, data, board, notes, toast, slides }: Giving, root: HTMLElement): void {
  const chrome = buildChrome(session, say, data.dir === "rtl");
  const black = h("button", {
    type: "button",
    class: "black-screen",
    "aria-label": say("blackOff"),
    click: () => session.setBlack(false),
  });
  root.querySelector(".slides")?.append(board.dot);
  root.append(board.pad, chrome.element);
  document.body.append(notes.element, toast.element, black);
  document.documentElement.classList.add("deck");
  document.documentElement.classList.toggle("no-transitions", data.transition === "none");
  let shown = session.place;
  const update = (): void => {
    const { place } = session;
    if (place !== shown) stage.show(place);
    shown = place;
    chrome.update();
    black.hidden = !session.black;
    board.setTool(session.tool);
    const slide = slides[place.slide];
    if (slide && document.documentElement.classList.contains("with-notes")) notes.show(slide);
  };
  session.listen(update);
  update();
  wakeChrome(root);
}

/** Arrows and number come out when the pointer moves, and go away when it rests. */
function wakeChrome(root: HTMLElement): void {
  let timeout = 0;
  document.addEventListener("pointermove", () => {
    root.classList.add("pointer-awake");
    clearTimeout(timeout);
    timeout = window.setTimeout(() => root.classList.remove("pointer-awake"), 3_000);
  });
}

/** Connects keys, links, the address and the other windows. */
function listen(giving: Giving, send: (message: Message) => void): void {
  const { session, slides, data, say, toast } = giving;
  const save = (): void => rememberState({ snapshot: session.snapshot() }, hashOfPlace(slides, session.place));
  let saving = 0;
  session.listen(() => {
    send(session.message());
    clearTimeout(saving);
    saving = window.setTimeout(save, SAVE);
  });
  const jump = (hash: string): boolean => {
    const place = placeOfHash(slides, hash, (n) => slideAt(session.order, n));
    if (place) session.jump(place);
    return place !== null;
  };
  window.addEventListener("hashchange", () => jump(location.hash));
  window.addEventListener("pagehide", save);
  document.addEventListener(
    "click",
    (event) => {
      const anchor = event.target instanceof Element ? event.target.closest('.slides a[href^="#"]') : null;
      if (anchor && jump(anchor.getAttribute("href") ?? "")) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    true,
  );
  listenToKeys(window, data.dir, "deck", {
    run: (command) => DECK_COMMANDS[command](giving),
    typing: (digits) => (digits === "" ? toast.clear() : toast.say(say("goTo", { n: digits }))),
    number: (n) => session.jumpToNumber(n) || toast.say(say("noSuchSlide", { n })),
  });
}

/** What the speaker window or a remote says. A message to the deck is answered with the deck's state. */
export function receive(giving: Giving, message: Message, from: Transport): void {
  const { session, board, slides } = giving;
  if (message.kind === "hello") {
    session.adoptTime(message.elapsed, message.running);
    from.send(session.message());
  } else if (message.kind === "command") {
    if (message.command === "undo") board.undo(session.place.slide);
    else if (message.command === "clear") board.clear(session.place.slide);
    else session.run(message.command);
  } else if (message.kind === "go") {
    const steps = slides[message.slide]?.steps;
    if (steps !== undefined) session.jump({ slide: message.slide, step: Math.min(message.step, steps) });
  } else if (message.kind === "ink" || message.kind === "pointer") {
    board.receive(message);
    for (const transport of giving.transports) if (transport !== from) transport.send(message);
  }
}
