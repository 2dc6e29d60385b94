import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Lang, lineColumn } from "../../deck/index.ts";
import { Failure } from "../failure.ts";
import type { DeckFile } from "../project.ts";
import type { Exported, Exporter } from "./server.ts";

/** Formats that are one file: how the file is called, and what it is. */
const FORMATS: Readonly<Record<string, { readonly ending: string; readonly type: string }>> = {
  pptx: {
    ending: "pptx",
    type: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  },
  pdf: { ending: "pdf", type: "application/pdf" },
  handout: { ending: "handout.pdf", type: "application/pdf" },
  html: { ending: "html", type: "text/html" },
  docx: {
    ending: "docx",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  md: { ending: "md", type: "text/markdown" },
  txt: { ending: "txt", type: "text/plain" },
};

/** What `tadrich export` makes, as a download: it is written to a folder of its own, read, and deleted. */
export function makeExporter(deck: DeckFile, lang: Lang | undefined): Exporter {
  return {
    formats: Object.keys(FORMATS),
    async run(name) {
      const { ending = "", type = "" } = FORMATS[name] ?? {};
      const folder = await mkdtemp(join(tmpdir(), "tadrich-export-"));
      try {
        return { ...(await exportTo(join(folder, `${deck.name}.${ending}`), deck, lang)), type };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

async function exportTo(path: string, deck: DeckFile, lang: Lang | undefined): Promise<Omit<Exported, "type">> {
  const { runExport } = await import("../export.ts");
  const { exported, diagnostics, source } = await runExport({
    deck,
    outputs: [path],
    notes: null,
    range: "",
    part: "",
    hidden: false,
    theme: null,
    steps: false,
    perSheet: 2,
    scale: 1,
    referenceDoc: null,
    lang: lang ?? null,
    progress: () => undefined,
  });
  const failure = exported[0]?.failure;
  if (failure) throw failure;
  const written = exported[0]?.files[0];
  if (written !== undefined) return { name: basename(path), bytes: await readFile(written) };
  const error = diagnostics.find(({ severity }) => severity === "error");
  const line = error?.span ? `:${lineColumn(source, error.span.start).line}` : "";
  throw new Failure("broken", `${error?.path ?? deck.shown}${line} ${error?.message ?? ""}`);
}
