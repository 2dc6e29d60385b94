import { relative } from "node:path";
import type { Mistake } from "../../client/live/messages.ts";
import { type Diagnostic, lineColumn, type Source, sortDiagnostics } from "../../deck/index.ts";
import type { TemplateFiles } from "../../render/templates.ts";
import { readTemplates } from "../project.ts";

/** What open pages are told of: more than these nobody mends at once. */
const MOST = 3;

/** Errors with their lines, the first few in the order of the source. A deck that has become empty is one of them. */
export function toMistakes(diagnostics: readonly Diagnostic[], sourceOf: (path: string) => Source): readonly Mistake[] {
  return sortDiagnostics(diagnostics)
    .filter(({ severity, code }) => severity === "error" || code === "deck/empty")
    .slice(0, MOST)
    .map(({ path, span, message }) => ({
      path,
      line: span === null ? null : lineColumn(sourceOf(path), span.start).line,
      message,
    }));
}

/** A template that cannot be read is told, as what is wrong in it would be. */
export async function readTemplateFiles(project: string): Promise<{ readonly files: TemplateFiles } | Mistake> {
  try {
    return await readTemplates(project);
  } catch (error) {
    if (!(error instanceof Error && "path" in error)) throw error;
    return { path: relative(project, String(error.path)), line: null, message: error.message };
  }
}
