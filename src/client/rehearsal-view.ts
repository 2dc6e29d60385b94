import type { DeckData, Say } from "./data.ts";
import { h } from "./dom.ts";
import { openDialog } from "./overlay.ts";
import { frontMatterLine, type Rehearsal, serializeRehearsal } from "./rehearsal.ts";
import { formatDuration } from "./timer.ts";

/** Shows what a rehearsal recorded, and offers to keep it. */
export function openRehearsal(rehearsal: Rehearsal, data: DeckData, say: Say): HTMLDialogElement {
  const line = frontMatterLine(rehearsal);
  const status = h("p", { class: "status", role: "status", "aria-live": "polite" });
  const tell = (text: string): void => {
    status.textContent = text;
  };
  const save = async (): Promise<void> =>
    tell(await saveRehearsal(serializeRehearsal(data.name, rehearsal), data, say));
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(line);
    tell(say("copied"));
  };
  return openDialog(
    say("rehearsalTitle"),
    "rehearsal",
    say,
    h(
      "div",
      { class: "table-scroll", tabindex: "0", role: "group", "aria-label": say("rehearsalTitle") },
      buildTable(rehearsal, say),
    ),
    h(
      "p",
      { class: "actions" },
      h("button", { type: "button", class: "button primary", click: () => void save() }, say("saveData")),
      h("span", { class: "front-matter" }, say("frontMatter"), " ", h("code", { dir: "ltr" }, line)),
      h("button", { type: "button", class: "button", click: () => void copy() }, say("copy")),
    ),
    status,
  );
}

function buildTable({ rows, planned, actual }: Rehearsal, say: Say): HTMLElement {
  const names = [say("slide"), say("planned"), say("actual"), say("difference")];
  return h(
    "table",
    { class: "rehearsal" },
    h("thead", {}, h("tr", {}, ...names.map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, ...rows.map((row) => buildRow(row.title, row.planned, row.actual))),
    h("tfoot", {}, buildRow(say("total"), planned, actual)),
  );
}

function buildRow(title: string, planned: number, actual: number): HTMLElement {
  const difference = actual - planned;
  const time = (seconds: number): HTMLElement => h("td", {}, h("bdi", { dir: "ltr" }, formatDuration(seconds * 1000)));
  const row = h("tr", {}, h("th", { scope: "row" }, title), time(planned), time(actual), time(difference));
  row.classList.toggle("late", planned > 0 && difference > 0);
  return row;
}

/** Posts the data to our server, which puts them beside the deck; without one, the browser saves a file. */
async function saveRehearsal(json: string, data: DeckData, say: Say): Promise<string> {
  if (data.rehearsalUrl !== "") {
    const answer = await fetch(data.rehearsalUrl, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: json,
    }).catch(() => null);
    if (answer?.ok) return say("saved");
  }
  const file = `${data.name}.rehearsal.json`;
  const address = URL.createObjectURL(new Blob([json], { type: "application/json" }));
  h("a", { href: address, download: file }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return say("saveHelp", { file });
}
