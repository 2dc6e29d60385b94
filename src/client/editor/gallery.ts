import { h } from "../dom.ts";
import type { CompilerLine } from "./compiler-line.ts";
import { openDialog } from "./dialog.ts";
import type { Editor } from "./editor.ts";
import { COVER, SAMPLE_PICTURE, SAMPLES } from "./layouts.ts";
import { addCover, addSlide } from "./operations.ts";
import { buildPictures } from "./pictures.ts";

export interface GalleryParts {
  readonly editor: Editor;
  readonly compiler: CompilerLine;
  /** Address of the pages that draw slides. */
  readonly frame: string;
  /** A slide around a picture needs one: lets the person choose it. */
  readonly addPictureSlide: () => void;
}

/** Lets the person choose a layout by its picture, which is drawn from the templates as they are now. */
export function openGallery({ editor, compiler, frame, addPictureSlide }: GalleryParts): void {
  const { say } = editor;
  const pictures = buildPictures(frame, say("editor.layouts"));
  pictures.element.setAttribute("aria-hidden", "true");
  const cards = SAMPLES.map(({ layout, source }) =>
    h(
      "button",
      {
        type: "button",
        class: "card",
        "data-layout": layout,
        click: () => {
          dialog.close();
          if (layout === "cover") addCover(editor);
          else if (layout === "figure") addPictureSlide();
          else addSlide(editor, source);
        },
      },
      h("span", { class: "card-picture" }),
      h("span", { class: "card-label" }, say(`layout.${layout}`)),
    ),
  );
  const grid = h("div", { class: "gallery-grid" }, ...cards);
  const content = h("div", { class: "gallery" }, pictures.element, grid);
  const dialog = openDialog(say, say("insertLayout"), "gallery", content);
  dialog.addEventListener("close", () => pictures.close());
  const place = (): void => {
    const origin = content.getBoundingClientRect();
    pictures.element.style.height = `${grid.offsetHeight}px`;
    pictures.place(
      cards.map((card, index) => {
        const { left, top, width } = (card.firstElementChild as Element).getBoundingClientRect();
        return { key: String(index), left: left - origin.left, top: top - origin.top, width };
      }),
    );
  };
  new ResizeObserver(place).observe(grid);
  cards[0]?.focus();
  void draw();

  async function draw(): Promise<void> {
    const theme = editor.reply?.look.theme ?? "mabat";
    const { title, subtitle, authors } = COVER;
    const head = `---\ntitle: ${title}\nsubtitle: ${subtitle}\nauthors: [${authors}]\ntheme: ${theme}\n---\n\n`;
    const { sections, look } = await compiler.sample(head + SAMPLES.map(({ source }) => source).join("\n"), [
      [SAMPLE_PICTURE.src, SAMPLE_PICTURE.address],
    ]);
    pictures.look(look.lang, look.dir, look.theme);
    place();
    for (const [index, section] of sections.entries()) pictures.draw(String(index), section);
  }
}
