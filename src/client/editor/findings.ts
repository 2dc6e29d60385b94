import { type Range, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import type { Diagnostic, Fix } from "../../deck/types.ts";
import { plainProse } from "../prose.ts";

/** Diagnostics of the text as it is now. */
export const setFindings = StateEffect.define<readonly Diagnostic[]>();

interface Marked extends Decoration {
  readonly spec: { readonly finding: Diagnostic };
}

/** Underlines each diagnostic at its span; the marks move with the text until the next ones come. */
export const findings = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { changes, effects }) {
    for (const effect of effects) if (effect.is(setFindings)) return Decoration.set(effect.value.flatMap(mark), true);
    return marks.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function mark(finding: Diagnostic): readonly Range<Decoration>[] {
  const { span, severity, message, help } = finding;
  if (span === null || span.end <= span.start) return [];
  const title = plainProse(message) + (help === null ? "" : `\n${plainProse(help)}`);
  const spec = { class: `cm-finding cm-finding-${severity}`, attributes: { title }, finding };
  return [Decoration.mark(spec).range(span.start, span.end)];
}

/** A diagnostic that the cursor stands on, with its fix where the text is now. */
export function findingAt({ state }: EditorView): Diagnostic | null {
  const { head } = state.selection.main;
  let found: Diagnostic | null = null;
  state.field(findings).between(head, head, (from, to, decoration) => {
    const { finding } = (decoration as Marked).spec;
    const by = from - (finding.span?.start ?? from);
    const fix = finding.fix && {
      ...finding.fix,
      span: { start: finding.fix.span.start + by, end: finding.fix.span.end + by },
    };
    found = { ...finding, span: { start: from, end: to }, fix };
  });
  return found;
}

export function applyFix(view: EditorView, { span, text }: Fix): void {
  const end = Math.min(span.end, view.state.doc.length);
  view.dispatch({
    changes: { from: Math.min(span.start, end), to: end, insert: text },
    selection: { anchor: Math.min(span.start, end) + text.length },
    userEvent: "input.fix",
    scrollIntoView: true,
  });
  view.focus();
}
