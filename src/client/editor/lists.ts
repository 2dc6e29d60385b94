import { syntaxTree } from "@codemirror/language";
import type { EditorState, Line } from "@codemirror/state";
import type { Command } from "@codemirror/view";

const MARKER = /^(\s*)(?:([-*+])|(\d{1,9})([.)]))([ \t]+)(\[[ xX]\][ \t]+)?/;

/** Enter in a list begins the next item; in an empty item it ends the list. */
export const continueList: Command = ({ state, dispatch }) => {
  const { main } = state.selection;
  const line = state.doc.lineAt(main.head);
  const match = MARKER.exec(line.text);
  if (!main.empty || !match || main.head < line.from + match[0].length || isCode(state, main.head)) return false;
  if (match[0].length === line.length) {
    dispatch(state.update({ changes: { from: line.from, to: line.to }, userEvent: "delete" }));
    return true;
  }
  const insert = `${state.lineBreak}${nextMarker(match)}`;
  const changes = { from: main.head, insert };
  dispatch(
    state.update({
      changes,
      selection: { anchor: main.head + insert.length },
      scrollIntoView: true,
      userEvent: "input",
    }),
  );
  return true;
};

/** Backspace right after a marker takes the whole marker away. */
export const deleteMarker: Command = ({ state, dispatch }) => {
  const { main } = state.selection;
  const line: Line = state.doc.lineAt(main.head);
  const match = MARKER.exec(line.text);
  if (!main.empty || !match || main.head !== line.from + match[0].length || isCode(state, main.head)) return false;
  dispatch(state.update({ changes: { from: line.from, to: main.head }, userEvent: "delete.backward" }));
  return true;
};

function nextMarker([, indent = "", bullet, number, stop = "", space = " ", task]: RegExpExecArray): string {
  const marker = bullet ?? `${Number(number) + 1}${stop}`;
  return `${indent}${marker}${space}${task === undefined ? "" : "[ ] "}`;
}

function isCode(state: EditorState, at: number): boolean {
  return /Code/.test(syntaxTree(state).resolveInner(at, -1).name);
}
