import { AlignmentType, BorderStyle, type IStylesOptions, LineRuleType } from "docx";
import { contrastOnWhite } from "../contrast.ts";
import type { Flow } from "../pptx/language.ts";

const INK_BLUE = "2138C4";

/** The styles of the document: the deck's fonts where they are installed, and what Word puts in their place. */
export function documentStyles(flow: Flow, tokens: ReadonlyMap<string, string>): IStylesOptions {
  const family = (name: string): string =>
    (tokens.get(name) ?? "Heebo").split(",")[0]?.replace(/["']/g, "").trim() || "Heebo";
  const font = (name: string) => ({ ascii: name, hAnsi: name, cs: name });
  // Paper is white: the accent of a theme for dark rooms cannot be read on it.
  const own = /^#([\da-f]{6})$/i.exec(tokens.get("accent") ?? "")?.[1] ?? "";
  const accent = contrastOnWhite(own) >= 4.5 ? own : INK_BLUE;
  const run = (size: number, name: string, bold = false, color?: string) => ({
    font: font(family(name)),
    size,
    sizeComplexScript: size,
    bold,
    boldComplexScript: bold,
    ...(color === undefined ? {} : { color }),
  });
  const language = { value: "en-US", bidirectional: flow.tag };
  const start = { alignment: AlignmentType.START };
  const named = (id: string, name: string, style: Omit<Own, "id" | "name" | "basedOn" | "quickFormat">): Own => ({
    id,
    name,
    basedOn: "Normal",
    quickFormat: true,
    ...style,
  });
  return {
    default: {
      document: {
        run: { ...run(22, "font-text"), language },
        paragraph: { ...start, spacing: { after: 120, line: 288, lineRule: LineRuleType.AUTO } },
      },
      title: { run: run(52, "font-display", true), paragraph: { ...start, spacing: { after: 80 } } },
      heading1: {
        run: run(36, "font-display", true, accent),
        paragraph: { ...start, spacing: { before: 480, after: 120 }, keepNext: true },
      },
      heading2: {
        run: run(28, "font-display", true),
        paragraph: { ...start, spacing: { before: 320, after: 100 }, keepNext: true },
      },
      heading3: {
        run: run(24, "font-text", true),
        paragraph: { ...start, spacing: { before: 160, after: 60 }, keepNext: true },
      },
      listParagraph: { paragraph: { spacing: { after: 60 } } },
    },
    paragraphStyles: [
      named("Subtitle", "Subtitle", { run: run(28, "font-text"), paragraph: { spacing: { after: 80 } } }),
      named("Byline", "Byline", { run: run(20, "font-text", false, "4B5770"), paragraph: { spacing: { after: 360 } } }),
      named("Quote", "Quote", { run: run(28, "font-display"), paragraph: { indent: { start: 500, end: 500 } } }),
      named("Attribution", "Attribution", {
        run: run(20, "font-text", false, "4B5770"),
        paragraph: { indent: { start: 500 } },
      }),
      named("Figure", "Figure", { run: run(64, "font-display", true, accent) }),
      named("Caption", "caption", { run: run(18, "font-text", false, "4B5770") }),
      named("Code", "Code", { run: { size: 18 }, paragraph: { spacing: { after: 0 } } }),
      named("Marking", "Marking", { run: run(20, "font-text", true), paragraph: { alignment: AlignmentType.CENTER } }),
      named("NotesLabel", "Notes label", {
        run: run(18, "font-text", true, "4B5770"),
        paragraph: { spacing: { before: 160, after: 20 }, keepNext: true },
      }),
      named("SpokenNotes", "Spoken notes", {
        run: run(20, "font-text", false, "4B5770"),
        paragraph: {
          indent: { start: 240 },
          border: {
            [flow.dir === "rtl" ? "right" : "left"]: { style: BorderStyle.SINGLE, size: 12, space: 8, color: accent },
          },
        },
      }),
    ],
  };
}

type Own = NonNullable<IStylesOptions["paragraphStyles"]>[number];
