import type { Direction } from "../deck/types.ts";
import type { Say } from "./data.ts";
import { type Child, h } from "./dom.ts";
import { type Chord, chordLabel, KEYS, type KeyRow } from "./keys.ts";
import { openDialog } from "./overlay.ts";

const GROUPS = ["move", "show", "point", "speak"] as const;

/** Opens the list of keys of this window, made from the table that the key handler uses. */
export function openHelp(say: Say, dir: Direction, where: "deck" | "speaker"): HTMLDialogElement {
  const rows: readonly KeyRow[] = KEYS;
  const tables = GROUPS.map((group) => {
    const own = rows.filter((row) => row.group === group && (row.where === "both" || row.where === where));
    return h(
      "table",
      { class: "keys" },
      h("caption", {}, say(`group.${group}`)),
      h("thead", { class: "visually-hidden" }, keyRow("th", say("helpAction"), say("helpKey"))),
      h("tbody", {}, ...own.map((row) => keyRow("td", say(`do.${row.command}`), ...combinations(row, dir, say)))),
    );
  });
  return openDialog(say("help"), "help", say, h("div", { class: "key-tables" }, ...tables));
}

function keyRow(tag: "td" | "th", action: string, ...keys: readonly Child[]): HTMLElement {
  return h("tr", {}, h(tag, tag === "th" ? { scope: "col" } : {}, action), h(tag, {}, ...keys));
}

/** At most four ways to say one thing are shown; a combination stands from left to right in any language. */
function combinations(row: KeyRow, dir: Direction, say: Say): readonly Child[] {
  if (row.command === "go-to-number") return [combination([say("key.Number"), "Enter"])];
  const chords = row.chords.filter((chord) => !chord.quiet).slice(0, 4);
  const nameOf = (code: string): string => (code === "Space" ? say("key.Space") : code);
  const labels = chords.map((chord: Chord) => combination(chordLabel(chord, dir, nameOf)));
  return labels.flatMap((label, index) => (index === 0 ? [label] : [" ", label]));
}

function combination(names: readonly string[]): HTMLElement {
  const keys = names.map((name) => h("kbd", {}, h("bdi", {}, name)));
  return h("bdi", { dir: "ltr", class: "chord" }, ...keys.flatMap((key, index) => (index === 0 ? [key] : ["+", key])));
}
