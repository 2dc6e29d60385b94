import { redo, undo } from "@codemirror/commands";
import { duplicateSlide, insertSlide, moveSlide, removeSlide, setHidden } from "../../deck/edit.ts";
import { findMetaValue, setFrontMatterKey } from "../../deck/edit-meta.ts";
import type { Span } from "../../deck/types.ts";
import type { Editor } from "./editor.ts";
import { COVER } from "./layouts.ts";

/** What one does to whole slides. Each is one step of undo, and the cursor goes along. */

export function addSlide(editor: Editor, source: string): void {
  const next = editor.current + 1;
  const before = next < editor.slides.length ? editor.placeOf(next) : null;
  const at = before?.span.start ?? editor.text.length;
  editor.replace(insertSlide(editor.text, before, source), "input.slide");
  followTo(editor, at);
  editor.focus();
}

/** A cover comes from the front matter. Where the deck has one already, the cursor goes to its title. */
export function addCover(editor: Editor): void {
  const isNew = titleOf(editor) === null;
  if (isNew) {
    const { title, subtitle, authors } = COVER;
    let text = setFrontMatterKey(editor.text, "title", title);
    if (findMetaValue({ path: "", text }, "subtitle") === null) text = setFrontMatterKey(text, "subtitle", subtitle);
    if (findMetaValue({ path: "", text }, "authors") === null) text = setFrontMatterKey(text, "authors", authors);
    editor.replace(text, "input.slide");
  }
  const { start, end } = titleOf(editor) ?? { start: 0, end: 0 };
  editor.view.dispatch({ selection: { anchor: isNew ? start : end, head: end }, scrollIntoView: true });
  editor.focus();
}

/** The words of the title in the front matter; null where there are none. */
function titleOf({ text }: Editor): Span | null {
  const value = findMetaValue({ path: "", text }, "title");
  const words = value === null ? "" : text.slice(value.start, value.end).trim();
  if (value === null || words === "") return null;
  const start = text.indexOf(words, value.start);
  return { start, end: start + words.length };
}

export function duplicate(editor: Editor): void {
  const place = editor.placeOf(editor.current);
  editor.replace(duplicateSlide(editor.text, place), "input.slide");
  followTo(editor, place.span.end);
}

/** The last slide stays, for a deck has one. */
export function remove(editor: Editor): void {
  const { current } = editor;
  if (editor.slides.length < 2 || isCover(editor, current)) return;
  const place = editor.placeOf(current);
  editor.replace(removeSlide(editor.text, place), "delete.slide");
  editor.goToOffset(place.span.start);
}

/** @param by -1 towards the start, 1 towards the end. */
export function move(editor: Editor, by: -1 | 1): void {
  moveTo(editor, editor.current, editor.current + (by === 1 ? 2 : -1));
}

/** Moves a slide before another; `before` may be one past the last. The cover stays first. */
export function moveTo(editor: Editor, slide: number, before: number): void {
  const count = editor.slides.length;
  const first = isCover(editor, 0) ? 1 : 0;
  if (slide < first || before < first || before > count || before === slide || before === slide + 1) return;
  const place = editor.placeOf(slide);
  const target = before < count ? editor.placeOf(before) : null;
  const text = moveSlide(editor.text, place, target);
  const grown = text.length - editor.text.length;
  const at = target?.span.start ?? editor.text.length;
  editor.replace(text, "move.slide");
  const length = place.span.end - place.span.start;
  // Taken out before its new place, it stands by its own length further up.
  followTo(editor, at > place.span.start ? at - length + Math.min(0, grown) : at);
}

export function toggleHidden(editor: Editor): void {
  const { current } = editor;
  const slide = editor.slides[current];
  if (!slide || isCover(editor, current)) return;
  editor.replace(setHidden(editor.text, editor.placeOf(current), !slide.hidden), "input.slide");
}

export function undoStep(editor: Editor): boolean {
  return undo(editor.view);
}
export function redoStep(editor: Editor): boolean {
  return redo(editor.view);
}

function isCover(editor: Editor, index: number): boolean {
  return index === 0 && editor.slides[0]?.layout === "cover" && editor.slides[0].start === 0;
}

/** Puts the cursor on the first slide that begins at or after a place. */
function followTo(editor: Editor, offset: number): void {
  const { doc } = editor.view.state;
  const from = Math.max(0, Math.min(offset, doc.length));
  const heading = /^(?:#|##)(?:[ \t]|$)|^(?:-[ \t]*){3,}$/m.exec(doc.sliceString(from));
  editor.goToOffset(from + (heading?.index ?? 0));
}
