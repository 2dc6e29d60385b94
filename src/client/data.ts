import type { ClientKey, ClientStrings } from "../deck/client-strings.ts";
import type { Direction } from "../deck/types.ts";
import type { SlideFacts } from "./model.ts";

/** What the page says about its deck, in `<script type="application/json" id="deck-data">`. */
export interface DeckData {
  /** Name of the deck, as in its path: `hanoi-summit`. */
  readonly name: string;
  readonly title: string;
  readonly lang: string;
  readonly dir: Direction;
  /** Planned minutes; 0 when not given. */
  readonly duration: number;
  readonly transition: "none" | "fade" | "slide";
  /** Where a rehearsal is posted; empty when the page was not served by us. */
  readonly rehearsalUrl: string;
  readonly strings: Partial<ClientStrings>;
}

/** A slide with its elements. */
export interface SlideElement extends SlideFacts {
  readonly section: HTMLElement;
  readonly notes: HTMLElement | null;
}

const FALLBACK: DeckData = {
  name: "deck",
  title: "",
  lang: "he",
  dir: "rtl",
  duration: 0,
  transition: "none",
  rehearsalUrl: "",
  strings: {},
};

/** Reads the deck's data; what is missing or of another type has its default, for the page may be of another version. */
export function readData(page: Document): DeckData {
  const written = parseObject(page.getElementById("deck-data")?.textContent ?? "");
  const root = page.documentElement;
  const known = Object.fromEntries(
    Object.entries(FALLBACK).map(([name, value]) => [
      name,
      typeof written[name] === typeof value ? written[name] : value,
    ]),
  ) as unknown as DeckData;
  return {
    ...known,
    title: known.title || page.title,
    lang: root.lang || known.lang,
    dir: root.dir === "ltr" ? "ltr" : "rtl",
  };
}

/** The slides of a page, in source order. */
export function readSlides(page: Document): readonly SlideElement[] {
  return [...page.querySelectorAll<HTMLElement>(".reveal > .slides > section")].map(readSlide);
}

/** What a section says of its slide. */
export function readSlide(section: HTMLElement): SlideElement {
  return {
    section,
    id: section.id,
    title: section.getAttribute("aria-label") ?? section.querySelector("h1, h2")?.textContent?.trim() ?? "",
    part: section.dataset.part ?? "",
    minutes: Number(section.dataset.minutes) || 0,
    hidden: section.dataset.hidden !== undefined,
    backup: section.dataset.backup !== undefined,
    steps: countSteps(section),
    notes: section.querySelector<HTMLElement>("aside.notes"),
  };
}

/** How often something is revealed: fragments with the same index come together, those without one come alone. */
export function countSteps(section: Element): number {
  const indices = new Set<string>();
  let alone = 0;
  for (const fragment of section.querySelectorAll(".fragment")) {
    const index = fragment.getAttribute("data-fragment-index");
    if (index === null) alone += 1;
    else indices.add(index);
  }
  return indices.size + alone;
}

/** A function that says a thing in the deck's language: `say("goTo", { n: 3 })`. */
export type Say = (key: ClientKey, values?: Readonly<Record<string, string | number>>) => string;

export function sayer(strings: Partial<ClientStrings>): Say {
  return (key, values = {}) => {
    const template = strings[key] ?? key;
    return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
}

function parseObject(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
