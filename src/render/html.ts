/**
 * Markup as a type. A string is never markup: whatever is put into an `html` template is escaped unless it is `Html`
 * itself. The one way from a string to `Html` without escaping is `Html.unsafe`, so that a reader can list its uses.
 */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  /** Trusts `markup` as it is. The caller says in a comment why it may. */
  static unsafe(markup: string): Html {
    return new Html(markup);
  }

  toString(): string {
    return this.#markup;
  }

  /** What Handlebars asks of a value that `{{ }}` must not escape. */
  toHTML(): string {
    return this.#markup;
  }
}

export type HtmlValue = Html | string | number | readonly Html[];

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it stands in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character) : text;
}

/** Markup from a template literal; every value that is not `Html` is escaped. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let markup = strings[0] ?? "";
  for (let i = 0; i < values.length; i++) markup += toMarkup(values[i] ?? "") + (strings[i + 1] ?? "");
  // The literal parts are the program's own text, and each value has just been escaped.
  return Html.unsafe(markup);
}

export const EMPTY = html``;

/** Pieces one after another. */
export function joinHtml(pieces: readonly Html[], separator = ""): Html {
  // Pieces are markup already, and the separator is escaped.
  return Html.unsafe(pieces.join(escapeHtml(separator)));
}

/** Null for markup without content, so that a template can ask `{{#if}}`. */
export function orNull(markup: Html): Html | null {
  return markup.toString() === "" ? null : markup;
}

function toMarkup(value: HtmlValue): string {
  if (typeof value === "string") return escapeHtml(value);
  if (typeof value === "number" || value instanceof Html) return String(value);
  return value.join("");
}
