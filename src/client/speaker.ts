import type { DeckData, Say, SlideElement } from "./data.ts";
import { sayer } from "./data.ts";
import { openFind } from "./find-box.ts";
import { openHelp } from "./help.ts";
import { setStrokes } from "./ink.ts";
import { listenToKeys } from "./input.ts";
import type { Command } from "./keys.ts";
import { linkWindows, type WindowLink } from "./link.ts";
import { type InkMessage, type Message, START, type StateMessage, type Stroke } from "./messages.ts";
import { numberOf, orderOf, type Place, slideAt } from "./model.ts";
import { BIGGER, SMALLER } from "./notes.ts";
import type { Spent } from "./pace.ts";
import { buildRehearsal } from "./rehearsal.ts";
import { openRehearsal } from "./rehearsal-view.ts";
import { isRemote } from "./remote-commands.ts";
import { readView } from "./restore.ts";
import { buildSpeakerPage, type SpeakerPage } from "./speaker-page.ts";
import { rememberState } from "./storage.ts";
import { keepAwake } from "./wake.ts";

/** How often the window asks for the deck, and after how long without an answer it says so. Milliseconds. */
const ASK = 1_000;
const LOST = 3_500;

/** What the speaker window knows of the deck: the state as it was told, and when. */
export interface View {
  readonly state: StateMessage;
  readonly at: number;
}

/** The speaker window while it is open. */
export class Speaker {
  readonly data: DeckData;
  readonly slides: readonly SlideElement[];
  readonly say: Say;
  readonly #secret: string;
  readonly #link: WindowLink;
  readonly #page: SpeakerPage;
  #view: View;
  #drawings: ReadonlyMap<number, readonly Stroke[]> = new Map();
  #heard: number;
  #edition = 0;
  /** Where the deck was before it was closed: it is sent there again when it comes back. */
  #wanted: Place | null = null;

