import { h } from "../dom.ts";
import type { Editor } from "./editor.ts";
import type { Pane } from "./pane.ts";
import { buildPictures, type Pictures } from "./pictures.ts";

/** The slide that the cursor is on, as it will be shown. */
export function buildPreviewPane(editor: Editor, frame: string): Pane {
  const pictures: Pictures = buildPictures(frame, editor.say("editor.preview"));
  const element = h("div", { class: "preview-pane" }, pictures.element);
  // Told by the browser: to ask for it would lay out the whole page in the middle of a key press.
  let width = 0;
  const place = (): void => pictures.place([{ key: "slide", left: 0, top: 0, width }]);
  const size = new ResizeObserver(([entry]) => {
    width = entry?.contentRect.width ?? width;
    place();
  });
  size.observe(element);
  return {
    element,
    hears: ["slides", "slide"],
    first: true,
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
