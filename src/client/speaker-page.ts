import { buildClocks } from "./clocks.ts";
import { h, type IconName, icon, setText } from "./dom.ts";
import type { Command } from "./keys.ts";
import { buildNotes, type NotesPane } from "./notes.ts";
import { buildToast, type Toast } from "./overlay.ts";
import { buildPrompter, type Prompter } from "./prompter.ts";
import { buildSlideList } from "./slide-list.ts";
import type { Speaker } from "./speaker.ts";
import { buildPanes } from "./speaker-panes.ts";

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
