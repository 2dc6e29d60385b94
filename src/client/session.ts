import type { RemoteCommand, StateMessage, Tool } from "./messages.ts";
import {
  firstPlace,
  lastPlace,
  numberOf,
  type Order,
  orderOf,
  type Place,
  placeAfter,
  placeBefore,
  type SlideFacts,
  slideAt,
} from "./model.ts";
import { type Spent, spend } from "./pace.ts";
import { elapsed, pause, reset, STOPPED, start, type Timer } from "./timer.ts";

/** What lives through a reload of the deck. */
export interface Snapshot {
  readonly timer: Timer;
  readonly spent: Spent;
  readonly withHidden: boolean;
  readonly rehearsing: boolean;
}

export const EMPTY: Snapshot = { timer: STOPPED, spent: {}, withHidden: false, rehearsing: false };

/**
 * A deck that is being given: where it is, its timer and its tools, without a page. Every change goes through here,
 * from whatever window or device it comes, and is told to the listeners once.
 */
export class Session {
  readonly slides: readonly SlideFacts[];
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  #place: Place;
  #returnTo: Place | null = null;
  #order: Order;
  #black = false;
  #withHidden: boolean;
  #timer: Timer;
  #spent: Spent;
  /** What the timer showed when the slide was entered. */
  #mark: number;
  #rehearsing: boolean;
  #tool: Tool = "none";
  /** Whether time was never counted here: only then may it be taken over from elsewhere. */
  #fresh: boolean;

  /** @param now a clock in milliseconds. */
  constructor(slides: readonly SlideFacts[], place: Place | null, snapshot: Snapshot, now: () => number) {
    this.slides = slides;
    this.#now = now;
    this.#withHidden = snapshot.withHidden;
    this.#order = orderOf(slides, snapshot.withHidden);
    this.#place = place ?? firstPlace(this.#order);
    this.#timer = snapshot.timer;
    this.#spent = snapshot.spent;
    this.#rehearsing = snapshot.rehearsing;
    this.#mark = elapsed(this.#timer, now());
    this.#fresh = this.#mark === 0;
  }

