import type { EditorEvent } from "./editor.ts";

/** A part of the page around the text. */
export interface Pane {
  readonly element: HTMLElement;
  /** After what it may have something else to show: a key press costs nothing where it changes nothing. */
  readonly hears: readonly EditorEvent[];
  /** Whether it is what one looks at while typing, and is drawn before all others. */
  readonly first?: boolean;
  /** Says everything in the interface's present language. */
  show(): void;
  close(): void;
  /** Draws everything anew, when templates have changed. */
  reload?(): void;
}
