/** The content security policy of a page that asks the network for nothing. */

/** SHA-256 of a text's UTF-8 bytes, in base64. The edge gives it: neither Node's nor the browser's is at hand here. */
export type Sha256 = (text: string) => string;

export interface PolicyParts {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** Addresses that the page may talk to; none for a page that stands alone. */
  readonly connect?: readonly string[];
}

/** Everything is forbidden but the page's own scripts and styles, by hash, and pictures and fonts that it contains. */
export function makePolicy({ scripts, styles, connect = [] }: PolicyParts, sha256: Sha256): string {
  const hashes = (texts: readonly string[]): string =>
    texts.map((text) => `'sha256-${sha256(text)}'`).join(" ") || "'none'";
  return [
    "default-src 'none'",
    `script-src ${hashes(scripts)}`,
    `style-src ${hashes(styles)}`,
    "img-src data:",
    "font-src data:",
    ...(connect.length === 0 ? [] : [`connect-src ${connect.join(" ")}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** A script as it may stand inside `<script>`: nothing in it ends the element or opens a comment (HTML §4.12.1.3). */
export function inlineScript(code: string): string {
  return code.replace(/<(?=\/script|!--)/gi, "\\x3c");
}

/** A style sheet as it may stand inside `<style>`. */
export function inlineStyle(css: string): string {
  return css.replace(/<\/(?=style)/gi, "<\\/");
}

/** JSON as it may stand inside `<script type="application/json">`. */
export function inlineJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, "\\u003c")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
}
