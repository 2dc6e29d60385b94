/** What the tests of this room share: sample decks, the templates, and a reader of what was written. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, toSource } from "../deck/index.ts";
import type { Deck } from "../deck/types.ts";
import { compileTemplates, type Templates } from "../render/templates.ts";
import { readTheme, type Theme } from "../render/theme.ts";
import { typeset } from "../render/typeset.ts";
import { stripMarks } from "./marks.ts";
import type { Fill, Picture } from "./types.ts";
import { findAll, findFirst, readXml, type XmlElement } from "./xml-read.ts";
import { unzipParts } from "./zip.ts";

const TEMPLATES = join(import.meta.dirname, "../../templates");

/** A typeset deck of Markdown. */
export function deckOf(markdown: string): Deck {
  return typeset(parse(toSource(markdown, "test.md")).value).value;
}

function filesBelow(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(?:hbs|css)$/.test(name),
  );
  return new Map(names.sort().map((name) => [name.replaceAll("\\", "/"), readFileSync(join(folder, name), "utf8")]));
}

/** The templates of `templates/pptx/`. */
export function pptxFill(): Fill {
  const templates = compileTemplates(filesBelow(join(TEMPLATES, "pptx")));
  return (name, view) => templates.fill(name, view).toString();
}

/** The templates of pages. */
export function pageTemplates(): Templates {
  return compileTemplates(new Map([...filesBelow(TEMPLATES)].filter(([name]) => !name.startsWith("pptx/"))));
}

export function themeOf(name: string): Theme {
  return readTheme(name, pageTemplates());
}

/** One transparent pixel. */
export const PNG: Picture = {
  bytes: Uint8Array.from(
    atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="),
    (char) => char.charCodeAt(0),
  ),
  type: "image/png",
  width: 1,
  height: 1,
  raster: null,
};

/** Every layout and block, in Hebrew with the usual English and numbers in it. */
export const SAMPLE = readFileSync(join(import.meta.dirname, "fixtures/sample.md"), "utf8");

// ---- reading back -----------------------------------------------------------------------------------

/** The parts of an office file as text; binary ones too. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const parts = unzipParts(bytes);
  if (parts === null) throw new Error("This is no zip.");
  return new Map([...parts].map(([path, content]) => [path, new TextDecoder().decode(content)]));
}

export function xmlOf(parts: ReadonlyMap<string, string>, path: string): XmlElement {
  const root = readXml(parts.get(path) ?? "");
  if (root === null) throw new Error(`${path} is missing or not well-formed.`);
  return root;
}

export interface ReadSlide {
  readonly title: string;
  /** Paragraphs of everything else, in reading order; furniture and decorations left out. */
  readonly texts: readonly string[];
  readonly notes: readonly string[];
  readonly hidden: boolean;
}

const FURNITURE: ReadonlySet<string> = new Set(["dt", "ftr", "sldNum", "sldImg"]);

/** The text of a PowerPoint file, slide by slide in the order of the presentation. */
export function readPptx(bytes: Uint8Array): ReadSlide[] {
  const parts = partsOf(bytes);
  const presentation = xmlOf(parts, "ppt/presentation.xml");
  const targets = relationsOf(parts, "ppt/presentation.xml");
  return findAll(presentation, "p:sldId").map((entry) => {
    const path = targets.get(entry.attributes.get("r:id") ?? "")?.path ?? "";
    const slide = xmlOf(parts, path);
    const notes = [...relationsOf(parts, path).values()].find(({ type }) => type.endsWith("/notesSlide"));
    const shapes = shapesOf(slide);
    return {
      title: shapes
        .filter(({ isTitle }) => isTitle)
        .flatMap(({ texts }) => texts)
        .join(" "),
      texts: shapes.filter(({ isTitle }) => !isTitle).flatMap(({ texts }) => texts),
      notes: notes === undefined ? [] : shapesOf(xmlOf(parts, notes.path)).flatMap(({ texts }) => texts),
      hidden: slide.attributes.get("show") === "0",
    };
  });
}

function shapesOf(slide: XmlElement): { isTitle: boolean; texts: readonly string[] }[] {
  return findAll(slide, "p:sp", "p:graphicFrame", "p:pic").flatMap((shape) => {
    const type = findFirst(shape, "p:ph")?.attributes.get("type") ?? "";
    if (FURNITURE.has(type) || findFirst(shape, "adec:decorative") !== null) return [];
    const description = shape.name === "p:pic" ? [findFirst(shape, "p:cNvPr")?.attributes.get("descr") ?? ""] : [];
    const texts = [...description, ...findAll(shape, "a:p").map(paragraphText)].filter((text) => text !== "");
    return [{ isTitle: type === "title" || type === "ctrTitle", texts }];
  });
}

function paragraphText(paragraph: XmlElement): string {
  const pieces = paragraph.children.map((run) => {
    if (run.name === "a:br") return " ";
    const isReference = findFirst(run, "a:rPr")?.attributes.get("baseline") === "30000";
    const text = findFirst(run, "a:t")?.text ?? "";
    return isReference && /^\d+$/.test(text) ? "" : text;
  });
  return normal(pieces.join(""));
}

/** Text for comparison: no marks, spaces of one kind. */
export function normal(text: string): string {
  return stripMarks(text).replace(/\s+/gu, " ").trim();
}

export function relationsOf(
  parts: ReadonlyMap<string, string>,
  path: string,
): ReadonlyMap<string, { readonly path: string; readonly type: string }> {
  const at = path.lastIndexOf("/") + 1;
  const name = `${path.slice(0, at)}_rels/${path.slice(at)}.rels`;
  if (!parts.has(name)) return new Map();
  const base = `file:///${path.slice(0, at)}`;
  return new Map(
    findAll(xmlOf(parts, name), "Relationship").map(({ attributes }) => {
      const target = attributes.get("Target") ?? "";
      const isInside = attributes.get("TargetMode") !== "External";
      const resolved = isInside ? new URL(target, base).pathname.slice(1) : target;
      return [attributes.get("Id") ?? "", { path: resolved, type: attributes.get("Type") ?? "" }];
    }),
  );
}
