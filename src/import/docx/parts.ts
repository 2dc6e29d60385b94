/** The zip file around a Word document, opened with limits: nothing is unpacked that was not measured before. */

import { strFromU8, unzipSync, zipSync } from "fflate";
import { Refusal } from "../failure.ts";
import type { Limits } from "../limits.ts";

/** What the reader needs; comments, macros, embedded objects and fonts stay packed. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/[\w-]+\.xml|word\/_rels\/[\w-]+\.xml\.rels|word\/media\/[^/]+\.(?:png|jpe?g|gif|webp))$/iu;
const UNWANTED = /^word\/(?:comments\w*|settings|webSettings|fontTable|people|glossary\w*)\.xml$/iu;
/** Elements of all XML parts together: each costs about a kilobyte once it is parsed. */
const MOST_ELEMENTS = 150_000;

/**
 * The parts that are wanted, by name.
 * @throws Refusal `broken-word`, `not-a-word-file`, `encrypted`, `old-word` or `too-much-inside`.
 */
export function openParts(bytes: Uint8Array, limits: Limits): Record<string, Uint8Array> {
  refuseOld(bytes);
  measure(bytes, limits);
  const parts = unzip(bytes, ({ name }) => isWanted(name));
  if (!parts["word/document.xml"]) throw new Refusal("not-a-word-file");
  checkXml(parts, limits);
  return parts;
}

function isWanted(name: string): boolean {
  return WANTED.test(name) && !UNWANTED.test(name);
}

/** Reads the directory alone. Its sizes may lie, but no entry unpacks to more than it says: then the file is broken. */
function measure(bytes: Uint8Array, limits: Limits): void {
  let entries = 0;
  let unpacked = 0;
  unzip(bytes, ({ name, originalSize, size }) => {
    if (++entries > limits.entries) throw new Refusal("too-much-inside", [limits.entries]);
    if (!isWanted(name)) return false;
    unpacked += originalSize;
    const isXml = /\.(?:xml|rels)$/iu.test(name);
    if (unpacked > limits.unpacked || (isXml && Math.max(originalSize, size) > limits.part)) {
      throw new Refusal("too-much-inside", [limits.unpacked]);
    }
    return false;
  });
}

function unzip(
  bytes: Uint8Array,
  filter: (file: { name: string; size: number; originalSize: number }) => boolean,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("broken-word", [], error);
  }
}

/** An OLE file (ECMA-376 before it was): a locked document, or one of Word 97. */
function refuseOld(bytes: Uint8Array): void {
  const isOle = [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);
  if (isOle) throw new Refusal(includesUtf16(bytes, "EncryptedPackage") ? "encrypted" : "old-word");
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) throw new Refusal("not-a-word-file");
}

function includesUtf16(bytes: Uint8Array, name: string): boolean {
  const text = strFromU8(bytes.subarray(0, 1_000_000), true);
  return text.includes([...name].join("\0"));
}

/** No part declares entities, nests deeper or holds more than a document does. */
function checkXml(parts: Readonly<Record<string, Uint8Array>>, limits: Limits): void {
  let elements = 0;
  for (const [name, bytes] of Object.entries(parts)) {
    if (!/\.(?:xml|rels)$/iu.test(name)) continue;
    const xml = strFromU8(bytes);
    if (/<!(?:DOCTYPE|ENTITY)/iu.test(xml)) throw new Refusal("broken-word");
    let depth = 0;
    for (const [tag] of xml.matchAll(/<[^<>]*>/gu)) {
      if (tag[1] === "/") depth--;
      else if (!/^<[?!]|\/>$/u.test(tag)) depth++;
      if (++elements > MOST_ELEMENTS || depth > limits.depth) throw new Refusal("too-much-inside", [limits.depth]);
    }
  }
}

/** The checked parts as a new file, without compression, for a reader that unpacks by itself. */
export function packParts(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...parts }, { level: 0 });
}
