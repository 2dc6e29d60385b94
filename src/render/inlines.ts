/** Inlines → HTML: one writer a type of inline. */
import type { Inline, InlineType } from "../deck/types.ts";
import { EMPTY, Html, html, joinHtml } from "./html.ts";

export interface InlineContext {
  /** Addresses of pictures by what the author wrote; a picture without one shows its alternative text. */
  readonly images: ReadonlyMap<string, string>;
  /** Makes footnote ids unique in the page; e.g. the slide's id. */
  readonly scope: string;
}

type Writers = { readonly [T in InlineType]: (inline: Extract<Inline, { type: T }>, context: InlineContext) => Html };

const WRITERS: Writers = {
  text: ({ text }) => html`${text}`,
  strong: ({ children }, context) => html`<strong>${renderInlines(children, context)}</strong>`,
  emphasis: ({ children }, context) => html`<em>${renderInlines(children, context)}</em>`,
  strike: ({ children }, context) => html`<s>${renderInlines(children, context)}</s>`,
  "inline-code": ({ text }) => html`<code dir="ltr">${text}</code>`,
  link: ({ href, children }, context) => renderLink(href, renderInlines(children, context)),
  image: ({ src, alt }, { images }) => {
    const url = images.get(src);
    return url === undefined ? html`<span class="missing">${alt}</span>` : html`<img src="${url}" alt="${alt}">`;
  },
  break: () => html`<br>`,
  "footnote-ref": ({ number }, { scope }) =>
    html`<sup class="footnote-ref"><a href="#fn-${scope}-${number}">${number}</a></sup>`,
  // The tag comes from the allow-list INLINE_TAGS.
  tagged: ({ tag, children }, context) =>
    joinHtml([Html.unsafe(`<${tag}>`), renderInlines(children, context), Html.unsafe(`</${tag}>`)]),
  isolate: ({ dir, lang, nowrap, children }, context) =>
    html`<bdi dir="${dir}"${attribute("lang", lang)}${attribute("class", nowrap ? "nowrap" : null)}>${renderInlines(children, context)}</bdi>`,
};

export function renderInlines(inlines: readonly Inline[], context: InlineContext): Html {
  return joinHtml(inlines.map((inline) => renderInline(inline, context)));
}

function renderInline<T extends InlineType>(inline: Extract<Inline, { type: T }>, context: InlineContext): Html {
  return WRITERS[inline.type as T](inline, context);
}

/** Schemes that open something; a link of another scheme stays text, whoever made the deck. */
const SAFE_HREF = /^(?:https?:|mailto:|tel:|#)/i;

function renderLink(href: string, content: Html): Html {
  if (!SAFE_HREF.test(href)) return content;
  if (/^https?:/i.test(href)) return html`<a href="${href}" target="_blank" rel="noopener noreferrer">${content}</a>`;
  return html`<a href="${href}">${content}</a>`;
}

/** ` name="value"`, or nothing for null. The name is the program's own. */
function attribute(name: "lang" | "class", value: string | null): Html {
  return value === null ? EMPTY : html` ${name}="${value}"`;
}
