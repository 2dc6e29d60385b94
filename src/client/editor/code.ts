import { history, historyKeymap, standardKeymap } from "@codemirror/commands";
import { search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import type { Direction, Lang } from "../../deck/types.ts";
import { isolatedMarks, lineDirections } from "./direction.ts";
import { findings } from "./findings.ts";
import { continueList, deleteMarker } from "./lists.ts";
import { deckMarkdown } from "./markdown.ts";
import type { Say } from "./say.ts";

/** Parts of the configuration that change while the editor is open: the deck's language, and the interface's. */
const deckPart = new Compartment();
const interfacePart = new Compartment();

export interface CodeOptions {
  readonly document: string;
  readonly nonce: string;
  readonly say: Say;
  readonly lang: Lang;
  readonly dir: Direction;
  readonly extensions: Extension;
}

/** The state of the text: Markdown in right-to-left lines, undo over everything, find and replace, the browser's spelling. */
export function createCode({ document, nonce, say, lang, dir, extensions }: CodeOptions): EditorState {
  return EditorState.create({
    doc: document,
    extensions: [
      EditorView.cspNonce.of(nonce),
      history(),
      search({ top: true }),
      EditorView.lineWrapping,
      deckMarkdown,
      isolatedMarks,
      findings,
      deckPart.of(deckExtensions(lang, dir)),
      interfacePart.of(interfaceExtensions(say)),
      keymap.of([
        { key: "Enter", run: continueList },
        { key: "Backspace", run: deleteMarker },
        ...searchKeymap,
        ...historyKeymap,
        ...standardKeymap,
      ]),
      extensions,
    ],
  });
}

export const setDeck = (lang: Lang, dir: Direction) => deckPart.reconfigure(deckExtensions(lang, dir));
export const setInterface = (say: Say) => interfacePart.reconfigure(interfaceExtensions(say));

function deckExtensions(lang: Lang, dir: Direction): Extension {
  return [EditorView.contentAttributes.of({ lang, dir, spellcheck: "true", tabindex: "0" }), lineDirections(dir)];
}

function interfaceExtensions(say: Say): Extension {
  return [
    EditorView.contentAttributes.of({ "aria-label": say("editor.source") }),
    EditorState.phrases.of({
      Find: say("find"),
      Replace: say("replace"),
      next: say("search.next"),
      previous: say("search.previous"),
      all: say("search.all"),
      "match case": say("search.case"),
      regexp: say("search.regexp"),
      "by word": say("search.word"),
      replace: say("replace"),
      "replace all": say("search.replaceAll"),
      close: say("close"),
      "current match": say("search.current"),
      "on line": say("search.line"),
      "replaced $ matches": say("search.replaced"),
    }),
  ];
}
