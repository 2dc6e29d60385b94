/** For tests: our templates from the disk, and pages from Markdown. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parse } from "../deck/index.ts";
import type { Deck, Outcome } from "../deck/types.ts";
import { type RenderOptions, render } from "./render.ts";
import { compileTemplates, type TemplateFiles } from "./templates.ts";
import { typeset } from "./typeset.ts";

const ROOT = join(import.meta.dirname, "../../templates");

export function readOurTemplates(): TemplateFiles {
  const entries = readdirSync(ROOT, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(ROOT, path).replaceAll("\\", "/"), readFileSync(path, "utf8")];
    }),
  );
}

export const ourTemplates = compileTemplates(readOurTemplates());

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}

/** A deck as it is shown; the source has a title if it brings none. */
export function deckOf(markdown: string): Deck {
  const text = markdown.startsWith("---") ? markdown : `---\ntitle: מצגת\n---\n\n${markdown}`;
  return typeset(parse({ path: "slides/test.md", text }).value).value;
}

/** The page of a deck without fonts and client, which most tests do not need. */
export function pageOf(markdown: string, options: Partial<RenderOptions> = {}): Outcome<string> {
  return render(deckOf(markdown), {
    path: "slides/test.md",
    name: "test",
    templates: ourTemplates,
    fonts: [],
    client: { script: "", style: "" },
    images: new Map(),
    sha256,
    ...options,
  });
}

/** The part of a page that shows the slides. */
export function slidesOf(markdown: string, options: Partial<RenderOptions> = {}): string {
  return /<main[\s\S]*<\/main>/.exec(pageOf(markdown, options).value)?.[0] ?? "";
}
