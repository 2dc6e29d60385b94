import type { Conflict, Merged } from "../../deck/merge.ts";
import { normalize } from "../../deck/shape.ts";
import { h } from "../dom.ts";
import { openDialog } from "./dialog.ts";
import type { Say } from "./say.ts";

type Choice = "mine" | "theirs" | "both";

/**
 * Shows both versions of every slide that was changed here and in the file, and lets the person choose.
 * @returns the merged text with what was chosen, without byte order mark and with `\n`. A dialog that is closed without a
 * choice has chosen nothing: both stay.
 */
export function settleConflicts(merged: Merged, say: Say): Promise<string> {
  const { text } = normalize(merged.text);
  if (merged.conflicts.length === 0) return Promise.resolve(text);
  const choices = new Map<Conflict, Choice>();
  return new Promise((resolve) => {
    const finish = (): void => resolve(applyChoices(text, merged.conflicts, choices));
    const items = merged.conflicts.map((conflict) =>
      buildConflict(conflict, say, (choice) => {
        choices.set(conflict, choice);
        if (choices.size === merged.conflicts.length) dialog.close();
      }),
    );
    const dialog = openDialog(say, say("editor.conflictTitle"), "conflict", h("p", {}, say("conflict")), ...items);
    dialog.addEventListener("close", finish);
  });
}

function buildConflict(conflict: Conflict, say: Say, choose: (choice: Choice) => void): HTMLElement {
  const { title, mine, theirs } = conflict;
  const item = h(
    "section",
    { class: "conflict" },
    h("h3", { dir: "auto" }, title === "---" ? "---" : title || say("untitled")),
    h("div", { class: "conflict-sides" }, side(say("editor.mine"), mine, say), side(say("editor.theirs"), theirs, say)),
  );
  const button = (name: Choice, label: string): HTMLElement =>
    h(
      "button",
      {
        type: "button",
        class: "button",
        click: () => {
          item.classList.add("is-settled");
          choose(name);
        },
      },
      label,
    );
  const both = mine !== null && theirs !== null && canKeepBoth(conflict) ? button("both", say("keepBoth")) : null;
  item.append(h("p", { class: "actions" }, button("mine", say("keepMine")), button("theirs", say("keepTheirs")), both));
  return item;
}

/** A deck has one front matter. */
function canKeepBoth({ title }: Conflict): boolean {
  return title !== "---";
}

function side(label: string, text: string | null, say: Say): HTMLElement {
  return h(
    "div",
    { class: "conflict-side" },
    h("h4", {}, label),
    text === null
      ? h("p", { class: "gone" }, say("editor.gone"))
      : h("pre", { tabindex: "0", dir: "auto", "aria-label": label }, text),
  );
}

/** The merged text holds mine, or theirs where mine is gone. */
function applyChoices(text: string, conflicts: readonly Conflict[], choices: ReadonlyMap<Conflict, Choice>): string {
  let result = text;
  for (const conflict of [...conflicts].sort((a, b) => b.span.start - a.span.start)) {
    const { span, mine, theirs } = conflict;
    const kept = text.slice(span.start, span.end);
    const space = kept.slice(kept.trimEnd().length);
    const chosen = chosenText(choices.get(conflict) ?? (canKeepBoth(conflict) ? "both" : "mine"), mine, theirs);
    result = result.slice(0, span.start) + (chosen === "" ? "" : chosen + space) + result.slice(span.end);
  }
  return result;
}

function chosenText(choice: Choice, mine: string | null, theirs: string | null): string {
  if (choice === "both") return [mine, theirs].filter((part) => part !== null).join("\n\n");
  return (choice === "mine" ? mine : theirs) ?? "";
}
