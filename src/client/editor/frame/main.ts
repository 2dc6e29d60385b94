import { h } from "../../dom.ts";
import { morph } from "../../live/morph.ts";
import { showSteps } from "../../preview.ts";
import type { DrawMessage, FrameMessage, PlaceMessage } from "./messages.ts";

/**
 * The script of the page in which the editor draws slides. The page is sandboxed and has no origin: what a deck contains
 * is here, and nothing here can reach the editor. It listens to the page that holds it, and to nobody else.
 */
const pictures = document.querySelector<HTMLElement>(".pictures") as HTMLElement;
const slots = new Map<string, HTMLElement>();

const RECEIVE: { readonly [K in FrameMessage["kind"]]: (message: Extract<FrameMessage, { kind: K }>) => void } = {
  look({ lang, dir }) {
    document.documentElement.lang = lang;
    document.documentElement.dir = dir;
    for (const reveal of document.querySelectorAll(".reveal")) reveal.classList.toggle("rtl", dir === "rtl");
  },
  place,
  draw,
};

function place({ slots: wanted }: PlaceMessage): void {
  const keys = new Set(wanted.map(({ key }) => key));
  for (const [key, element] of slots) {
    if (keys.has(key)) continue;
    element.remove();
    slots.delete(key);
  }
  for (const { key, left, top, width } of wanted) {
    const slot = slots.get(key) ?? addSlot(key);
    slot.style.left = `${left}px`;
    slot.style.top = `${top}px`;
    slot.style.width = `${width}px`;
  }
}

function addSlot(key: string): HTMLElement {
  const rtl = document.documentElement.dir === "rtl" ? " rtl" : "";
  const slot = h(
    "div",
    { class: "picture" },
    h("div", { class: "preview" }, h("div", { class: `reveal ready none${rtl}` }, h("div", { class: "slides" }))),
  );
  slots.set(key, slot);
  pictures.append(slot);
  return slot;
}

function draw({ key, html }: DrawMessage): void {
  const holder = slots.get(key)?.querySelector(".slides");
  const template = document.createElement("template");
  template.innerHTML = html;
  const section = template.content.querySelector("section");
  if (!holder || !section) return;
  section.querySelector(".notes")?.remove();
  section.classList.add("present");
  const shown = holder.querySelector(":scope > section");
  if (shown) morph(shown, section);
  else holder.replaceChildren(section);
  showSteps(shown ?? section, Number.POSITIVE_INFINITY);
}

window.addEventListener("message", ({ source, data }) => {
  if (source !== window.parent) return;
  for (const message of data as readonly FrameMessage[])
    (RECEIVE[message.kind] as (message: FrameMessage) => void)(message);
  requestAnimationFrame(() => window.parent.postMessage({ kind: "ready" }, "*"));
});
window.parent.postMessage({ kind: "ready" }, "*");
