import { h, type IconName, icon, setText } from "./dom.ts";
import { orderOf, type Place, placeAfter } from "./model.ts";
import { buildPad, type Pad } from "./pad.ts";
import { buildPreview, drawStrokes } from "./preview.ts";
import type { Speaker } from "./speaker.ts";

/** The pictures of the current slide, to point and draw on, and of what comes next. */
export interface Panes {
  readonly current: HTMLElement;
  readonly next: HTMLElement;
  show(): void;
  showInk(): void;
}

export function buildPanes(speaker: Speaker): Panes {
  const current = buildCurrent(speaker);
  const next = buildNext(speaker);
  let shown = "";
  return {
    current: current.element,
    next: next.element,
    show() {
      const { state, slides } = speaker;
      const at: Place = { slide: state.slide, step: state.step };
      const after = placeAfter(slides, orderOf(slides, state.withHidden), at);
      const key = JSON.stringify([at, after, state.withHidden, speaker.edition]);
      if (key !== shown) {
        current.draw(at);
        next.draw(at, after);
      }
      shown = key;
      current.show();
    },
    showInk: () => drawOver(current.picture, speaker.strokesOf(speaker.state.slide)),
  };
}

interface Current {
  readonly element: HTMLElement;
  readonly picture: HTMLElement;
  draw(at: Place): void;
  show(): void;
}

function buildCurrent(speaker: Speaker): Current {
  const { say } = speaker;
  const picture = h("div", { class: "pane-picture" });
  const label = h("p", { class: "pane-label" });
  const black = h("p", { class: "pane-black", hidden: true }, say("blackOn"));
  const pad = buildDrawingPad(speaker, picture);
  const element = h(
    "section",
    { class: "pane pane-current", "aria-label": say("current") },
    h("h2", {}, say("current")),
    h("div", { class: "pane-frame" }, picture, pad.element, black),
    h("div", { class: "pane-foot" }, move(speaker, "previous", "back"), label, move(speaker, "next", "forward")),
  );
  return {
    element,
    picture,
    draw: (at) => fill(picture, speaker, at),
    show() {
      const { slide, step, black: isBlack, tool } = speaker.state;
      const total = speaker.slides[slide]?.steps ?? 0;
      const steps = total > 0 ? ` · ${say("steps", { n: step, total })}` : "";
      setText(label, placeLabel(speaker, slide) + steps);
      black.hidden = !isBlack;
      pad.setTool(tool);
    },
  };
}

function buildDrawingPad(speaker: Speaker, picture: HTMLElement): Pad {
  return buildPad({
    surface: () => picture.getBoundingClientRect(),
    pointed: (at) => speaker.send({ kind: "pointer", at }),
    drawn(stroke, ended) {
      const { slide } = speaker.state;
      const strokes = [...speaker.strokesOf(slide), stroke];
      if (ended) speaker.send({ kind: "ink", slide, strokes });
      else drawOver(picture, strokes);
    },
  });
}

function buildNext(speaker: Speaker): { readonly element: HTMLElement; draw(at: Place, after: Place): void } {
  const { say } = speaker;
  const picture = h("div", { class: "pane-picture" });
  const title = h("h2", {}, say("upNext"));
  const label = h("p", { class: "pane-label" });
  return {
    element: h("section", { class: "pane pane-next", "aria-label": say("upNext") }, title, picture, label),
    draw(at, after) {
      const isEnd = after === at;
      fill(picture, speaker, isEnd ? null : after);
      setText(title, say(!isEnd && after.slide === at.slide ? "nextStep" : "upNext"));
      setText(label, isEnd ? say("endOfDeck") : placeLabel(speaker, after.slide));
    },
  };
}

/** The slide's picture, or none. */
function fill(picture: HTMLElement, speaker: Speaker, place: Place | null): void {
  const slide = place && speaker.slides[place.slide];
  picture.replaceChildren(...(slide ? [buildPreview(slide, place.step, speaker.strokesOf(place.slide))] : []));
}

function drawOver(picture: HTMLElement, strokes: Parameters<typeof drawStrokes>[0]): void {
  const section = picture.querySelector("section");
  section?.querySelector(":scope > svg.ink")?.remove();
  section?.append(drawStrokes(strokes));
}

function placeLabel(speaker: Speaker, slide: number): string {
  const { say, slides, state } = speaker;
  const number = speaker.numberOf(slide);
  const title = slides[slide]?.title ?? "";
  if (number === null) return `${say("hiddenSlide")}: ${title}`;
  const total = orderOf(slides, state.withHidden).run.length;
  const place = slides[slide]?.backup ? say("backup", { n: number }) : say("number", { n: number, total });
  return `${place}: ${title}`;
}

function move(speaker: Speaker, command: "next" | "previous", name: IconName): HTMLElement {
  const run = (): boolean => speaker.run(command);
  return h(
    "button",
    { type: "button", class: "button move", "aria-label": speaker.say(command), click: run },
    icon(name),
  );
}
