import { EditorView } from "@codemirror/view";
import type { EditorKey } from "../../deck/editor-strings.ts";
import { h } from "../dom.ts";
import { openDialog } from "./dialog.ts";
import type { Editor } from "./editor.ts";
import type { Say } from "./say.ts";
import type { Server } from "./server.ts";

/** Takes pictures that are pasted or dropped into the text. */
export function acceptPictures(take: (file: File, at: number) => void) {
  const pictureOf = (data: DataTransfer | null): File | undefined =>
    [...(data?.files ?? [])].find(({ type }) => type.startsWith("image/"));
  return EditorView.domEventHandlers({
    paste(event, view) {
      const file = pictureOf(event.clipboardData);
      if (!file) return false;
      event.preventDefault();
      take(file, view.state.selection.main.head);
      return true;
    },
    drop(event, view) {
      const file = pictureOf(event.dataTransfer);
      if (!file) return false;
      event.preventDefault();
      take(file, view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.selection.main.head);
      return true;
    },
  });
}

export interface PictureParts {
  readonly server: Server;
  readonly say: Say;
  /** Writes what stands for the picture in Markdown into the text. */
  readonly write: (picture: string) => void;
  readonly tell: (text: string) => void;
}

/** Asks what the picture shows, stores it beside the deck, and has it written into the text. */
export function addPicture(file: File, { server, say, write, tell }: PictureParts): void {
  const address = URL.createObjectURL(file);
  const alt = h("input", {
    id: "alt",
    type: "text",
    required: true,
    dir: "auto",
    autocomplete: "off",
    maxlength: "500",
  });
  const name = h("input", { id: "picture-name", type: "text", dir: "auto", autocomplete: "off", maxlength: "60" });
  name.value = file.name.replace(/\.[^.]*$/, "");
  const form = h(
    "form",
    { method: "dialog" },
    h("img", { src: address, alt: "" }),
    h("label", { for: "alt" }, say("altText")),
    alt,
    h("p", { class: "hint" }, say("editor.altHelp")),
    h("label", { for: "picture-name" }, say("title")),
    name,
    h(
      "p",
      { class: "actions" },
      h("button", { type: "submit", class: "button primary" }, say("editor.insert")),
      h("button", { type: "button", class: "button", click: () => dialog.close() }, say("cancel")),
    ),
  );
  alt.addEventListener("input", () => alt.setCustomValidity(alt.value.trim() === "" ? say("editor.altMissing") : ""));
  alt.setCustomValidity(say("editor.altMissing"));
  const dialog = openDialog(say, say("editor.pictureTitle"), "picture", form);
  dialog.addEventListener("close", () => URL.revokeObjectURL(address));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    dialog.close();
    void store();
  });
  alt.focus();

  async function store(): Promise<void> {
    const saved = await server.uploadPicture(name.value || file.name, file);
    if ("problem" in saved) {
      const key = `picture.${saved.problem}` as EditorKey;
      tell(say("editor.pictureFailed", { reason: saved.problem === "offline" ? say("connectionLost") : say(key) }));
      return;
    }
    write(`![${alt.value.trim().replace(/[[\]\\]/g, "\\$&")}](${saved.src})`);
  }
}

/** A picture stands in a paragraph of its own. */
export function insertPicture({ view }: Editor, at: number, picture: string): void {
  const line = view.state.doc.lineAt(Math.min(at, view.state.doc.length));
  const insert = line.text.trim() === "" ? `${picture}\n` : `\n\n${picture}\n`;
  const from = line.text.trim() === "" ? line.from : line.to;
  view.dispatch({
    changes: { from, insert },
    selection: { anchor: from + insert.length },
    userEvent: "input.picture",
    scrollIntoView: true,
  });
  view.focus();
}
