import { readSlide, type SlideElement } from "../data.ts";
import { type LiveData, type LiveMessage, parseLive, type SlidesMessage } from "./messages.ts";
import { morph } from "./morph.ts";
import { carry, pairSlides, placeOf } from "./pair.ts";
import { connect } from "./socket.ts";
import { buildStrip } from "./strip.ts";
import { replaceStyle } from "./style.ts";

/** Where the slides of before stand now. */
export interface Reshaping {
  /** For each slide the index that it had, or -1; null where the order is as before. */
  readonly pairs: readonly number[] | null;
  readonly placeOf: (slide: number) => number;
  /** Carries what is known by slide over to the new places; what belongs to a slide that is gone goes. */
  readonly carry: <T>(values: ReadonlyMap<number, T>) => Map<number, T>;
}

/**
 * Keeps an open deck as its source is. The slides are changed in place, so that whoever holds the list has the new ones
 * without a reload: nothing flashes, and the timer and the speaker window go on.
 * @param slides the page's slides, which everybody else only reads.
 * @param reshaped is called after they have changed.
 */
export function followSource(live: LiveData, slides: SlideElement[], reshaped: (reshaping: Reshaping) => void): void {
  const strip = buildStrip();
  let { version } = live;
  const receive: { readonly [K in LiveMessage["kind"]]: (message: Extract<LiveMessage, { kind: K }>) => void } = {
    slides(message) {
      // Something was missed: the server is told what is here, and sends all that is not.
      if (message.from !== null && message.from !== version) return socket.send({ kind: "hello", version });
      if (message.style !== null) replaceStyle(message.style);
      const pairs = apply(message, slides);
      version = message.version;
      if (message.title !== "") document.title = message.title;
      reshaped({
        pairs,
        placeOf: (slide) => (pairs === null ? slide : placeOf(pairs, slide)),
        carry: (values) => (pairs === null ? new Map(values) : carry(values, pairs)),
      });
    },
    mistakes: ({ mistakes }) => strip.show(mistakes),
    reload: () => location.reload(),
  };
  const socket = connect(live.socket, {
    opened: () => socket.send({ kind: "hello", version }),
    received(text) {
      const message = parseLive(text);
      if (message !== null) (receive[message.kind] as (message: LiveMessage) => void)(message);
    },
    changed: (connected) => document.documentElement.classList.toggle("live-lost", !connected),
  });
}

/** Changes the list of slides and their elements. @returns where each was, or null where the order is as before. */
function apply({ order, changed }: SlidesMessage, slides: SlideElement[]): readonly number[] | null {
  const markup = new Map(changed);
  const ids = order ?? slides.map(({ id }) => id);
  const pairs =
    order === null
      ? null
      : pairSlides(
          slides.map(({ id }) => id),
          order,
        );
  const before = [...slides];
  const after = ids.flatMap((id, index): readonly SlideElement[] => {
    const known = before[pairs === null ? index : (pairs[index] ?? -1)];
    const html = markup.get(id);
    if (html === undefined) return known ? [known] : [];
    const section = toSection(html);
    if (section === null) return known ? [known] : [];
    if (known) morph(known.section, section);
    return [readSlide(known?.section ?? section)];
  });
  slides.splice(0, slides.length, ...after);
  return pairs;
}

/** Our own server's renderer made the markup; nothing in it runs, and the page's policy would not let it. */
function toSection(html: string): HTMLElement | null {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.querySelector("section");
}
