import type { Say } from "./data.ts";
import { type Child, h, icon } from "./dom.ts";

/**
 * Opens a modal dialog over the page: the browser keeps the focus inside, closes it on Escape, and gives the focus back.
 * @returns the dialog; it removes itself when closed.
 */
export function openDialog(title: string, name: string, say: Say, ...content: readonly Child[]): HTMLDialogElement {
  openedDialog()?.close();
  const close = h(
    "button",
    { type: "button", class: "overlay-close", "aria-label": say("close"), click: () => dialog.close() },
    icon("close"),
  );
  const labelled = { "aria-labelledby": `overlay-${name}-title` };
  const body = h("div", { class: "overlay-body" }, ...content);
  // A text that is longer than the window is scrolled by keys, which takes something in it that has the focus.
  if (body.querySelector("button, a, input") === null) {
    for (const [key, value] of Object.entries({ tabindex: "0", role: "group", ...labelled }))
      body.setAttribute(key, value);
  }
  const dialog = h(
    "dialog",
    { class: `overlay overlay-${name}`, ...labelled },
    h("header", { class: "overlay-head" }, h("h2", { id: `overlay-${name}-title` }, title), close),
    body,
  );
  // A click beside the box closes it; the box itself covers the dialog.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** The dialog that is open, or null. */
export function openedDialog(): HTMLDialogElement | null {
  return document.querySelector<HTMLDialogElement>("dialog.overlay[open]");
}

/** Short messages at the foot of the page, read out by screen readers. */
export interface Toast {
  readonly element: HTMLElement;
  /** Shows a text for some seconds, or until the next one. */
  say(text: string): void;
  clear(): void;
}

const SHOWN = 2_500;

export function buildToast(): Toast {
  const element = h("div", { class: "toast", role: "status", "aria-live": "polite" });
  let timeout = 0;
  const clear = (): void => {
    clearTimeout(timeout);
    element.textContent = "";
  };
  return {
    element,
    clear,
    say(text) {
      clear();
      element.textContent = text;
      timeout = window.setTimeout(clear, SHOWN);
    },
  };
}
