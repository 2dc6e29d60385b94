import { h, setText } from "./dom.ts";
import { orderOf } from "./model.ts";
import type { Speaker } from "./speaker.ts";

export interface SlideList {
  readonly element: HTMLElement;
  show(): void;
  /** Gives the focus to the current slide's row. */
  focus(): void;
}

/** All slides by title, part by part, to jump to: hidden ones and backup slides too. */
export function buildSlideList(speaker: Speaker): SlideList {
  const { say, slides } = speaker;
  const numbers = slides.map(() => h("span", { class: "list-number" }));
  let part = "";
  const items = slides.flatMap((slide, index) => {
    const heading = slide.part !== part && slide.part !== "" ? [h("li", { class: "list-part" }, slide.part)] : [];
    part = slide.part;
    const number = numbers[index] ?? null;
    const button = h(
      "button",
      { type: "button", "data-slide": index, click: () => speaker.go({ slide: index, step: 0 }) },
      number,
      " ",
      slide.title,
    );
    button.classList.toggle("is-hidden-slide", slide.hidden);
    return [...heading, h("li", {}, button)];
  });
  const list = h("ol", {}, ...items);
  const element = h("nav", { class: "slide-list", "aria-label": say("slides") }, h("h2", {}, say("slides")), list);
  const buttons = [...list.querySelectorAll("button")];
  let current: HTMLElement | undefined;
  let counted: boolean | null = null;

  return {
    element,
    focus: () => current?.focus(),
    show() {
      const { state } = speaker;
      if (counted !== state.withHidden) {
        const { run, backup } = orderOf(slides, state.withHidden);
        const places = new Map([...run, ...backup].map((slide, position) => [slide, position + 1]));
        for (const [index, number] of numbers.entries()) setText(number, String(places.get(index) ?? "–"));
        counted = state.withHidden;
      }
      if (current === buttons[state.slide]) return;
      current?.removeAttribute("aria-current");
      current = buttons[state.slide];
      current?.setAttribute("aria-current", "true");
      if (current) scrollTo(list, current);
    },
  };
}

/** Brings the item into the middle of the list without moving the page. */
function scrollTo(list: HTMLElement, item: HTMLElement): void {
  list.scrollTop = item.offsetTop - list.offsetTop - list.clientHeight / 2;
}
