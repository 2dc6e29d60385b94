import type { Diagnostic as Lint } from "@codemirror/lint";
import type { EditorView } from "@codemirror/view";
import type { Diagnostic, Fix } from "../../deck/types.ts";
import { h } from "../dom.ts";
import type { Say } from "./say.ts";

const SEVERITIES = { error: "error", warning: "warning", hint: "info" } as const;

/** Diagnostics as CodeMirror underlines them; those without a place stand in the list only. */
export function toLint(diagnostics: readonly Diagnostic[], length: number, say: Say): readonly Lint[] {
  return diagnostics.flatMap(({ span, severity, message, help, code, fix }): readonly Lint[] => {
    if (span === null || span.start > length) return [];
    return [
      {
        from: span.start,
        to: Math.min(Math.max(span.end, span.start), length),
        severity: SEVERITIES[severity],
        source: code,
        message,
        renderMessage: () =>
          h("span", { dir: "auto" }, message, help === null ? null : h("small", { dir: "auto" }, ` ${help}`)),
        ...(fix === null
          ? {}
          : { actions: [{ name: say("fixIt"), apply: (view: EditorView) => applyFix(view, fix) }] }),
      },
    ];
  });
}

export function applyFix(view: EditorView, { span, text }: Fix): void {
  const end = Math.min(span.end, view.state.doc.length);
  view.dispatch({
    changes: { from: Math.min(span.start, end), to: end, insert: text },
    selection: { anchor: span.start + text.length },
    userEvent: "input.fix",
    scrollIntoView: true,
  });
  view.focus();
}
