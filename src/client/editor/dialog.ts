import { type Child, h } from "../dom.ts";
import type { Say } from "./say.ts";

/**
 * Opens a modal dialog; the browser keeps the focus inside, closes it on Escape, and gives the focus back.
 * @returns the dialog; it removes itself when closed.
 */
export function openDialog(say: Say, title: string, name: string, ...content: readonly Child[]): HTMLDialogElement {
  const id = `dialog-${name}`;
  const close = h(
    "button",
    { type: "button", class: "button dialog-close", click: () => dialog.close() },
    say("close"),
  );
  const dialog = h(
    "dialog",
    { class: `dialog dialog-${name}`, "aria-labelledby": id },
    h("div", { class: "dialog-head" }, h("h2", { id }, title), close),
    ...content,
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
