import type { EditorKey } from "../../deck/editor-strings.ts";
import { h } from "../dom.ts";
import { openDialog } from "./dialog.ts";
import type { Say } from "./say.ts";

export type Action =
  | "save"
  | "undo"
  | "redo"
  | "find"
  | "replace"
  | "newSlide"
  | "insertLayout"
  | "duplicate"
  | "moveUp"
  | "moveDown"
  | "hide"
  | "remove"
  | "insertPicture"
  | "outline"
  | "previous"
  | "next"
  | "panes"
  | "present"
  | "export"
  | "help";

/**
 * The one table of shortcuts: the handler reads it, and the help is made from it. Keys are physical places
 * (`KeyboardEvent.code`), so that Ctrl+Z is the same key on a Hebrew, Arabic and English layout.
 */
export interface Shortcut {
  readonly action: Action;
  readonly label: EditorKey;
  readonly code: string;
  readonly ctrl?: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
  /** Works, but is not listed. */
  readonly unlisted?: boolean;
}

export const SHORTCUTS: readonly Shortcut[] = [
  { action: "save", label: "save", code: "KeyS", ctrl: true },
  { action: "undo", label: "undo", code: "KeyZ", ctrl: true },
  { action: "redo", label: "redo", code: "KeyY", ctrl: true },
  { action: "redo", label: "redo", code: "KeyZ", ctrl: true, shift: true, unlisted: true },
  { action: "find", label: "find", code: "KeyF", ctrl: true },
  { action: "replace", label: "replace", code: "KeyH", ctrl: true },
  { action: "newSlide", label: "newSlide", code: "KeyM", ctrl: true },
  { action: "insertLayout", label: "insertLayout", code: "KeyM", ctrl: true, shift: true },
  { action: "duplicate", label: "duplicate", code: "KeyD", ctrl: true },
  { action: "moveUp", label: "moveUp", code: "ArrowUp", alt: true, shift: true },
  { action: "moveDown", label: "moveDown", code: "ArrowDown", alt: true, shift: true },
  { action: "hide", label: "hide", code: "KeyH", ctrl: true, shift: true },
  { action: "remove", label: "remove", code: "Backspace", ctrl: true, shift: true },
  { action: "insertPicture", label: "insertPicture", code: "KeyI", ctrl: true, shift: true },
  { action: "outline", label: "outline", code: "KeyO", ctrl: true, shift: true },
  { action: "previous", label: "editor.previous", code: "PageUp", alt: true },
  { action: "next", label: "editor.next", code: "PageDown", alt: true },
  { action: "panes", label: "editor.panes", code: "F6" },
  { action: "present", label: "present", code: "F5" },
  { action: "export", label: "export", code: "KeyE", ctrl: true, shift: true },
  { action: "help", label: "editor.help", code: "F1" },
];

/** Listens before CodeMirror does, whose own table goes by letters. */
export function listenToShortcuts(run: (action: Action) => void): void {
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.isComposing || document.querySelector("dialog[open]")) return;
      const found = SHORTCUTS.find(
        ({ code, ctrl = false, shift = false, alt = false }) =>
          code === event.code &&
          ctrl === (event.ctrlKey || event.metaKey) &&
          shift === event.shiftKey &&
          alt === event.altKey,
      );
      if (!found) return;
      event.preventDefault();
      event.stopPropagation();
      run(found.action);
    },
    true,
  );
}

export function openHelp(say: Say): void {
  const rows = SHORTCUTS.filter(({ unlisted }) => !unlisted).map((shortcut) =>
    h("tr", {}, h("th", { scope: "row" }, say(shortcut.label)), h("td", {}, ...keysOf(shortcut))),
  );
  openDialog(say, say("editor.help"), "help", h("table", {}, h("tbody", {}, ...rows)));
}

function keysOf(shortcut: Shortcut): readonly HTMLElement[] {
  return [h("bdi", { dir: "ltr" }, ...keyNames(shortcut).map((name) => h("kbd", {}, name)))];
}

/** The first shortcut of an action: each has one. */
export function shortcutFor(action: Action): Shortcut {
  return SHORTCUTS.find((shortcut) => shortcut.action === action) as Shortcut;
}

/** The keys by the names that stand on them. */
export function keyNames({ code, ctrl, shift, alt }: Shortcut): readonly string[] {
  const isMac = /Mac/.test(navigator.platform);
  const names = [ctrl ? (isMac ? "⌘" : "Ctrl") : "", alt ? (isMac ? "⌥" : "Alt") : "", shift ? "Shift" : ""];
  const key = code.replace(/^Key/, "").replace("ArrowUp", "↑").replace("ArrowDown", "↓");
  return [...names, key].filter(Boolean);
}
