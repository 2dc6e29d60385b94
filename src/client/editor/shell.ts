import { openSearchPanel } from "@codemirror/search";
import type { Lang } from "../../deck/types.ts";
import { h } from "../dom.ts";
import { whenIdle } from "../idle.ts";
import { buildToast } from "../overlay.ts";
import { setInterface } from "./code.ts";
import type { CompilerLine } from "./compiler-line.ts";
import type { Editor, EditorEvent } from "./editor.ts";
import { openExport } from "./export.ts";
import { openGallery } from "./gallery.ts";
import { pictureSlide, plainSlide } from "./layouts.ts";
import { buildNotesPane } from "./notes-pane.ts";
import { addSlide, duplicate, move, redoStep, remove, toggleHidden, undoStep } from "./operations.ts";
import type { Pane } from "./pane.ts";
import { addPicture, insertPicture } from "./picture-drop.ts";
import { buildPreviewPane } from "./preview-pane.ts";
import { buildProblemsPane } from "./problems-pane.ts";
import type { Saving } from "./saving.ts";
import { sayIn } from "./say.ts";
import type { Server } from "./server.ts";
import { type Action, openHelp } from "./shortcuts.ts";
import { buildStrip, type StripPane } from "./strip.ts";
import { buildToolbar, type Toolbar } from "./toolbar.ts";

export interface ShellParts {
  readonly editor: Editor;
  readonly server: Server;
  readonly compiler: CompilerLine;
  /** What the server can export. */
  readonly formats: readonly string[];
}

/** How long a pane shows what was, at most, while keys come one upon the other. Milliseconds. */
const LATEST = 100;

/** The page around the text: it is built anew in another language, while the text and its undo live on. */
export class Shell {
  readonly #parts: ShellParts;
  readonly #toast = buildToast();
  #saving: Saving | null = null;
  #panes: readonly Pane[] = [];
  #strip: StripPane | null = null;
  #toolbar: Toolbar | null = null;
  #outline = false;
  /** Panes that have something new to show. */
  readonly #stale = new Set<Pane>();

