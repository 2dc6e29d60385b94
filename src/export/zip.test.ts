import { deflateRawSync } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { unzipParts, zipParts } from "./zip.ts";

const PARTS = new Map<string, string | Uint8Array>([
  ["[Content_Types].xml", "<Types/>"],
  ["ppt/שקופית.xml", "<a>".repeat(5000)],
  ["ppt/media/a.png", new Uint8Array([1, 2, 3])],
  ["empty", ""],
]);

describe("zipParts", () => {
  it("makes what others can read, in the order given, with either compressor", () => {
    for (const bytes of [zipParts(PARTS), zipParts(PARTS, (part) => deflateRawSync(part))]) {
      const files = unzipSync(bytes);
      expect(Object.keys(files)).toEqual([...PARTS.keys()]);
      expect(strFromU8(files["ppt/שקופית.xml"]!)).toBe("<a>".repeat(5000));
      expect([...files["ppt/media/a.png"]!]).toEqual([1, 2, 3]);
      expect(files.empty).toHaveLength(0);
    }
  });

  it("gives the same bytes each time", () => {
    expect(zipParts(PARTS)).toEqual(zipParts(PARTS));
  });
});

describe("unzipParts", () => {
  it("reads what was written", () => {
    expect([...(unzipParts(zipParts(PARTS))?.keys() ?? [])]).toEqual([...PARTS.keys()]);
  });

  it("refuses what is no zip, what has too many parts, and what says that it unpacks to too much", () => {
    expect(unzipParts(new TextEncoder().encode("no zip"))).toBeNull();
    const many = new Map(Array.from({ length: 5_001 }, (_, at) => [`${at}`, ""]));
    expect(unzipParts(zipParts(many))).toBeNull();
    const bomb = zipParts(new Map([["a", "x"]]));
    // The size that a part declares, in the directory: 24 bytes into its row.
    new DataView(bomb.buffer).setUint32(bomb.length - 22 - 47 + 24, 0x7fff_ffff, true);
    expect(unzipParts(bomb)).toBeNull();
  });
});
