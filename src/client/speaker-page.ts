import { buildClocks } from "./clocks.ts";
import { h, type IconName, icon, setText } from "./dom.ts";
import type { Command } from "./keys.ts";
import { orderOf, type Place, placeAfter } from "./model.ts";
import { buildNotes, type NotesPane } from "./notes.ts";
import { buildToast, type Toast } from "./overlay.ts";
import { buildPad } from "./pad.ts";
import { buildPreview, drawStrokes } from "./preview.ts";
import { buildPrompter, type Prompter } from "./prompter.ts";
import { buildSlideList } from "./slide-list.ts";
import type { Speaker } from "./speaker.ts";

/** The speaker window's page: what it shows of the deck's state. */
export interface SpeakerPage {
  readonly notes: NotesPane;
  readonly toast: Toast;
  readonly prompter: Prompter;
  /** Draws the state anew. */
  show(): void;
  showInk(slide: number): void;
  showConnection(connected: "yes" | "lost" | "closed"): void;
  focusList(): void;
}

/** Replaces the deck's page. The current slide stands where reading begins: on the right in right-to-left. */
export function buildSpeakerPage(speaker: Speaker): SpeakerPage {
  const { say, data } = speaker;
  const notes = buildNotes(say, data.lang, data.dir);
  const prompter = buildPrompter(notes.element, say);
  const toast = buildToast();
  const clocks = buildClocks(speaker);
  const panes = buildPanes(speaker);
  let list = buildSlideList(speaker);
  const banner = buildBanner(speaker);
  document.title = `${say("speaker")}: ${data.title}`;
  document.documentElement.classList.add("speaker");
  notes.element.append(prompter.bar);
  const main = h(
    "main",
    { class: "speaker-page" },
    h("h1", { class: "visually-hidden" }, `${say("speaker")}: ${data.title}`),
    clocks.element,
    panes.current,
    panes.next,
    notes.element,
    list.element,
    buildTools(speaker),
  );
  document.body.replaceChildren(banner.element, main, toast.element);
  let shownSlide = -1;
  let { edition } = speaker;

  return {
    notes,
    toast,
    prompter,
    show() {
      const slide = speaker.slides[speaker.state.slide];
      if (!slide) return;
      if (edition !== speaker.edition) {
        const renewed = buildSlideList(speaker);
        list.element.replaceWith(renewed.element);
        list = renewed;
      }
      edition = speaker.edition;
      panes.show();
      list.show();
      clocks.show();
      notes.show(slide);
      if (shownSlide !== speaker.state.slide) prompter.restart();
      shownSlide = speaker.state.slide;
      for (const tool of main.querySelectorAll<HTMLElement>("[data-tool-button]"))
        tool.setAttribute("aria-pressed", String(isPressed(tool.dataset.toolButton ?? "", speaker)));
    },
    showInk: (slide) => slide === speaker.state.slide && panes.showInk(),
    showConnection: (connected) => banner.show(connected),
    focusList: () => list.focus(),
  };
}

interface Panes {
  readonly current: HTMLElement;
  readonly next: HTMLElement;
  show(): void;
  showInk(): void;
}

function buildPanes(speaker: Speaker): Panes {
  const { say } = speaker;
  const picture = h("div", { class: "pane-picture" });
  const nextPicture = h("div", { class: "pane-picture" });
  const label = h("p", { class: "pane-label" });
  const nextTitle = h("h2", {}, say("upNext"));
  const nextLabel = h("p", { class: "pane-label" });
  const black = h("p", { class: "pane-black", hidden: true }, say("blackOn"));
  const pad = buildPad({
    surface: () => picture.getBoundingClientRect(),
    pointed: (at) => speaker.send({ kind: "pointer", at }),
    drawn(stroke, ended) {
      const { slide } = speaker.state;
      const strokes = [...speaker.strokesOf(slide), stroke];
      if (ended) speaker.send({ kind: "ink", slide, strokes });
      else drawOver(picture, strokes);
    },
  });
  const current = h(
    "section",
    { class: "pane pane-current", "aria-label": say("current") },
    h("h2", {}, say("current")),
    h("div", { class: "pane-frame" }, picture, pad.element, black),
    h("div", { class: "pane-foot" }, move(speaker, "previous", "back"), label, move(speaker, "next", "forward")),
  );
  const next = h(
    "section",
    { class: "pane pane-next", "aria-label": say("upNext") },
    nextTitle,
    nextPicture,
    nextLabel,
  );
  let shown = "";

  return {
    current,
    next,
    show() {
      const { state, slides } = speaker;
      const at: Place = { slide: state.slide, step: state.step };
      const after = placeAfter(slides, orderOf(slides, state.withHidden), at);
      const key = JSON.stringify([at, after, speaker.edition]);
      if (key !== shown) {
        fill(picture, speaker, at);
        fill(nextPicture, speaker, after === at ? null : after);
      }
      shown = key;
      const steps = slides[at.slide]?.steps ?? 0;
      const stepText = steps > 0 ? ` · ${say("steps", { n: at.step, total: steps })}` : "";
      setText(label, placeLabel(speaker, at.slide) + stepText);
      setText(nextTitle, say(after !== at && after.slide === at.slide ? "nextStep" : "upNext"));
      setText(nextLabel, after === at ? say("endOfDeck") : placeLabel(speaker, after.slide));
      black.hidden = !state.black;
      pad.setTool(state.tool);
    },
    showInk: () => drawOver(picture, speaker.strokesOf(speaker.state.slide)),
  };
}

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

const TOOLS: readonly (readonly [Command, IconName])[] = [
  ["black", "black"],
  ["laser", "laser"],
  ["pen", "pen"],
  ["marker", "marker"],
  ["undo", "undo"],
  ["clear", "clear"],
  ["find", "find"],
  ["prompter", "scroll"],
  ["rehearse", "record"],
  ["notes-smaller", "smaller"],
  ["notes-bigger", "bigger"],
  ["help", "help"],
];

function buildTools(speaker: Speaker): HTMLElement {
  const { say } = speaker;
  const buttons = TOOLS.map(([command, name]) => {
    const label = say(`do.${command}`);
    const toggles = ["black", "laser", "pen", "marker", "rehearse"].includes(command);
    return h(
      "button",
      {
        type: "button",
        class: "button icon-button",
        "aria-label": label,
        title: label,
        "data-tool-button": toggles ? command : null,
        click: () => speaker.run(command),
      },
      icon(name),
    );
  });
  return h("div", { class: "speaker-tools", role: "toolbar", "aria-label": say("tools") }, ...buttons);
}

function isPressed(command: string, { state }: Speaker): boolean {
  if (command === "black") return state.black;
  if (command === "rehearse") return state.rehearsing;
  return state.tool === command;
}

function buildBanner(speaker: Speaker): { readonly element: HTMLElement; show(connected: string): void } {
  const { say } = speaker;
  const text = h("span", {});
  const reopen = h("button", { type: "button", class: "button", click: () => speaker.reopen() }, say("reopen"));
  const element = h("div", { class: "banner", role: "alert", hidden: true }, text, reopen);
  return {
    element,
    show(connected) {
      element.hidden = connected === "yes";
      if (connected === "yes") return;
      setText(text, say(connected === "closed" ? "closed" : "lost"));
      reopen.hidden = connected !== "closed";
    },
  };
}