  constructor(parts: ShellParts, lang: Lang) {
    this.#parts = parts;
    this.#build(lang);
    parts.editor.listen((event) => this.#drawSoon(event));
  }

  set saving(saving: Saving) {
    this.#saving = saving;
  }

  say(text: string): void {
    this.#toast.say(text);
  }

  setConnected(connected: boolean): void {
    document.documentElement.classList.toggle("is-offline", !connected);
  }

  /** Templates have changed: pictures and their styles are drawn anew. */
  redraw(): void {
    for (const pane of this.#panes) pane.reload?.();
    this.#drawSoon();
  }

  takePicture(file: File, at: number): void {
    this.#addPicture(file, (picture) => insertPicture(this.#parts.editor, at, picture));
  }

  readonly #actions: { readonly [K in Action]: () => unknown } = {
    save: () => this.#save(),
    undo: () => undoStep(this.#parts.editor),
    redo: () => redoStep(this.#parts.editor),
    find: () => openSearchPanel(this.#parts.editor.view),
    replace: () => this.#replace(),
    newSlide: () => addSlide(this.#parts.editor, plainSlide(this.#parts.editor.say("editor.newTitle"))),
    insertLayout: () => this.#openGallery(),
    duplicate: () => duplicate(this.#parts.editor),
    moveUp: () => move(this.#parts.editor, -1),
    moveDown: () => move(this.#parts.editor, 1),
    hide: () => toggleHidden(this.#parts.editor),
    remove: () => remove(this.#parts.editor),
    insertPicture: () =>
      this.#choosePicture((file) => this.takePicture(file, this.#parts.editor.view.state.selection.main.head)),
    outline: () => this.#toggleOutline(),
    previous: () => this.#go(-1),
    next: () => this.#go(1),
    panes: () => this.#nextPane(),
    present: () => this.#present(),
    export: () => openExport({ ...this.#parts, save: () => this.#save(), tell: (text) => this.say(text) }),
    help: () => openHelp(this.#parts.editor.say),
  };

  run(action: Action): void {
    this.#actions[action]();
  }

  async #save(): Promise<boolean> {
    return (await this.#saving?.save()) === true;
  }

  #build(lang: Lang): void {
    const { editor, server } = this.#parts;
    for (const pane of this.#panes) pane.close();
    editor.say = sayIn(lang);
    editor.view.dispatch({ effects: setInterface(editor.say) });
    document.documentElement.lang = lang;
    document.documentElement.dir = lang === "en" ? "ltr" : "rtl";
    const toolbar = buildToolbar(editor, {
      lang,
      run: (action) => this.run(action),
      setLang: (next) => this.#setLang(next),
    });
    const strip = buildStrip(editor, server.frame);
    const preview = buildPreviewPane(editor, server.frame);
    const notes = buildNotesPane(editor);
    const problems = buildProblemsPane(editor);
    this.#strip = strip;
    this.#toolbar = toolbar;
    this.#showOutline();
    this.#panes = [toolbar, strip, preview, notes, problems];
    const offline = h("p", { class: "offline", role: "status" }, editor.say("connectionLost"));
    document.body.replaceChildren(
      toolbar.element,
      offline,
      h(
        "main",
        { class: "desk" },
        strip.element,
        h(
          "section",
          { class: "slide-side", "aria-label": editor.say("editor.preview") },
          preview.element,
          notes.element,
        ),
        h(
          "section",
          { class: "text-side", "aria-label": editor.say("editor.source") },
          editor.view.dom,
          problems.element,
        ),
      ),
      this.#toast.element,
    );
    // The text was out of the page for a moment, and has lost where it was scrolled to.
    editor.showCursor();
    this.#drawSoon();
  }

  #setLang(lang: Lang): void {
    localStorage.setItem("tadrich.lang", lang);
    this.#build(lang);
    this.#parts.editor.setMessages(lang);
  }

  /**
   * Each pane is drawn in a task of its own, so that a key has to wait for one of them at most: the slide in the next
   * one, the others when the browser has nothing better to do. Without an event the page is new, and all of it is drawn
   * with its next frame.
   */
  #drawSoon(event?: EditorEvent): void {
    for (const pane of this.#panes) {
      if (this.#stale.has(pane) || (event !== undefined && !pane.hears.includes(event))) continue;
      this.#stale.add(pane);
      const draw = (): void => this.#draw(pane);
      if (event === undefined) requestAnimationFrame(draw);
      else if (pane.first) setTimeout(draw);
      else whenIdle(draw, LATEST);
    }
  }

  #draw(pane: Pane): void {
    this.#stale.delete(pane);
    if (this.#panes.includes(pane)) pane.show();
  }

  #toggleOutline(): void {
    this.#outline = !this.#outline;
    this.#showOutline();
  }

  #showOutline(): void {
    this.#strip?.setOutline(this.#outline);
    this.#toolbar?.press("outline", this.#outline);
  }

  #go(by: number): void {
    const { editor } = this.#parts;
    editor.goTo(Math.min(Math.max(editor.current + by, 0), editor.slides.length - 1));
  }

  #nextPane(): void {
    const { editor } = this.#parts;
    const notes = document.querySelector<HTMLElement>("#notes");
    const stops: readonly (() => void)[] = [
      () => editor.focus(),
      () => notes?.focus(),
      () => this.#strip?.focus(),
      () => document.querySelector<HTMLElement>(".tools button")?.focus(),
    ];
    const areas = [".cm-editor", ".notes-pane", ".strip", ".top"];
    const at = areas.findIndex((area) => document.activeElement?.closest(area));
    stops[(at + 1) % stops.length]?.();
  }

  #replace(): void {
    const { view } = this.#parts.editor;
    openSearchPanel(view);
    view.dom.querySelector<HTMLInputElement>(".cm-search [name=replace]")?.select();
  }

  #openGallery(): void {
    const { editor, compiler, server } = this.#parts;
    const addPictureSlide = (): void =>
      this.#choosePicture((file) => this.#addPicture(file, (picture) => addSlide(editor, pictureSlide(picture))));
    openGallery({ editor, compiler, frame: server.frame, addPictureSlide });
  }

  #addPicture(file: File, write: (picture: string) => void): void {
    const { server, editor } = this.#parts;
    addPicture(file, { server, say: editor.say, write, tell: (text) => this.say(text) });
  }

  #choosePicture(take: (file: File) => void): void {
    const input = h("input", { type: "file", accept: "image/*" });
    input.addEventListener("change", () => {
      const [file] = input.files ?? [];
      if (file) take(file);
    });
    input.click();
  }

  /** What is on the disk is shown, so it is saved first; the window is opened at once, or the browser would block it. */
  async #present(): Promise<void> {
    const { editor, server } = this.#parts;
    const id = editor.slides[editor.current]?.id ?? "";
    const address = `${server.deck}#/${encodeURIComponent(id)}`;
    const opened = window.open("", "tadrich-deck");
    await this.#save();
    if (opened) opened.location.href = new URL(address, location.href).href;
    else location.href = address;
  }
}
