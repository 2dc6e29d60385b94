import type { Direction } from "../deck/types.ts";
import { type Command, commandOf, digitOf } from "./keys.ts";
import { openedDialog } from "./overlay.ts";

export interface KeyInput {
  /** A command by key; returns false to leave the key to the browser. */
  run(command: Command): boolean;
  /** Digits typed so far, to be shown; empty when there are none. */
  typing(digits: string): void;
  /** Digits followed by Enter. */
  number(n: number): void;
}

/** Digits are forgotten when nothing follows for this long, in milliseconds. */
const PATIENCE = 4_000;
const MOST_DIGITS = 4;
const MODIFIERS = /^(?:Shift|Control|Alt|AltGraph|Meta|CapsLock|NumLock)$/;

/** Listens to the keys of a window. Keys typed into fields are left alone; a dialog has nearly all keys to itself. */
export function listenToKeys(page: Window, dir: Direction, where: "deck" | "speaker", input: KeyInput): void {
  let digits = "";
  let timeout = 0;
  const setDigits = (next: string): void => {
    clearTimeout(timeout);
    if (next !== "") timeout = page.setTimeout(() => setDigits(""), PATIENCE);
    if (next !== digits) input.typing(next);
    digits = next;
  };
  /** Whether the key has been used. */
  const press = (event: KeyboardEvent): boolean => {
    const digit = digitOf(event);
    const command = commandOf(event, dir, where);
    const typed = digits;
    setDigits(digit === null ? "" : (digits + digit).slice(-MOST_DIGITS));
    if (command === null) return digit !== null;
    if (command !== "go-to-number") return (typed !== "" && command === "overview") || input.run(command);
    if (typed === "") return input.run("next");
    input.number(Number(typed));
    return true;
  };
  page.document.addEventListener("click", releaseClicked);
  page.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || MODIFIERS.test(event.key) || isTyping(event.target)) return;
    if (digits === "" && isPressing(event)) return;
    const dialog = openedDialog();
    if (dialog !== null) passDialog(dialog, event, dir, where, input);
    else if (press(event)) event.preventDefault();
  });
}

/** A field of a dialog that has just closed keeps the focus until the page is drawn again, but nobody types into it. */
function isTyping(target: EventTarget | null): boolean {
  const field = target instanceof Element && target.closest("input, textarea, select, [contenteditable]");
  return field instanceof Element && field.closest("dialog:not([open])") === null;
}

/** A button that was clicked gives the focus back: the space bar goes on again, and does not press it once more. */
function releaseClicked(event: MouseEvent): void {
  const clicked = event.detail > 0 && isControl(event.target) && openedDialog() === null;
  if (clicked && document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** Space and Enter press the button or follow the link that has the focus. */
function isPressing(event: KeyboardEvent): boolean {
  return (event.code === "Space" || event.code === "Enter") && isControl(event.target);
}

/** The keys that reach through an open dialog: they close it, and do their work unless it was theirs. */
const THROUGH: ReadonlySet<Command> = new Set(["help", "black", "fullscreen", "find", "speaker"]);

function passDialog(
  dialog: HTMLDialogElement,
  event: KeyboardEvent,
  dir: Direction,
  where: "deck" | "speaker",
  input: KeyInput,
): void {
  const command = commandOf(event, dir, where);
  if (command === null || !THROUGH.has(command)) return;
  event.preventDefault();
  dialog.close();
  if (!dialog.classList.contains(`overlay-${command}`)) input.run(command);
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, a[href], summary") !== null;
}
