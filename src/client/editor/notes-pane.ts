import { readNotesSource, replaceNotes } from "../../deck/edit.ts";
import { h, setText } from "../dom.ts";
import { formatDuration } from "../timer.ts";
import type { Editor } from "./editor.ts";
import type { Pane } from "./pane.ts";

/** The notes of the slide that the cursor is on, in a field of their own, and how long they take to say. */
export function buildNotesPane(editor: Editor): Pane {
  const { say } = editor;
  const field = h("textarea", { id: "notes", spellcheck: "true", rows: "5" });
  const time = h("output", { class: "notes-time", for: "notes" });
  const element = h(
    "section",
    { class: "notes-pane" },
    h("header", {}, h("label", { for: "notes" }, say("notes")), time),
    field,
  );
  let shown = "";
  let read = { source: "", notes: "" };
  // While the field's own edit is under way, what it holds is newer than the text.
  let writing = false;
  field.addEventListener("input", () => {
    writing = true;
    shown = field.value;
    editor.replace(replaceNotes(editor.text, editor.placeOf(editor.current), field.value), "input.notes");
    writing = false;
  });
  const show = (): void => {
    const { reply } = editor;
    if (!reply || writing) return;
    field.lang = reply.look.lang;
    field.dir = reply.look.dir;
    const source = editor.slideText(editor.current);
    if (source !== read.source) read = { source, notes: notesOf(source) };
    const { notes } = read;
    if (notes !== shown.trim() || document.activeElement !== field) {
      if (field.value !== notes) field.value = notes;
      shown = notes;
    }
    const total = editor.slides.reduce((sum, { minutes, hidden, backup }) => sum + (hidden || backup ? 0 : minutes), 0);
    const minutes = editor.slides[editor.current]?.minutes ?? 0;
    setText(time, say("editor.speaking", { time: clock(minutes), total: clock(total) }));
  };
  // Panes are drawn a moment later; who writes sooner must not write over another slide's notes.
  field.addEventListener("focus", show);
  field.addEventListener("beforeinput", show);
  return { element, hears: ["slides", "slide"], close: () => undefined, show };
}

/** The notes in a slide's own source; while a new slide is being typed into it, those of its end. */
function notesOf(source: string): string {
  try {
    return readNotesSource(source, { span: { start: 0, end: source.length } });
  } catch (error) {
    if (error instanceof RangeError) return "";
    throw error;
  }
}

/** Minutes as `2:30`. */
function clock(minutes: number): string {
  return formatDuration(minutes * 60_000);
}
