import { type ChangeSet, type Extension, type Text, Transaction } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import type { SlidePlace } from "../../deck/edit.ts";
import { scan } from "../../deck/scan.ts";
import type { Lang } from "../../deck/types.ts";
import { createCode, setDeck } from "./code.ts";
import type { CompilerLine } from "./compiler-line.ts";
import { changesBetween } from "./diff.ts";
import { Disk, type Version } from "./disk.ts";
import { setFindings } from "./findings.ts";
import type { CompiledReply, SlideFacts } from "./messages.ts";
import type { Say } from "./say.ts";

/**
 * What panes hear of: another text, the cursor elsewhere, the cursor on another slide, what the compiler made of the
 * text, and the file being as the text is or not.
 */
export type EditorEvent = "text" | "place" | "slide" | "slides" | "disk";

export interface EditorOptions {
  readonly file: Version;
  readonly compiler: CompilerLine;
  readonly nonce: string;
  readonly say: Say;
  readonly extensions: Extension;
}

/** Reads the whole source, for diagnostics of several slides at once, after this long without a key. Milliseconds. */
const QUIET = 400;

/** The document that is edited, and what the compiler has made of it. Panes listen to it; every edit goes through it. */
export class Editor {
  readonly view: EditorView;
  readonly disk: Disk;
  say: Say;
  readonly #compiler: CompilerLine;
  readonly #listeners = new Set<(event: EditorEvent) => void>();
  readonly #html = new Map<string, string>();
  #version = 0;
  /** Changes that the compiler's last reply does not know. */
  #unseen: { readonly version: number; readonly changes: ChangeSet }[] = [];
  #reply: CompiledReply | null = null;
  #starts: readonly number[] = [];
  #quiet = 0;
  #text: { readonly doc: Text; readonly text: string } | null = null;
  #underlined = "";
  /** The slide that panes were last told of. */
  #told = -1;

