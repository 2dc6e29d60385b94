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

/** Listens to the keys of a window. Keys typed into fields, and those inside an open dialog, are left alone. */
export function listenToKeys(page: Window, dir: Direction, where: "deck" | "speaker", input: KeyInput): void {
  let digits = "";
  let timeout = 0;
  const setDigits = (next: string): void => {
    clearTimeout(timeout);
    if (next !== "") timeout = page.setTimeout(() => setDigits(""), PATIENCE);
    if (next !== digits) input.typing(next);
    digits = next;
  };
  page.addEventListener("keydown", (event) => {
    if (event.isComposing || isTyping(event.target) || isPressing(event)) return;
    const dialog = openedDialog();
    if (dialog !== null) return passDialog(dialog, event, dir, where, input);
    const digit = digitOf(event);
    if (digit !== null) return setDigits((digits + digit).slice(-4));
    const command = commandOf(event, dir, where);
    const typed = digits;
    if (command !== null) setDigits("");
    if (command === null) return;
    if (typed !== "" && command === "overview") return event.preventDefault();
    if (command === "go-to-number") {
      if (typed !== "") input.number(Number(typed));
      if (typed !== "" || !isControl(event.target)) event.preventDefault();
      return;
    }
    if (input.run(command)) event.preventDefault();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
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
