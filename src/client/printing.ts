import type { Say } from "./data.ts";
import { h } from "./dom.ts";
import { openDialog } from "./overlay.ts";

/** Puts all slides into the page while it is printed, however printing was begun, with the drawings only on request. */
export function preparePrinting(showAll: () => () => void): void {
  let undo: (() => void) | null = null;
  window.addEventListener("beforeprint", () => {
    undo ??= showAll();
  });
  window.addEventListener("afterprint", () => {
    undo?.();
    undo = null;
  });
}

/** Asks whether the drawings are wanted, then opens the browser's own dialog. */
export function openPrint(say: Say): void {
  const choice = h("input", { type: "checkbox", checked: true });
  const go = (): void => {
    document.documentElement.classList.toggle("print-ink", choice.checked);
    dialog.close();
    window.print();
  };
  const dialog = openDialog(
    say("printTitle"),
    "print",
    say,
    h("p", {}, h("label", { class: "choice" }, choice, " ", say("printInk"))),
    h("p", { class: "actions" }, h("button", { type: "button", class: "button primary", click: go }, say("printGo"))),
  );
}