  get place(): Place {
    return this.#place;
  }
  get order(): Order {
    return this.#order;
  }
  get black(): boolean {
    return this.#black;
  }
  get withHidden(): boolean {
    return this.#withHidden;
  }
  get timer(): Timer {
    return this.#timer;
  }
  get tool(): Tool {
    return this.#tool;
  }
  get rehearsing(): boolean {
    return this.#rehearsing;
  }
  get elapsed(): number {
    return elapsed(this.#timer, this.#now());
  }
  /** Time spent on slides, the current one up to now. */
  get spent(): Spent {
    return spend(this.#spent, this.#place.slide, this.elapsed - this.#mark);
  }

  listen(listener: () => void): void {
    this.#listeners.add(listener);
  }

  run(command: RemoteCommand): void {
    COMMANDS[command](this);
  }

  /** Goes to a place by name, number, list or search: a jump, from which `return` leads back. */
  jump(place: Place): void {
    if (place.slide !== this.#place.slide) this.#returnTo = this.#place;
    this.#moveTo(place);
  }

  /** Goes to the slide with that number. Returns false where there is none. */
  jumpToNumber(number: number): boolean {
    const slide = slideAt(this.#order, number);
    if (slide !== null) this.jump({ slide, step: 0 });
    return slide !== null;
  }

  /** The deck itself has shown a step. */
  stepped(step: number): void {
    this.#place = { slide: this.#place.slide, step };
    this.#tell();
  }

  /** One place on or back; while the screen is black the first press only brings the slide back. */
  step(to: (at: Place) => Place): void {
    const place = this.#black ? this.#place : to(this.#place);
    if (place.slide > this.#place.slide && elapsed(this.#timer, this.#now()) === 0) {
      this.#timer = start(this.#timer, this.#now());
      this.#fresh = false;
    }
    this.#moveTo(place);
  }

  goBack(): void {
    if (this.#returnTo) this.jump(this.#returnTo);
  }

  setBlack(on: boolean): void {
    this.#black = on;
    this.#tell();
  }

  setTool(tool: Tool): void {
    this.#tool = tool;
    this.#tell();
  }

  setWithHidden(on: boolean): void {
    this.#withHidden = on;
    this.#order = orderOf(this.slides, on);
    this.#tell();
  }

  toggleTimer(): void {
    this.#fresh = false;
    this.#timer = this.#timer.since === null ? start(this.#timer, this.#now()) : pause(this.#timer, this.#now());
    this.#tell();
  }

  resetTimer(): void {
    this.#timer = reset(this.#timer, this.#now());
    this.#spent = {};
    this.#mark = 0;
    this.#fresh = false;
    this.#tell();
  }

  /** A rehearsal starts from zero with the timer running, and ends with the timer standing. */
  setRehearsing(on: boolean): void {
    this.#fresh = false;
    if (on) {
      this.#timer = start(STOPPED, this.#now());
      this.#spent = {};
      this.#mark = 0;
    } else {
      this.#timer = pause(this.#timer, this.#now());
    }
    this.#rehearsing = on;
    this.#tell();
  }

  /** Takes over the time that another window has kept while the deck was closed. Time counted here is never replaced. */
  adoptTime(kept: number, running: boolean): void {
    if (!this.#fresh || kept === 0) return;
    this.#fresh = false;
    this.#timer = { counted: kept, since: running ? this.#now() : null };
    this.#mark = kept;
    this.#tell();
  }

  /**
   * The slides have changed under the session, which holds the new ones already: the place, the way back and the time
   * spent go with their slides, and the timer goes on.
   * @param placeOf where a slide of before stands now, or where its place is taken.
   */
  reshape(placeOf: (slide: number) => number): void {
    const move = ({ slide, step }: Place): Place => {
      const now = placeOf(slide);
      return { slide: now, step: Math.min(step, this.slides[now]?.steps ?? 0) };
    };
    const spent: Record<number, number> = {};
    for (const [slide, time] of Object.entries(this.spent)) {
      const now = placeOf(Number(slide));
      spent[now] = (spent[now] ?? 0) + time;
    }
    this.#spent = spent;
    this.#mark = this.elapsed;
    this.#order = orderOf(this.slides, this.#withHidden);
    this.#place = move(this.#place);
    this.#returnTo = this.#returnTo && move(this.#returnTo);
    this.#tell();
  }

  snapshot(): Snapshot {
    return { timer: this.#timer, spent: this.spent, withHidden: this.#withHidden, rehearsing: this.#rehearsing };
  }

  message(): StateMessage {
    return {
      kind: "state",
      slide: this.#place.slide,
      step: this.#place.step,
      black: this.#black,
      withHidden: this.#withHidden,
      elapsed: this.elapsed,
      running: this.#timer.since !== null,
      rehearsing: this.#rehearsing,
      spent: Object.entries(this.spent).map(([slide, time]) => [Number(slide), time] as const),
      tool: this.#tool,
    };
  }

  numberOf(slide: number): number | null {
    return numberOf(this.#order, slide);
  }

  #moveTo(place: Place): void {
    if (place.slide !== this.#place.slide) {
      this.#spent = this.spent;
      this.#mark = this.elapsed;
    }
    this.#place = place;
    this.#black = false;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

const toggleTool = (tool: Tool) => (session: Session) => session.setTool(session.tool === tool ? "none" : tool);

/** What each command of another window or device does. Drawing is undone and cleared where the strokes are. */
const COMMANDS: { readonly [K in RemoteCommand]: (session: Session) => void } = {
  next: (s) => s.step((at) => placeAfter(s.slides, s.order, at)),
  previous: (s) => s.step((at) => placeBefore(s.slides, s.order, at)),
  "next-slide": (s) => s.step((at) => placeAfter(s.slides, s.order, at, true)),
  "previous-slide": (s) => s.step((at) => ({ ...placeBefore(s.slides, s.order, at, true), step: 0 })),
  first: (s) => s.jump(firstPlace(s.order)),
  last: (s) => s.jump(lastPlace(s.slides, s.order)),
  return: (s) => s.goBack(),
  black: (s) => s.setBlack(!s.black),
  hidden: (s) => s.setWithHidden(!s.withHidden),
  timer: (s) => s.toggleTimer(),
  "timer-reset": (s) => s.resetTimer(),
  rehearse: (s) => s.setRehearsing(!s.rehearsing),
  laser: toggleTool("laser"),
  pen: toggleTool("pen"),
  marker: toggleTool("marker"),
  undo: () => undefined,
  clear: () => undefined,
};
