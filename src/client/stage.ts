import Reveal, { type RevealConfig } from "reveal.js";
import type { DeckData, SlideElement } from "./data.ts";
import { whenIdle } from "./idle.ts";
import type { Place } from "./model.ts";
import { afterFirstPaint } from "./paint.ts";

/** The slides on screen: shows a place, and tells when the user moved by a way of reveal's own (a swipe). */
export interface Stage {
  show(place: Place): void;
  /** The slides have changed: puts what they are now around the one at the place, which itself is not moved. */
  refresh(place: Place): void;
  /** Turns the movement between slides off or on. */
  setTransitions(on: boolean): void;
  /** Puts all slides into the page, for printing; returns what undoes it. */
  showAll(): () => void;
}

export interface StageEvents {
  /** The user swiped to another slide. */
  swiped(side: "next" | "previous"): void;
  /** reveal itself showed or hid a step. */
  stepped(step: number): void;
}

/** Slides kept in the page on each side of the current one. */
const AROUND = 3;

/**
 * Starts reveal.js on a window of slides.
 *
 * reveal walks over every slide of the page at each step, which takes 160–200 ms with a thousand. So only the current
 * slide and its neighbours are in the page; the others are kept detached, and the window moves along while nothing
 * happens. What needs the whole deck (numbers, progress, address, overview, search) is ours and does not ask reveal.
 *
 * The first slide is shown at once, by CSS; reveal starts after it was painted.
 */
export function openStage(
  root: HTMLElement,
  slides: readonly SlideElement[],
  data: DeckData,
  initial: Place,
  events: StageEvents,
): Stage {
  const holder = root.querySelector<HTMLElement>(".slides") as HTMLElement;
  const state = { place: initial, ready: false, own: false };
  const reveal = new Reveal(root, configuration(data));

  const keep = (wanted: ReadonlySet<number>): void => {
    let cursor: Element | null = holder.firstElementChild;
    slides.forEach(({ section }, index) => {
      if (section === cursor) cursor = section.nextElementSibling;
      if (!wanted.has(index)) section.remove();
      else if (section.parentElement !== holder) holder.insertBefore(section, cursor);
    });
  };
  const localIndex = (): number =>
    slides.filter(({ section }, index) => section.parentElement === holder && index < state.place.slide).length;
  const move = (): void => {
    state.own = true;
    reveal.slide(localIndex(), 0, state.place.step - 1);
    state.own = false;
  };
  const settle = (): void => {
    const { slide } = state.place;
    const missing = [slide - 1, slide + 1].some(
      (index) => slides[index] && slides[index].section.parentElement !== holder,
    );
    const crowded = holder.childElementCount > 4 * AROUND;
    if (!missing && !crowded) return;
    keep(around(slide, slides.length));
    move();
  };

  reveal.on("beforeslidechange", (event) => {
    if (state.own || !state.ready) return;
    event.preventDefault();
    const target = (event as unknown as { indexh: number }).indexh;
    const current = reveal.getIndices().h;
    if (target !== current) events.swiped(target > current ? "next" : "previous");
  });
  for (const type of ["fragmentshown", "fragmenthidden"]) {
    reveal.on(type, () => {
      if (state.own || !state.ready) return;
      const step = (reveal.getIndices().f ?? -1) + 1;
      state.place = { slide: state.place.slide, step };
      events.stepped(step);
    });
  }

  const begin = async (): Promise<void> => {
    const started = reveal.initialize();
    // The query of an address may hold settings, which reveal mixes in. What is set again before it starts stays ours.
    reveal.configure(configuration(data));
    await started;
    // Screen readers pass the content of an "application" by.
    root.removeAttribute("role");
    state.ready = true;
    keep(around(state.place.slide, slides.length));
    move();
  };

  const present = (): void => {
    keep(new Set([state.place.slide]));
    slides[state.place.slide]?.section.classList.add("present");
  };
  present();
  afterFirstPaint(begin);

  return {
    show(place) {
      state.place = place;
      if (!state.ready) return present();
      const section = slides[place.slide]?.section;
      if (section?.parentElement !== holder) {
        const wanted = around(place.slide, slides.length);
        const current = slides.findIndex((slide) => slide.section === reveal.getCurrentSlide());
        keep(new Set([...wanted, current]));
      }
      move();
      whenIdle(settle, 500);
    },
    refresh(place) {
      state.place = place;
      if (!state.ready) return present();
      arrange(holder, slides, around(place.slide, slides.length), place.slide);
      move();
    },
    setTransitions(on) {
      root.classList.remove("none", "fade", "slide");
      root.classList.add(on ? moving(data) : "none");
    },
    showAll() {
      const before = around(state.place.slide, slides.length);
      keep(new Set(slides.keys()));
      return () => {
        keep(before);
        move();
      };
    },
  };
}

/** Right-to-left and linear; what concerns the whole deck is switched off, because we have our own. */
function configuration(data: DeckData): RevealConfig {
  return {
    rtl: data.dir === "rtl",
    width: 1280,
    height: 720,
    margin: 0,
    disableLayout: true,
    center: false,
    display: "var(--slide-display, block)",
    viewDistance: 2,
    mobileViewDistance: 2,
    navigationMode: "linear",
    transition: data.transition,
    backgroundTransition: "none",
    controls: false,
    controlsTutorial: false,
    progress: false,
    slideNumber: false,
    jumpToSlide: false,
    hash: false,
    history: false,
    respondToHashChanges: false,
    keyboard: false,
    overview: false,
    help: false,
    pause: false,
    showNotes: false,
    autoAnimate: false,
    autoSlide: 0,
    loop: false,
    shuffle: false,
    embedded: false,
    view: null,
    scrollActivationWidth: null,
    postMessage: false,
    postMessageEvents: false,
    hideInactiveCursor: true,
    hideCursorTime: 3000,
    plugins: [],
    dependencies: [],
  };
}

/** Puts the wanted sections in order around the current one; whatever else stands there goes. */
function arrange(
  holder: HTMLElement,
  slides: readonly SlideElement[],
  wanted: ReadonlySet<number>,
  current: number,
): void {
  const kept = new Set([...wanted].map((index) => slides[index]?.section));
  for (const section of holder.querySelectorAll<HTMLElement>(":scope > section"))
    if (!kept.has(section)) section.remove();
  const middle = slides[current]?.section;
  if (!middle) return;
  if (middle.parentElement !== holder) holder.prepend(middle);
  const [before, after] = [[...wanted].filter((i) => i < current), [...wanted].filter((i) => i > current)];
  for (const index of before) middle.before(slides[index]?.section ?? "");
  for (const index of after.reverse()) middle.after(slides[index]?.section ?? "");
}

/** The movement that is turned on: the deck's own, or a fade in a deck that has none. */
function moving({ transition }: DeckData): string {
  return transition === "none" ? "fade" : transition;
}

function around(slide: number, count: number): ReadonlySet<number> {
  const from = Math.max(0, slide - AROUND);
  const to = Math.min(count - 1, slide + AROUND);
  return new Set(Array.from({ length: to - from + 1 }, (_, offset) => from + offset));
}
