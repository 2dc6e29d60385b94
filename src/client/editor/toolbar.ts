import type { Lang } from "../../deck/types.ts";
import { fence } from "../../text/controls.ts";
import { h, setText } from "../dom.ts";
import type { Editor } from "./editor.ts";
import { type EditorIcon, editorIcon } from "./icons.ts";
import type { Pane } from "./pane.ts";
import type { Say } from "./say.ts";
import { type Action, keyNames, shortcutFor } from "./shortcuts.ts";

/** Groups of buttons, in the order in which they are needed. */
const GROUPS: readonly (readonly (Action & EditorIcon)[])[] = [
  ["save", "undo", "redo", "find"],
  ["newSlide", "insertLayout", "duplicate", "moveUp", "moveDown", "hide", "remove"],
  ["insertPicture", "outline"],
  ["export", "present", "help"],
];
/** Those that say their name beside the picture. */
const NAMED: ReadonlySet<string> = new Set(["save", "newSlide", "insertLayout", "export", "present"]);
const LANGUAGES: readonly (readonly [Lang, string])[] = [
  ["he", "עברית"],
  ["ar", "العربية"],
  ["en", "English"],
];

export interface Toolbar extends Pane {
  /** Shows whether a thing that stays is on. */
  press(action: Action, on: boolean): void;
}

export interface ToolbarOptions {
  readonly lang: Lang;
  readonly run: (action: Action) => void;
  readonly setLang: (lang: Lang) => void;
}

export function buildToolbar(editor: Editor, { lang, run, setLang }: ToolbarOptions): Toolbar {
  const { say } = editor;
  const title = h("h1", {});
  const state = h("output", { class: "save-state", "aria-live": "polite" });
  const buttons = new Map<string, HTMLButtonElement>();
  const groups = GROUPS.map((group) => {
    const members = group.map((action) => {
      const button = buildButton(action, say, () => run(action));
      buttons.set(action, button);
      return button;
    });
    return h("div", { class: "tool-group" }, ...members);
  });
  const languages = h(
    "select",
    { id: "language", change: (event) => setLang((event.currentTarget as HTMLSelectElement).value as Lang) },
    ...LANGUAGES.map(([code, name]) => h("option", { value: code, lang: code, selected: code === lang }, name)),
  );
  const element = h(
    "header",
    { class: "top" },
    h("div", { class: "top-title" }, title, state),
    h("div", { class: "tools", role: "toolbar", "aria-label": say("editor.tools") }, ...groups),
    h(
      "label",
      { class: "language", for: "language" },
      h("span", { class: "visually-hidden" }, say("editor.language")),
      languages,
    ),
  );
  title.dir = "auto";
  const press = (action: Action, on: boolean): void => {
    const button = buttons.get(action);
    if (button?.getAttribute("aria-pressed") !== String(on)) button?.setAttribute("aria-pressed", String(on));
  };
  return {
    element,
    press,
    hears: ["slides", "slide", "disk"],
    close: () => undefined,
    show() {
      const { disk, slides, current, reply } = editor;
      const name = reply?.look.title ?? "";
      setText(title, name);
      const tab = `${disk.isDirty ? "• " : ""}${say("editor.title", { title: name })}`;
      if (document.title !== tab) document.title = tab;
      setText(state, say(disk.isDirty ? "unsaved" : "saved"));
      state.classList.toggle("is-dirty", disk.isDirty);
      press("hide", slides[current]?.hidden === true);
    },
  };
}

function buildButton(action: Action & EditorIcon, say: Say, click: () => void): HTMLButtonElement {
  const named = NAMED.has(action);
  const shortcut = shortcutFor(action);
  const label = say(shortcut.label);
  const picture = editorIcon(action);
  return h(
    "button",
    {
      type: "button",
      class: named ? "tool is-named" : "tool",
      "data-action": action,
      title: `${label} (${fence(keyNames(shortcut).join("+"), "ltr", "isolates")})`,
      "aria-label": label,
      click,
    },
    picture,
    named ? h("span", {}, label) : null,
  );
}
