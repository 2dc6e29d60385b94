import type { Diagnostic, Severity } from "../../deck/types.ts";
import { h } from "../dom.ts";
import { prose } from "../prose.ts";
import type { Editor } from "./editor.ts";
import { applyFix, findingAt } from "./findings.ts";
import type { CompiledReply } from "./messages.ts";
import type { Pane } from "./pane.ts";

const MOST = 100;
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** What is wrong in the source, the gravest first; a click goes there, another mends it. */
export function buildProblemsPane(editor: Editor): Pane {
  const { say } = editor;
  const summary = h("summary", {});
  const list = h("ol", {});
  const here = h("div", { class: "problem-here", "aria-live": "polite" });
  const details = h("details", { class: "problems-list" }, summary, list);
  const element = h("div", { class: "problems" }, here, details);
  // A list that nobody sees is not made.
  let fill = (): void => undefined;
  details.addEventListener("toggle", () => details.open && fill());
  let shown = "null";
  let read: CompiledReply | null = null;
  let before = "";
  return {
    element,
    hears: ["slides", "place"],
    close: () => undefined,
    show() {
      const { reply } = editor;
      const found = findingAt(editor.view);
      const key = JSON.stringify(found);
      if (key !== shown) here.replaceChildren(...(found === null ? [] : [buildItem(found, editor, "div")]));
      shown = key;
      if (!reply || reply === read) return;
      read = reply;
      const listed = JSON.stringify(reply.diagnostics);
      if (listed === before) return;
      before = listed;
      const sorted = [...reply.diagnostics].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
      const count = (severity: Severity): number => sorted.filter((item) => item.severity === severity).length;
      const counts = [
        [count("error"), say("errors")],
        [count("warning"), say("warnings")],
      ].flatMap(([n, name]) => (n === 0 ? [] : [`${name}: ${n}`]));
      summary.textContent = [sorted.length === 0 ? say("editor.noProblems") : say("editor.problems"), ...counts].join(
        " · ",
      );
      element.classList.toggle("has-errors", count("error") > 0);
      fill = () => list.replaceChildren(...sorted.slice(0, MOST).map((item) => buildItem(item, editor)));
      if (details.open) fill();
    },
  };
}

function buildItem(
  { severity, message, help, span, fix }: Diagnostic,
  editor: Editor,
  tag: "li" | "div" = "li",
): HTMLElement {
  const { say, view } = editor;
  const { doc } = view.state;
  const line = span === null ? null : doc.lineAt(Math.min(span.start, doc.length)).number;
  const go = h(
    "button",
    {
      type: "button",
      class: "problem-text",
      click: () => {
        if (span === null) return;
        const anchor = Math.min(span.start, view.state.doc.length);
        view.dispatch({ selection: { anchor }, scrollIntoView: true });
        view.focus();
      },
    },
    line === null ? null : h("span", { class: "problem-line" }, say("editor.line", { n: line })),
    " ",
    h("bdi", {}, ...prose(message)),
    help === null ? null : h("small", {}, " ", h("bdi", {}, ...prose(help))),
  );
  const mend =
    fix === null
      ? null
      : h("button", { type: "button", class: "button small", click: () => applyFix(view, fix) }, say("fixIt"));
  return h(tag, { class: `problem problem-${severity}` }, go, mend);
}
