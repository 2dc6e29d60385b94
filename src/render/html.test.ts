import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeHtml, Html, html, joinHtml, orNull } from "./html.ts";

describe("html", () => {
  test("escapes what is not markup, in elements and in attributes", () => {
    expect(String(html`<p title="${`"'`}">${"<b> & 'c'"}</p>`)).toBe(
      '<p title="&quot;&#39;">&lt;b&gt; &amp; &#39;c&#39;</p>',
    );
  });

  test("leaves markup, and lists of it, as they are", () => {
    const bold = html`<b>${"x"}</b>`;
    expect(String(html`<p>${bold}${[bold, bold]}${3}</p>`)).toBe("<p><b>x</b><b>x</b><b>x</b>3</p>");
  });

  test("no text can open a tag or leave a quoted attribute", () => {
    fc.assert(fc.property(fc.string(), (text) => !/[<>"']/.test(escapeHtml(text))));
  });
});

test("pieces are joined; what is empty is null", () => {
  expect(String(joinHtml([html`<i>a</i>`, html`b`], " & "))).toBe("<i>a</i> &amp; b");
  expect(orNull(html``)).toBeNull();
  expect(orNull(Html.unsafe("<br>"))?.toHTML()).toBe("<br>");
});
