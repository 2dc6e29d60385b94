import { bidiIsolates, defineLanguageFacet, HighlightStyle, Language, syntaxHighlighting } from "@codemirror/language";
import { NodeProp } from "@lezer/common";
import { tags } from "@lezer/highlight";
import { parser as commonmark, GFM } from "@lezer/markdown";

/**
 * Markdown as slides have it: `---` ends a slide and underlines no heading, and what is code or an address is a run of
 * its own from left to right.
 */
const parser = commonmark.configure([
  GFM,
  {
    remove: ["SetextHeading", "IndentedCode"],
    props: [NodeProp.isolate.add({ InlineCode: "ltr", URL: "ltr", Autolink: "ltr", CodeText: "ltr", HTMLTag: "ltr" })],
  },
]);

const language = new Language(defineLanguageFacet(), parser, [], "markdown");

const style = HighlightStyle.define([
  { tag: tags.heading, class: "tok-heading" },
  { tag: tags.strong, class: "tok-strong" },
  { tag: tags.emphasis, class: "tok-emphasis" },
  { tag: tags.strikethrough, class: "tok-strike" },
  { tag: tags.link, class: "tok-link" },
  { tag: tags.url, class: "tok-url" },
  { tag: tags.monospace, class: "tok-code" },
  { tag: tags.quote, class: "tok-quote" },
  { tag: tags.comment, class: "tok-comment" },
  { tag: [tags.processingInstruction, tags.contentSeparator], class: "tok-mark" },
]);

export const deckMarkdown = [language, syntaxHighlighting(style), bidiIsolates()];
