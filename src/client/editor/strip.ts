import { h, setText } from "../dom.ts";
import type { Editor } from "./editor.ts";
import type { SlideFacts } from "./messages.ts";
import { moveTo } from "./operations.ts";
import type { Pane } from "./pane.ts";
import { buildPictures } from "./pictures.ts";

export interface StripPane extends Pane {
  /** Titles alone, or with pictures. */
  setOutline(on: boolean): void;
  /** Gives the focus to the current slide's row. */
  focus(): void;
}

/** Rows that are drawn beyond what is seen, on each side. */
const BEYOND = 4;
/** How long after the last change the pictures are drawn. Milliseconds. */
const PICTURES = 150;
/** Px between a row's edge and its picture; the style sheet has the same. */
const INSET = 8;

/**
 * All slides, to go to and to move: by the pointer, or with Alt and the arrows. The rows are the editor's own; the
 * pictures lie under them in one frame, which is told of those only that are seen.
 */
export function buildStrip(editor: Editor, frame: string): StripPane {
  const { say } = editor;
  const pictures = buildPictures(frame, say("editor.thumbnails"));
  pictures.element.setAttribute("aria-hidden", "true");
  const list = h("ol", { class: "strip-list" });
  const scroller = h("div", { class: "strip-scroll" }, h("div", { class: "strip-content" }, pictures.element, list));
  const element = h("nav", { class: "strip", "aria-label": say("slides") }, scroller);
  const rows: Row[] = [];
  let shown: Row | undefined;

  // Pictures are small and many: while a key is being answered they wait.
  let waiting = 0;
  const drawSoon = (): void => {
    clearTimeout(waiting);
    waiting = window.setTimeout(draw, PICTURES);
  };
  const draw = (): void => {
    const outline = element.classList.contains("is-outline");
    const [first, second] = rows;
    if (!first || outline) {
      pictures.place([]);
      return;
    }
    pictures.element.style.height = `${list.offsetHeight}px`;
    const height = second ? second.element.offsetTop - first.element.offsetTop : first.element.offsetHeight;
    const from = Math.max(0, Math.floor(scroller.scrollTop / height) - BEYOND);
    const to = Math.min(rows.length, Math.ceil((scroller.scrollTop + scroller.clientHeight) / height) + BEYOND);
    const visible = editor.slides.slice(from, to);
    const space = first.picture;
    const left = space.getBoundingClientRect().left - list.getBoundingClientRect().left;
    const width = space.clientWidth;
    pictures.place(visible.map(({ id }, index) => ({ key: id, left, top: (from + index) * height + INSET, width })));
    for (const { id } of visible) pictures.draw(id, editor.html(id));
  };
  const show = (): void => {
    const look = editor.reply?.look;
    if (!look) return;
    pictures.look(look.lang, look.dir, look.theme);
    fitRows(rows, list, editor);
    for (const [index, slide] of editor.slides.entries()) rows[index]?.show(slide);
    const current = rows[editor.current];
    if (current !== shown) {
      shown?.mark(false);
      current?.mark(true);
      reveal(scroller, current?.element);
    }
    shown = current;
    drawSoon();
  };
  scroller.addEventListener("scroll", draw, { passive: true });
  const size = new ResizeObserver(draw);
  size.observe(scroller);
  list.addEventListener("keydown", (event) => moveByKeys(event, editor, rows));
  acceptDrops(list, rows, editor);
  return {
    element,
    hears: ["slides", "slide"],
    show,
    focus: () => rows[editor.current]?.button.focus(),
    reload: () => pictures.reload(),
    setOutline(on) {
      element.classList.toggle("is-outline", on);
      show();
    },
    close() {
      clearTimeout(waiting);
      size.disconnect();
      pictures.close();
    },
  };
}

interface Row {
  readonly element: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly picture: HTMLElement;
  show(slide: SlideFacts): void;
  /** Whether it is the slide that the cursor is on, where the tab key leads to. */
  mark(isCurrent: boolean): void;
}

