import { describe, expect, it } from "vitest";
import { dropIllegal } from "./xml.ts";
import { findAll, findFirst, readXml } from "./xml-read.ts";

describe("dropIllegal", () => {
  it("drops what XML 1.0 cannot hold and nothing else", () => {
    expect(dropIllegal("a\u0000\u0008\u000b\u001f\ufffe\uffff\ud800b")).toBe("ab");
    expect(dropIllegal("\t\n\rשלום 😀 \u200f\ue000\ufffd")).toBe("\t\n\rשלום 😀 \u200f\ue000\ufffd");
  });
});

describe("readXml", () => {
  it("reads elements, attributes, text and entities", () => {
    const root = readXml(
      `<?xml version="1.0"?><a x="1" y='&lt;&#x5d0;'><!-- c --><b>x &amp; y<![CDATA[<z>]]></b><b/></a>`,
    )!;
    expect(root.attributes.get("y")).toBe("<א");
    expect(findAll(root, "b").map(({ text }) => text)).toEqual(["x & y<z>", ""]);
    expect(findFirst(root, "c")).toBeNull();
  });

  it("refuses what is not well-formed, has a document type, or is nested too deep", () => {
    for (const xml of [
      "",
      "<a>",
      "<a></b>",
      "</a>",
      "<a/><b/>",
      "<a b></a>",
      '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>',
    ]) {
      expect(readXml(xml), xml).toBeNull();
    }
    expect(readXml("<a>".repeat(201) + "</a>".repeat(201))).toBeNull();
  });
});
