import type { EditorKey } from "../../deck/editor-strings.ts";
import { h } from "../dom.ts";
import { openDialog } from "./dialog.ts";
import type { Editor } from "./editor.ts";
import type { Server } from "./server.ts";

export interface ExportParts {
  readonly editor: Editor;
  readonly server: Server;
  /** What the server can make. */
  readonly formats: readonly string[];
  /** Exports are made of the file. @returns whether it is as the text is. */
  readonly save: () => Promise<boolean>;
  readonly tell: (text: string) => void;
}

/** Lets the person choose a format, and downloads the file. */
export function openExport(parts: ExportParts): void {
  const { say } = parts.editor;
  const buttons = parts.formats.map((format) =>
    h(
      "button",
      {
        type: "button",
        class: "button",
        "data-format": format,
        click: () => {
          dialog.close();
          void download(format, parts);
        },
      },
      say(`format.${format}` as EditorKey),
    ),
  );
  const dialog = openDialog(say, say("export"), "export", h("div", { class: "formats" }, ...buttons));
}

async function download(format: string, { editor, server, save, tell }: ExportParts): Promise<void> {
  const { say } = editor;
  if (!(await save())) return;
  tell(say("editor.exporting"));
  try {
    const { name, file } = await server.exportDeck(format);
    const address = URL.createObjectURL(file);
    h("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    tell(say("editor.exported", { name }));
  } catch (error) {
    tell(say("editor.exportFailed", { reason: error instanceof Error ? error.message : String(error) }));
  }
}
