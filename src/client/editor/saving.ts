import { diffSlides } from "../../deck/merge.ts";
import { connect } from "../live/socket.ts";
import { settleConflicts } from "./conflict.ts";
import type { Version } from "./disk.ts";
import type { Drafts } from "./drafts.ts";
import type { Editor } from "./editor.ts";
import type { Server } from "./server.ts";

/** How long after a key the draft is written. Milliseconds. */
const DRAFT = 500;

export interface SavingEvents {
  /** Something to tell the person. */
  say(text: string): void;
  connected(connected: boolean): void;
  assetsChanged(): void;
  templatesChanged(): void;
}

/** Keeps the text safe: drafts, saves, and what others write into the file meanwhile. */
export class Saving {
  readonly #editor: Editor;
  readonly #server: Server;
  readonly #drafts: Drafts;
  readonly #events: SavingEvents;
  #timer = 0;
  #wasDirty = false;
  /** Saves, and merges with the file, one after another. */
  #work: Promise<unknown> = Promise.resolve();

  constructor(editor: Editor, server: Server, drafts: Drafts, events: SavingEvents) {
    this.#editor = editor;
    this.#server = server;
    this.#drafts = drafts;
    this.#events = events;
    editor.listen((event) => event === "text" && this.#draftSoon());
    window.addEventListener("pagehide", () => this.#writeDraft());
    window.addEventListener("beforeunload", (event) => editor.disk.isDirty && event.preventDefault());
    connect(server.socket, {
      opened: () => void this.#catchUp(),
      received: (text) => this.#hear((JSON.parse(text) as { kind: string }).kind),
      changed: (connected) => events.connected(connected),
    });
  }

  /** What was left unsaved last time, merged with what the file is now. */
  async restore(): Promise<void> {
    const { disk } = this.#editor;
    const draft = this.#drafts.read();
    if (draft === null || draft.raw === disk.base.text) {
      this.#drafts.clear();
      return;
    }
    await this.#merge(draft.base.text, draft.raw, disk.base, true);
    this.#events.say(this.#editor.say("editor.draftBack"));
  }

  /** @returns whether the file is as the text is. */
  save(): Promise<boolean> {
    return this.#queue(() => this.#save());
  }

  async #save(): Promise<boolean> {
    const { disk, say } = this.#editor;
    // A person may have to choose between two versions, and the file may change again meanwhile.
    for (;;) {
      if (!disk.isDirty) return true;
      const raw = disk.send();
      this.#tellDisk();
      const result = await this.#server.save(disk.base.hash, raw);
      if (result.status === "saved") {
        disk.arrived(result.hash);
        if (disk.isDirty) this.#writeDraft();
        else this.#drafts.clear();
        this.#tellDisk();
        return true;
      }
      disk.failed();
      this.#writeDraft();
      if (result.status !== "changed") {
        const reason = result.status === "offline" ? say("connectionLost") : result.reason;
        this.#events.say(say("editor.saveFailed", { reason }));
        this.#tellDisk();
        return false;
      }
      await this.#takeOver(result.current);
    }
  }

  #hear(kind: string): void {
    if (kind === "source") void this.#catchUp();
    else if (kind === "assets") this.#events.assetsChanged();
    else if (kind === "templates") this.#events.templatesChanged();
  }

  /** The file may be another one: after a sleep, or because somebody has written it. */
  #catchUp(): Promise<void> {
    return this.#queue(async () => {
      const current = await this.#server.readSource().catch(() => null);
      if (current !== null && current.hash !== this.#editor.disk.base.hash) await this.#takeOver(current);
    });
  }

  async #takeOver(current: Version): Promise<void> {
    const { disk } = this.#editor;
    await this.#merge(disk.base.text, disk.raw(), current, false);
  }

  /** @param undoable whether what is not in the editor's text yet is the person's own. */
  async #merge(base: string, mine: string, current: Version, undoable: boolean): Promise<void> {
    const { disk, view, say } = this.#editor;
    const before = view.state.doc;
    const merged = diffSlides(base, mine, current.text);
    const chosen = await settleConflicts(merged, say);
    // What was typed while the person chose is put on top.
    const typed = view.state.doc.eq(before)
      ? chosen
      : diffSlides(before.toString(), view.state.doc.toString(), chosen).text;
    if (undoable) this.#editor.replace(typed, "input.draft");
    else this.#editor.receive(typed);
    disk.rebase(current, view.state.doc);
    if (disk.isDirty) {
      this.#writeDraft();
      if (!undoable) this.#events.say(say("editor.merged"));
    } else this.#drafts.clear();
    this.#tellDisk();
  }

  #draftSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#writeDraft(), DRAFT);
    const { isDirty } = this.#editor.disk;
    if (isDirty !== this.#wasDirty) this.#tellDisk();
  }

  #tellDisk(): void {
    this.#wasDirty = this.#editor.disk.isDirty;
    this.#editor.tell("disk");
  }

  #writeDraft(): void {
    clearTimeout(this.#timer);
    const { disk, say } = this.#editor;
    if (!disk.isDirty) this.#drafts.clear();
    else if (!this.#drafts.write({ base: disk.base, raw: disk.raw() })) this.#events.say(say("editor.draftFull"));
  }

  #queue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#work.then(work);
    this.#work = result.catch(() => undefined);
    return result;
  }
}