  constructor({ file, compiler, nonce, say, extensions }: EditorOptions) {
    this.disk = new Disk(file);
    this.say = say;
    this.#compiler = compiler;
    const state = createCode({
      document: this.disk.text,
      nonce,
      say,
      lang: "he",
      dir: "rtl",
      extensions: [EditorView.updateListener.of((update) => this.#updated(update)), extensions],
    });
    this.view = new EditorView({ state });
    compiler.listen((reply) => this.#take(reply));
    compiler.open(this.text);
  }

  listen(listener: (event: EditorEvent) => void): void {
    this.#listeners.add(listener);
  }
  tell(event: EditorEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Made once for each state of the document: it is asked for often, and has to be put together of many lines. */
  get text(): string {
    const { doc } = this.view.state;
    if (this.#text?.doc !== doc) this.#text = { doc, text: doc.toString() };
    return this.#text.text;
  }
  /** A slide's own source, as far as is known where it ends. */
  slideText(index: number): string {
    const { doc } = this.view.state;
    return doc.sliceString(index === 0 ? 0 : this.startOf(index), this.startOf(index + 1));
  }
  /** What is known of the slides; of the text as it was some milliseconds ago. */
  get slides(): readonly SlideFacts[] {
    return this.#reply?.slides ?? [];
  }
  get reply(): CompiledReply | null {
    return this.#reply;
  }
  html(id: string): string {
    return this.#html.get(id) ?? "";
  }
  /** Where a slide starts now. */
  startOf(index: number): number {
    return this.#starts[index] ?? this.view.state.doc.length;
  }
  /** The slide that the cursor is on. */
  get current(): number {
    const at = this.view.state.selection.main.head;
    return Math.max(
      0,
      this.#starts.findLastIndex((start) => start <= at),
    );
  }

  /** The slide as edits of the source want it. */
  placeOf(index: number): SlidePlace {
    const { slides } = scan(this.text);
    const first = slides[0] as SlidePlace["span"];
    const isCover = index === 0 && this.slides[0]?.layout === "cover" && this.slides[0].start === 0;
    if (isCover) return { span: { start: 0, end: first.end } };
    const start = this.startOf(index);
    const { start: from, end } = slides.slice(1).findLast((slide) => slide.start <= start) ?? slides[1] ?? first;
    return { span: { start: from, end } };
  }

  /** Puts the cursor on a slide: at the end of its first line that has words. */
  goTo(index: number): void {
    const start = this.startOf(index);
    this.goToOffset(start);
  }

  goToOffset(offset: number): void {
    const { doc } = this.view.state;
    let line = doc.lineAt(Math.min(offset, doc.length));
    while (/^(?:-{3,})?\s*$/.test(line.text) && line.number < doc.lines && line.from !== 0)
      line = doc.line(line.number + 1);
    this.view.dispatch({
      selection: { anchor: line.to },
      effects: EditorView.scrollIntoView(line.from, { y: "start", yMargin: 40 }),
    });
  }

  /**
   * Gives the focus to the text. CodeMirror leaves the page's selection alone where it last saw it in the same place; a
   * dialog that was open has moved it since, and one would go on writing at the very start.
   */
  focus(): void {
    const { view } = this;
    view.focus();
    const { anchor, head } = view.state.selection.main;
    const [from, to] = [view.domAtPos(anchor), view.domAtPos(head)];
    getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }

  showCursor(): void {
    const { head } = this.view.state.selection.main;
    this.view.dispatch({ effects: EditorView.scrollIntoView(head, { y: "center" }) });
  }

  /** Makes the document another text, by the smallest changes, as one step of undo. */
  replace(text: string, userEvent: string): void {
    const changes = changesBetween(this.text, text);
    if (changes.length > 0) this.view.dispatch({ changes: [...changes], userEvent });
  }

  /** The same for what others have written: undo does not take it back. */
  receive(text: string): void {
    const changes = changesBetween(this.text, text);
    if (changes.length === 0) return;
    this.view.dispatch({ changes: [...changes], annotations: Transaction.addToHistory.of(false), userEvent: "remote" });
  }

  setMessages(lang: Lang): void {
    this.#html.clear();
    this.#compiler.setLang(lang);
  }

  #updated(update: ViewUpdate): void {
    if (update.docChanged) {
      this.disk.record(update.changes);
      this.#version += 1;
      this.#unseen.push({ version: this.#version, changes: update.changes });
      this.#starts = this.#starts.map((start) => update.changes.mapPos(start, -1));
      this.#compiler.change(this.#version, update.changes);
      clearTimeout(this.#quiet);
      this.#quiet = window.setTimeout(() => this.#compiler.compile(), QUIET);
      this.tell("text");
    }
    if (!update.docChanged && !update.selectionSet) return;
    this.tell("place");
    this.#tellSlide();
  }

  #tellSlide(): void {
    const { current } = this;
    if (current === this.#told) return;
    this.#told = current;
    this.tell("slide");
  }

  #take(reply: CompiledReply): void {
    const before = this.#reply?.look;
    this.#unseen = this.#unseen.filter(({ version }) => version > reply.version);
    this.#reply = reply;
    for (const [id, html] of reply.changed) this.#html.set(id, html);
    const map = (offset: number): number =>
      this.#unseen.reduce((at, { changes }) => (at <= changes.length ? changes.mapPos(at, -1) : at), offset);
    this.#starts = reply.slides.map(({ start }) => map(start));
    const { lang, dir } = reply.look;
    if (before?.lang !== lang || before.dir !== dir) this.view.dispatch({ effects: setDeck(lang, dir) });
    if (this.#unseen.length === 0) this.#underline(reply);
    this.tell("slides");
    this.#tellSlide();
  }

  /** The marks move with the text, so they are made anew only when there are others, or the whole was looked at. */
  #underline({ diagnostics, whole }: CompiledReply): void {
    const key = diagnostics.map(({ code, message }) => code + message).join("\0");
    if (key === this.#underlined && !whole) return;
    this.#underlined = key;
    this.view.dispatch({ effects: setFindings.of(diagnostics) });
  }
}