  constructor(data: DeckData, slides: readonly SlideElement[], secret: string) {
    this.data = data;
    this.slides = slides;
    this.say = sayer(data.strings);
    this.#secret = secret;
    this.#view = { state: readView() ?? START, at: Date.now() };
    this.#heard = Date.now();
    this.#link = linkWindows(window, secret, (message) => this.#receive(message));
    this.#link.setPeer(window.opener as Window | null);
    this.#page = buildSpeakerPage(this);
    this.#page.show();
    this.#ask();
    setInterval(() => this.#ask(), ASK);
    window.addEventListener("pagehide", () => this.#link.send({ kind: "bye" }));
    listenToKeys(window, data.dir, "speaker", {
      run: (command) => this.run(command),
      typing: (digits) => this.#page.toast.say(digits === "" ? "" : this.say("goTo", { n: digits })),
      number: (n) => this.#goToNumber(n),
    });
  }

  get state(): StateMessage {
    return this.#view.state;
  }
  get elapsed(): number {
    return this.state.elapsed + this.#since();
  }
  get spent(): Spent {
    const spent = Object.fromEntries(this.state.spent);
    return { ...spent, [this.state.slide]: (spent[this.state.slide] ?? 0) + this.#since() };
  }
  get connected(): "yes" | "lost" | "closed" {
    if (!this.#link.open) return "closed";
    return Date.now() - this.#heard > LOST ? "lost" : "yes";
  }
  /** Counts how often the slides were changed under the window. */
  get edition(): number {
    return this.#edition;
  }
  strokesOf(slide: number): readonly Stroke[] {
    return this.#drawings.get(slide) ?? [];
  }
  numberOf(slide: number): number | null {
    return numberOf(orderOf(this.slides, this.state.withHidden), slide);
  }

  /** Does what a key or a button asks for; returns false for a command that is not this window's. */
  run(command: Command | "timer-reset"): boolean {
    if (command === "rehearse" && this.state.rehearsing)
      openRehearsal(buildRehearsal(this.slides, this.spent), this.data, this.say);
    if (isRemote(command)) this.#link.send({ kind: "command", command });
    else return OWN[command]?.(this, this.#page) ?? false;
    return true;
  }

  go(place: Place): void {
    this.#link.send({ kind: "go", ...place });
  }

  send(message: Message): void {
    this.#link.send(message);
    if (message.kind === "ink") this.#takeInk(message);
  }

  /**
   * The slides have changed; the deck says soon where it is now.
   * @param placeOf where a slide of before stands now, or where its place is taken.
   */
  reshape(placeOf: (slide: number) => number): void {
    const slide = placeOf(this.state.slide);
    const step = Math.min(this.state.step, this.slides[slide]?.steps ?? 0);
    this.#view = { ...this.#view, state: { ...this.state, slide, step } };
    this.#drawings = new Map([...this.#drawings].map(([place, strokes]) => [placeOf(place), strokes]));
    this.#edition += 1;
    this.#page.show();
  }

  /** Opens the deck's window again after it was closed, at the place where it was, with the time that was kept. */
  reopen(): void {
    const { slide, step } = this.state;
    const opened = window.open(`${location.href.split("#")[0]}#deck=${this.#secret}`);
    if (!opened) return;
    this.#wanted = { slide, step };
    this.#link.setPeer(opened);
  }

  #goToNumber(n: number): void {
    const slide = slideAt(orderOf(this.slides, this.state.withHidden), n);
    if (slide === null) this.#page.toast.say(this.say("noSuchSlide", { n }));
    else this.go({ slide, step: 0 });
  }

  #ask(): void {
    this.#link.send({ kind: "hello", elapsed: this.elapsed, running: this.state.running });
    this.#page.showConnection(this.connected);
  }

  #receive(message: Message): void {
    this.#heard = Date.now();
    if (message.kind === "state") this.#takeState(message);
    else if (message.kind === "ink") this.#takeInk(message);
    this.#page.showConnection(this.connected);
  }

  #takeState(state: StateMessage): void {
    if (this.#wanted) {
      const { slide, step } = this.#wanted;
      this.#wanted = null;
      this.go({ slide, step });
      return;
    }
    if (this.slides[state.slide] === undefined) return;
    this.#view = { state, at: Date.now() };
    rememberState({ view: state });
    this.#page.show();
  }

  #takeInk({ slide, strokes }: InkMessage): void {
    this.#drawings = setStrokes(this.#drawings, slide, strokes);
    this.#page.showInk(slide);
  }

  #since(): number {
    return this.state.running ? Date.now() - this.#view.at : 0;
  }
}

type Own = (speaker: Speaker, page: SpeakerPage) => boolean;

/** The commands that concern this window only. */
const OWN: { readonly [K in Command]?: Own } = {
  find: (speaker) => {
    const { slides, say } = speaker;
    const go = (slide: number): void => speaker.go({ slide, step: 0 });
    openFind({ slides, say, withNotes: true, numberOf: (slide) => speaker.numberOf(slide), go });
    return true;
  },
  // Escape ends what is going on; with nothing going on, it leads to the list.
  overview: (speaker, page) => {
    const { tool } = speaker.state;
    if (page.prompter.on) page.prompter.toggle();
    else if (tool !== "none") speaker.run(tool);
    else page.focusList();
    return true;
  },
  help: ({ say, data }) => {
    openHelp(say, data.dir, "speaker");
    return true;
  },
  prompter: (_, page) => {
    page.prompter.toggle();
    return true;
  },
  "notes-bigger": (_, page) => {
    page.notes.resize(BIGGER);
    return true;
  },
  "notes-smaller": (_, page) => {
    page.notes.resize(SMALLER);
    return true;
  },
};

/** Turns the page into the speaker window of the deck that knows the secret. */
export function openSpeaker(data: DeckData, slides: readonly SlideElement[], secret: string): Speaker {
  const speaker = new Speaker(data, slides, secret);
  keepAwake();
  return speaker;
}
