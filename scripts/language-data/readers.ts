/** Readers: the bytes of a file of a package → its Hebrew segments (sentences, labels, words), one string each. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { decodeText } from "../../src/deck/entities.ts";
import type { Reader } from "./sources.ts";

export const readers: Record<Reader, (bytes: Uint8Array) => string[]> = {
  text: (bytes) => segments(new TextDecoder().decode(bytes)),
  apk: (bytes) => readStringPool(unzipSync(bytes)["resources.arsc"] ?? new Uint8Array()).flatMap(segments),
  words: readTesseractWords,
  protocol: readProtocol,
  statute: readStatute,
};

/** The parts of a text that are Hebrew: escapes decoded, markup and placeholders out, cut at line breaks and quotes. */
function segments(text: string): string[] {
  return text
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/(?<=[א-ת])\\"(?=[א-ת])/g, "״")
    .replace(/\\n|<[^<>\n]{1,120}>|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, " ")
    .split(/[\n\t{}`|]|\\?"|\$\d|%\d?\$?[sd]|\\|^\s*[\w.]+\s*[=:]|(?<=[.!?]) /m)
    .map((part) => part.replace(/״/g, '"').replace(/\s+/g, " ").trim())
    .filter((part) => /[א-ת]{2}/.test(part) && !/[\u05b0-\u05c7\uf000-\uffff]/.test(part));
}

/** The global string pool of Android's resources.arsc (the chunk after the 12-byte table header), UTF-8 flavour. */
function readStringPool(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pool = 12;
  const count = view.getUint32(pool + 8, true);
  const strings = pool + view.getUint32(pool + 20, true);
  const decoder = new TextDecoder();
  return Array.from({ length: count }, (_, index) => {
    let at = strings + view.getUint32(pool + 28 + 4 * index, true);
    at += (view.getUint8(at) & 0x80) === 0 ? 1 : 2;
    const wide = (view.getUint8(at) & 0x80) !== 0;
    const length = wide ? ((view.getUint8(at) & 0x7f) << 8) | view.getUint8(at + 1) : view.getUint8(at);
    at += wide ? 2 : 1;
    return decoder.decode(bytes.subarray(at, at + length));
  });
}

/** Tesseract's word list, by its own tools (Debian: tesseract-ocr): `combine_tessdata -u`, `dawg2wordlist`. */
function readTesseractWords(bytes: Uint8Array): string[] {
  const dir = mkdtempSync(join(tmpdir(), "language-data-"));
  try {
    writeFileSync(join(dir, "heb.traineddata"), bytes);
    const run = (tool: string, ...args: string[]) => execFileSync(tool, args, { cwd: dir, stdio: "ignore" });
    run("combine_tessdata", "-u", "heb.traineddata", "heb.");
    run("dawg2wordlist", "heb.lstm-unicharset", "heb.lstm-word-dawg", "words.txt");
    return readFileSync(join(dir, "words.txt"), "utf8")
      .split("\n")
      .filter((word) => /^[א-ת][א-ת"'-]*$/.test(word));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** What is said in a session of parliament: paragraphs of some length, without lists of those present and marks of speakers. */
function readProtocol(bytes: Uint8Array): string[] {
  const { text } = JSON.parse(new TextDecoder().decode(bytes)) as { text?: string };
  return (text ?? "")
    .split("\n")
    .map((line) => tidy(line.replace(/<<[^<>]*>>/g, "")))
    .filter((line) => !/\t|- -|…/.test(line) && isRunning(line, 14));
}

/** The sentences of a statute (Akoma Ntoso): its innermost paragraphs, without those that only point at others. */
function readStatute(bytes: Uint8Array): string[] {
  const xml = new TextDecoder().decode(bytes);
  return [...xml.matchAll(/<p\b[^>]*>((?:(?!<p\b)[\s\S])*?)<\/p>/g)]
    .map(([, inside]) => tidy(decodeText((inside as string).replace(/<[^>]*>/g, " "), false)))
    .filter((line) => /[.;:]$/.test(line) && !/[\d()[\]]/.test(line) && isRunning(line, 16));
}

function tidy(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/g, "")
    .replace(/[^\S\t]+/g, " ")
    .replace(/ (?=[.,;:])/g, "")
    .trim();
}

/** Is a text at least `least` words of Hebrew, and no longer than a paragraph is? */
function isRunning(text: string, least: number): boolean {
  const words = text.split(" ");
  const hebrew = words.filter((word) => /[א-ת]{2}/.test(word)).length;
  return words.length >= least && words.length <= 140 && hebrew > words.length * 0.85;
}
