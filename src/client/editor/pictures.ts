import { h } from "../dom.ts";
import type { FrameMessage, Slot } from "./frame/messages.ts";

/** A frame that draws slides, apart from the editor. What it was told is told again when it is loaded anew. */
export interface Pictures {
  readonly element: HTMLIFrameElement;
  look(lang: string, dir: string, theme: string): void;
  place(slots: readonly Slot[]): void;
  /** Draws a slide's section in a slot; the same markup again costs nothing. */
  draw(key: string, html: string): void;
  /** Drops everything drawn, e.g. when templates have changed. */
  reload(): void;
  close(): void;
}

/** @param address of the page in the frame, without the theme. */
export function buildPictures(address: string, title: string): Pictures {
  const element = h("iframe", { sandbox: "allow-scripts", title, tabindex: "-1", class: "pictures-frame" });
  const drawn = new Map<string, string>();
  let slots: readonly Slot[] = [];
  let look: FrameMessage = { kind: "look", lang: "he", dir: "rtl" };
  let theme = "";
  let loaded = false;
  let waiting: FrameMessage[] = [];

  const send = (message: FrameMessage): void => {
    if (!loaded) return;
    if (waiting.length === 0) queueMicrotask(flush);
    waiting.push(message);
  };
  // The frame has no origin that could be named; what it is told are slides, no secrets.
  const flush = (): void => {
    element.contentWindow?.postMessage(waiting, "*");
    waiting = [];
  };
  const receive = ({ source }: MessageEvent): void => {
    if (source !== element.contentWindow || loaded) return;
    loaded = true;
    send(look);
    send({ kind: "place", slots });
    for (const [key, html] of drawn) send({ kind: "draw", key, html });
  };
  const load = (): void => {
    loaded = false;
    waiting = [];
    element.src = `${address}/${theme}`;
  };
  window.addEventListener("message", receive);

  return {
    element,
    look(lang, dir, name) {
      const next: FrameMessage = { kind: "look", lang, dir };
      const isSame = JSON.stringify(next) === JSON.stringify(look);
      look = next;
      if (name !== theme) {
        theme = name;
        load();
      } else if (!isSame) send(look);
    },
    place(wanted) {
      if (JSON.stringify(wanted) === JSON.stringify(slots)) return;
      slots = wanted;
      const keys = new Set(wanted.map(({ key }) => key));
      for (const key of drawn.keys()) if (!keys.has(key)) drawn.delete(key);
      send({ kind: "place", slots });
    },
    draw(key, html) {
      if (drawn.get(key) === html) return;
      drawn.set(key, html);
      send({ kind: "draw", key, html });
    },
    reload: load,
    close: () => window.removeEventListener("message", receive),
  };
}
