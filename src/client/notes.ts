import type { Say, SlideElement } from "./data.ts";
import { h } from "./dom.ts";
import { recall, remember } from "./storage.ts";

/** Notes as they are read while speaking, in a size that is remembered. */
export interface NotesPane {
  readonly element: HTMLElement;
  show(slide: SlideElement): void;
  resize(factor: number): void;
}

const SIZES = { min: 0.6, max: 3, step: 1.15 };

export function buildNotes(say: Say, lang: string, dir: string): NotesPane {
  const content = h("div", { class: "notes-text", lang, dir, tabindex: "0" });
  const heading = h("h2", { id: "notes-title" }, say("notes"));
  const element = h("section", { class: "notes-pane", "aria-labelledby": "notes-title" }, heading, content);
  let shown = "";
  let size = Number(recall("notes-size")) || 1;
  const apply = (): void => element.style.setProperty("--notes-size", String(size));
  apply();
  return {
    element,
    show({ notes, id }) {
      const isSame = content.dataset.slide === id;
      const markup = notes?.innerHTML ?? "";
      if (isSame && markup === shown) return;
      shown = markup;
      content.dataset.slide = id;
      content.replaceChildren(...copyOfNotes(notes, say));
      if (!isSame) content.scrollTop = 0;
    },
    resize(factor) {
      size = Math.min(Math.max(size * factor, SIZES.min), SIZES.max);
      remember("notes-size", String(size));
      apply();
    },
  };
}

export const BIGGER = SIZES.step;
export const SMALLER = 1 / SIZES.step;

function copyOfNotes(notes: HTMLElement | null, say: Say): readonly Node[] {
  const copy = notes?.cloneNode(true) as HTMLElement | undefined;
  for (const element of copy?.querySelectorAll("[id]") ?? []) element.removeAttribute("id");
  const children = [...(copy?.childNodes ?? [])];
  const isEmpty = (copy?.textContent ?? "").trim() === "";
  return isEmpty ? [h("p", { class: "notes-none" }, say("noNotes"))] : children;
}
