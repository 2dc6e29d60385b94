/** Page numbers, part numerals and the lines at the foot: where a slide stands in the deck. */

import { plainText } from "../../deck/plain.ts";
import type { Deck, Slide } from "../../deck/types.ts";
import type { Html } from "../html.ts";
import { renderInlines } from "../inlines.ts";
import { labelsOf } from "../labels.ts";
import { setText } from "../typeset.ts";

export interface Place {
  /** As shown on the slide; empty for a hidden slide, which has no number. */
  readonly page: string;
  /** Part that the slide belongs to, from 1; 0 before the first. */
  readonly part: number;
  /** ` (2)` for the second slide of the same title, else empty. */
  readonly suffix: string;
}

export interface Part {
  readonly slide: Slide;
  readonly title: string;
  /** Speaking minutes of its slides. */
  readonly minutes: number;
}

export interface Numbering {
  readonly places: readonly Place[];
  readonly parts: readonly Part[];
  /** The line that runs through a part, by the part's title; backup slides have their own. Set once, not on each slide. */
  readonly running: ReadonlyMap<string, Html>;
  readonly runningBackup: Html;
  readonly footer: Html;
}

/** The run is numbered first and the backup slides go on from there, as the presenter's keys do. */
export function numberSlides({ slides, meta }: Deck): Numbering {
  const run = slides.filter((slide) => !slide.hidden && !slide.backup);
  const pages = new Map([...run, ...slides.filter((slide) => !slide.hidden && slide.backup)].map((s, i) => [s, i + 1]));
  const seen = new Map<string, number>();
  const parts: { slide: Slide; title: string; minutes: number }[] = [];
  const places = slides.map((slide) => {
    const title = plainText(slide.title);
    const times = (seen.get(title) ?? 0) + 1;
    seen.set(title, times);
    if (slide.layout === "part") parts.push({ slide, title, minutes: 0 });
    // Of a selection the slide that opens the part may be left out: then the part before is not theirs.
    const isOpen = slide.layout === "part" || (slide.part !== "" && parts.at(-1)?.slide.part === slide.part);
    const part = isOpen ? parts.length : 0;
    const current = parts[part - 1];
    if (current !== undefined && !slide.hidden) current.minutes += slide.notes.minutes;
    return { page: String(pages.get(slide) ?? ""), part, suffix: times > 1 ? ` (${times})` : "" };
  });
  const line = (text: string): Html => renderInlines(setText(text, meta), { images: new Map(), scope: "" });
  const titles = new Set(slides.map(({ part }) => part));
  return {
    places,
    parts,
    running: new Map([...titles].map((title) => [title, line(title)])),
    runningBackup: line(labelsOf(meta.lang).backup),
    footer: line(meta.footer || meta.title),
  };
}
