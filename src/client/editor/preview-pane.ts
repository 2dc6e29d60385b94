import { h } from "../dom.ts";
import type { Editor } from "./editor.ts";
import { buildPictures, type Pictures } from "./pictures.ts";

export interface Pane {
  readonly element: HTMLElement;
  /** Says everything in the interface's present language. */
  show(): void;
  close(): void;
  /** Draws everything anew, when templates have changed. */
  reload?(): void;
}

/** The slide that the cursor is on, as it will be shown. */
export function buildPreviewPane(editor: Editor, frame: string): Pane {
  const pictures: Pictures = buildPictures(frame, editor.say("editor.preview"));
  const element = h("div", { class: "preview-pane" }, pictures.element);
  const size = new ResizeObserver(() => place());
  size.observe(element);
  const place = (): void => pictures.place([{ key: "slide", left: 0, top: 0, width: element.clientWidth }]);
  return {
    element,
    show() {
      const slide = editor.slides[editor.current];
      const look = editor.reply?.look;
      if (!slide || !look) return;
      pictures.look(look.lang, look.dir, look.theme);
      place();
      pictures.draw("slide", editor.html(slide.id));
    },
    reload: () => pictures.reload(),
    close() {
      size.disconnect();
      pictures.close();
    },
  };
}
