import { ChangeSet, type Text } from "@codemirror/state";
import { applyEdits, normalize, type TextEdit } from "../../deck/shape.ts";
import { changesBetween } from "./diff.ts";

/** A file's text as it is, with its byte order mark and line ends, and the name of exactly these bytes. */
export interface Version {
  readonly text: string;
  readonly hash: string;
}

/**
 * The file on disk that the document in the editor started from, and what was changed since. CodeMirror knows `\n` only;
 * here the changes are put back into the file's own text, so that every byte that was not edited stays.
 */
export class Disk {
  #base: Version;
  #changes: ChangeSet;
  /** What is being saved: changes that come meanwhile are kept apart. */
  #sent: { readonly raw: string; readonly changes: ChangeSet } | null = null;

  constructor(base: Version) {
    this.#base = base;
    this.#changes = ChangeSet.empty(this.text.length);
  }

  get base(): Version {
    return this.#base;
  }
  /** The base as the editor has it. */
  get text(): string {
    return normalize(this.#base.text).text;
  }
  get isDirty(): boolean {
    return this.#sent !== null || !this.#changes.empty;
  }
  get isSaving(): boolean {
    return this.#sent !== null;
  }

  record(changes: ChangeSet): void {
    this.#changes = this.#changes.compose(changes);
  }

  /** The file's text with all changes. */
  raw(): string {
    return applyEdits(this.#sent?.raw ?? this.#base.text, toEdits(this.#changes));
  }

  /** Begins a save. @returns the text to write. */
  send(): string {
    const raw = this.raw();
    this.#sent = { raw, changes: this.#changes };
    this.#changes = ChangeSet.empty(this.#changes.newLength);
    return raw;
  }

  /** What was sent is the file now. */
  arrived(hash: string): void {
    if (this.#sent === null) return;
    this.#base = { text: this.#sent.raw, hash };
    this.#sent = null;
  }

  /** What was sent did not get there. */
  failed(): void {
    if (this.#sent === null) return;
    this.#changes = this.#sent.changes.compose(this.#changes);
    this.#sent = null;
  }

  /** The document is an edit of another version of the file from now on. */
  rebase(base: Version, document: Text): void {
    this.#base = base;
    this.#sent = null;
    const { text } = this;
    this.#changes = ChangeSet.of([...changesBetween(text, document.toString())], text.length);
  }
}

/** Changes of a document as the deck's own rooms take them. */
export function toEdits(changes: ChangeSet): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  changes.iterChanges((start, end, _from, _to, inserted) => edits.push({ start, end, text: inserted.toString() }));
  return edits;
}
