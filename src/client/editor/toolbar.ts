import type { EditorKey } from "../../deck/editor-strings.ts";
import type { Lang } from "../../deck/types.ts";
import { h, setText } from "../dom.ts";
import type { Editor } from "./editor.ts";
import { type EditorIcon, editorIcon } from "./icons.ts";
import type { Pane } from "./pane.ts";
import { type Action, SHORTCUTS } from "./shortcuts.ts";

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

export interface ToolbarOptions {
  readonly lang: Lang;
  readonly run: (action: Action) => void;
  readonly setLang: (lang: Lang) => void;
}

export function buildToolbar(editor: Editor, { lang, run, setLang }: ToolbarOptions): Pane {
  const { say } = editor;
  const title = h("h1", {});
  const state = h("output", { class: "save-state", "aria-live": "polite" });
  const buttons = new Map<string, HTMLButtonElement>();
  const groups = GROUPS.map((group) => {
    const members = group.map((action) => {
      const button = buildButton(action, say(labelOf(action)), () => run(action));
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
  return {
    element,
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
      const hide = buttons.get("hide");
      const isHidden = String(slides[current]?.hidden === true);
      if (hide?.getAttribute("aria-pressed") !== isHidden) hide?.setAttribute("aria-pressed", isHidden);
    },
  };
}

function labelOf(action: Action): EditorKey {
  return SHORTCUTS.find((shortcut) => shortcut.action === action)?.label ?? "editor.help";
}

function buildButton(action: Action & EditorIcon, label: string, click: () => void): HTMLButtonElement {
  const named = NAMED.has(action);
  const picture = editorIcon(action);
  return h(
    "button",
    {
      type: "button",
      class: named ? "tool is-named" : "tool",
      "data-action": action,
      title: label,
      "aria-label": label,
      click,
    },
    picture,
    named ? h("span", {}, label) : null,
  );
}
