import type { Say, SlideElement } from "./data.ts";
import { h } from "./dom.ts";
import { buildIndex, type Hit, type Searchable } from "./find.ts";
import { openDialog } from "./overlay.ts";

export interface FindOptions {
  readonly slides: readonly SlideElement[];
  readonly say: Say;
  /** Notes are found only where they may be seen: in the speaker window. */
  readonly withNotes: boolean;
  readonly numberOf: (slide: number) => number | null;
  readonly go: (slide: number) => void;
}

const MOST = 50;

/** Opens the search: a field, and the slides found as a list. Enter goes to the first one. */
export function openFind(options: FindOptions): HTMLDialogElement {
  const { say } = options;
  const search = buildIndex(options.slides.map((slide) => searchable(slide, options.withNotes)));
  const list = h("ol", { class: "hits" });
  const count = h("p", { class: "hit-count", role: "status", "aria-live": "polite" });
  const field = buildField(say);
  const dialog = openDialog(say("findLabel"), "find", say, field, count, list);
  const choose = (hit: Hit): void => {
    dialog.close();
    options.go(hit.slide);
  };
  const update = (): void => {
    const hits = search(field.value);
    const isEmpty = field.value.trim() === "";
    count.textContent = isEmpty ? "" : hits.length === 0 ? say("findNone") : say("findCount", { n: hits.length });
    list.replaceChildren(...hits.slice(0, MOST).map((hit) => buildHit(hit, options, () => choose(hit))));
  };
  field.addEventListener("input", update);
  dialog.addEventListener("keydown", (event) => {
    const first = list.querySelector("button");
    if (event.code === "Enter" && event.target === field) {
      event.preventDefault();
      first?.click();
    } else if (event.code === "ArrowDown" || event.code === "ArrowUp") {
      event.preventDefault();
      moveFocus([field, ...list.querySelectorAll("button")], event.code === "ArrowDown" ? 1 : -1);
    }
  });
  field.focus();
  return dialog;
}

/** A plain text field: in a field of type "search", Escape would empty it before it closes the dialog. */
function buildField(say: Say): HTMLInputElement {
  const label = say("findLabel");
  return h("input", {
    type: "text",
    inputmode: "search",
    class: "find-field",
    "aria-label": label,
    autocomplete: "off",
  });
}

function searchable({ section, title, notes }: SlideElement, withNotes: boolean): Searchable {
  const copy = section.cloneNode(true) as HTMLElement;
  for (const element of copy.querySelectorAll("aside.notes, h1, h2, .ink")) element.remove();
  return { title, body: readText(copy), notes: withNotes && notes ? readText(notes) : "" };
}

/** The text of an element with a space wherever a block ends. */
function readText(element: Element): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const parts: string[] = [];
  while (walker.nextNode()) parts.push(walker.currentNode.nodeValue ?? "");
  return parts.join(" ").replace(/\s+/g, " ").trim();
}

function buildHit({ slide, field, excerpt }: Hit, { slides, say, numberOf }: FindOptions, choose: () => void): Node {
  const number = numberOf(slide);
  const facts = slides[slide];
  const pieces = excerpt.map((piece) => (piece.hit ? h("mark", {}, piece.text) : piece.text));
  return h(
    "li",
    {},
    h(
      "button",
      { type: "button", class: "hit", click: choose },
      h("span", { class: "hit-number" }, number === null ? "–" : String(number)),
      h("span", { class: "hit-title" }, ...(field === "title" ? pieces : [facts?.title ?? ""])),
      field === "notes" ? h("span", { class: "hit-where" }, say("inNotes")) : null,
      field === "title" ? null : h("span", { class: "hit-excerpt" }, ...pieces),
    ),
  );
}

function moveFocus(elements: readonly HTMLElement[], by: 1 | -1): void {
  const at = elements.indexOf(document.activeElement as HTMLElement);
  elements[at + by]?.focus();
}