function fitRows(rows: Row[], list: HTMLElement, editor: Editor): void {
  while (rows.length > editor.slides.length) rows.pop()?.element.remove();
  while (rows.length < editor.slides.length) {
    const row = buildRow(editor, rows.length);
    rows.push(row);
    list.append(row.element);
  }
}

/** The row's words are written only where they have changed. */
function buildRow(editor: Editor, index: number): Row {
  const { say } = editor;
  const number = h("span", { class: "strip-number" });
  const title = h("bdi", { class: "strip-title", dir: "auto" });
  const marks = h("span", { class: "strip-marks" });
  const picture = h("span", { class: "strip-picture" });
  const button = h(
    "button",
    { type: "button", click: () => editor.goTo(index), draggable: "true", tabindex: "-1", "data-slide": index },
    picture,
    h("span", { class: "strip-label" }, number, title, marks),
  );
  const element = h("li", {}, button);
  let before: SlideFacts | null = null;
  return {
    element,
    button,
    picture,
    mark(isCurrent) {
      if (isCurrent) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
      button.tabIndex = isCurrent ? 0 : -1;
    },
    show(slide) {
      if (before !== null && looksLike(before, slide)) return;
      before = slide;
      setText(number, String(index + 1));
      setText(title, slide.title || say("untitled"));
      const words = [slide.hidden ? say("hidden") : "", slide.backup ? say("backup") : ""].filter(Boolean);
      setText(marks, words.length > 0 ? `(${words.join(", ")})` : "");
      element.classList.toggle("is-hidden-slide", slide.hidden);
      element.classList.toggle("is-part", slide.layout === "part");
    },
  };
}

function looksLike(a: SlideFacts, b: SlideFacts): boolean {
  return a.title === b.title && a.hidden === b.hidden && a.backup === b.backup && a.layout === b.layout;
}

function reveal(scroller: HTMLElement, row: HTMLElement | undefined): void {
  if (!row) return;
  const { offsetTop: top, offsetHeight: height } = row;
  if (top < scroller.scrollTop) scroller.scrollTop = top - height / 2;
  else if (top + height > scroller.scrollTop + scroller.clientHeight)
    scroller.scrollTop = top + height * 1.5 - scroller.clientHeight;
}

function moveByKeys(event: KeyboardEvent, editor: Editor, rows: readonly Row[]): void {
  const at = Number((event.target as HTMLElement).dataset.slide ?? -1);
  const last = rows.length - 1;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.code];
  if (at < 0 || to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const index = Math.min(Math.max(to, 0), last);
  editor.goTo(index);
  rows[index]?.button.focus();
}

/** A row that is dragged goes before or after the row that it is dropped on, by the half that it is over. */
function acceptDrops(list: HTMLElement, rows: readonly Row[], editor: Editor): void {
  let dragged = -1;
  const clear = (): void => {
    for (const { element } of rows) element.classList.remove("drop-before", "drop-after");
  };
  const target = (event: DragEvent): { readonly row: number; readonly after: boolean } | null => {
    const element = event.target instanceof Element ? event.target.closest("li") : null;
    const row = rows.findIndex((candidate) => candidate.element === element);
    if (row < 0 || !element) return null;
    const { top, height } = element.getBoundingClientRect();
    return { row, after: event.clientY > top + height / 2 };
  };
  list.addEventListener("dragstart", (event) => {
    dragged = Number((event.target as HTMLElement).dataset?.slide ?? -1);
    event.dataTransfer?.setData("text/plain", editor.slides[dragged]?.title ?? "");
  });
  list.addEventListener("dragover", (event) => {
    const over = target(event);
    if (dragged < 0 || !over) return;
    event.preventDefault();
    clear();
    rows[over.row]?.element.classList.add(over.after ? "drop-after" : "drop-before");
  });
  list.addEventListener("drop", (event) => {
    const over = target(event);
    clear();
    if (dragged < 0 || !over) return;
    event.preventDefault();
    moveTo(editor, dragged, over.row + (over.after ? 1 : 0));
    dragged = -1;
  });
  list.addEventListener("dragend", () => {
    dragged = -1;
    clear();
  });
}
