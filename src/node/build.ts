import { createHash } from "node:crypto";
import { join } from "node:path";
import {
  applyIgnores,
  type Diagnostic,
  deckMinutes,
  diagnose,
  findMetaValue,
  hasErrors,
  type Lang,
  type Meta,
  nearest,
  type Outcome,
  type Source,
  speakingRate,
} from "../deck/index.ts";
import { renderCatalog } from "../render/catalog.ts";
import { checkTemplates } from "../render/contract/check.ts";
import type { FontFace } from "../render/fonts/face.ts";
import { render } from "../render/render.ts";
import { compileTemplates, type TemplateFiles, type Templates } from "../render/templates.ts";
import { clientFile } from "./bundle.ts";
import { type LoadedDeck, loadDeck, toDataAddresses } from "./deck.ts";
import { writeWhole } from "./files.ts";
import { readMadeTemplates } from "./made-templates.ts";
import { type DeckFile, readFonts, readTemplates, themeNames } from "./project.ts";

/** What a page is made of beside the deck: loaded once, used for every deck. */
export interface Kit {
  readonly files: TemplateFiles;
  readonly templates: Templates;
  readonly fonts: readonly FontFace[];
  readonly client: { readonly script: string; readonly style: string };
}

export interface BuildOptions {
  /** Absolute path of `dist/`. */
  readonly out: string;
  /** Instead of the theme that each deck names. */
  readonly theme?: string;
  /** Language of the messages; the deck's own where it is not given. */
  readonly lang?: Lang;
}

/** What became of one deck. */
export interface BuiltDeck {
  readonly file: DeckFile;
  readonly source: Source;
  readonly meta: Meta;
  readonly slides: number;
  /** Estimated from the notes, hidden and backup slides left out. */
  readonly minutes: number;
  /** Words a minute that the estimate is made with. */
  readonly rate: number;
  /** Bytes of the page; 0 where errors stood in the way and nothing was written. */
  readonly bytes: number;
  readonly page: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Loads what every deck needs. A project's own templates are checked against their contracts before one is filled; ours
 * are held by a test.
 * @param project The folder whose `templates/` replace ours, file by file.
 * @returns No kit where a template has errors.
 */
export async function loadKit(project: string, lang?: Lang): Promise<Outcome<Kit | null>> {
  const [{ files, own }, made, fonts, script, style] = await Promise.all([
    readTemplates(project),
    readMadeTemplates(),
    readFonts(),
    clientFile("deck.js"),
    clientFile("reveal.css"),
  ]);
  const diagnostics = own ? [] : checkTemplates(files, lang ?? "he");
  if (hasErrors(diagnostics)) return { value: null, diagnostics };
  return { value: { files, templates: compileTemplates(files, made), fonts, client: { script, style } }, diagnostics };
}

/** Builds one deck to `<out>/<name>/index.html`. A deck with errors is not written: the page of before stays. */
export async function buildDeck(file: DeckFile, kit: Kit, options: BuildOptions): Promise<BuiltDeck> {
  const { value: deck, diagnostics: found } = await loadDeck(file, options.lang);
  const page = hasErrors(found) ? null : renderPage(deck, kit, options);
  const diagnostics = [...found, ...(page?.diagnostics ?? [])];
  const path = join(options.out, file.name, "index.html");
  const isGood = page !== null && !hasErrors(diagnostics);
  if (isGood) await writeWhole(path, page.value, { durable: false });
  return {
    file,
    source: deck.source,
    meta: deck.written.meta,
    slides: deck.written.slides.length,
    minutes: deckMinutes(deck.written).total,
    rate: speakingRate(deck.written.meta),
    bytes: isGood ? Buffer.byteLength(page.value) : 0,
    page: path,
    diagnostics,
  };
}

/** The page of a deck: one file with all that it needs inside. */
export function renderPage(
  deck: LoadedDeck,
  kit: Kit,
  { theme, lang }: Pick<BuildOptions, "theme" | "lang">,
): Outcome<string> {
  const page = render(deck.set, {
    ...kit,
    path: deck.file.shown,
    name: deck.file.name,
    images: toDataAddresses(deck.images),
    sha256,
    ...(theme === undefined ? {} : { theme }),
    ...(lang === undefined ? {} : { lang }),
  });
  const found = [...(theme === undefined ? checkTheme(deck, kit, lang) : []), ...page.diagnostics];
  return { value: page.value, diagnostics: applyIgnores(deck.source, found) };
}

/** A theme that neither the product nor the project has; the page then has the usual one. */
function checkTheme(
  { source, written: { meta } }: LoadedDeck,
  { files }: Kit,
  lang = meta.lang,
): readonly Diagnostic[] {
  const names = themeNames(files);
  if (names.includes(meta.theme)) return [];
  const near = nearest(meta.theme, names);
  const span = findMetaValue(source, "theme");
  const fix = near === null || span === null ? null : { span, text: near, safe: false };
  const args = { name: meta.theme, nearest: near ?? "" };
  return [diagnose("meta/unknown-theme", source.path, span, args, { lang, fix, help: near !== null })];
}

/** Writes the list of decks to `<out>/index.html`; decks that were not written keep the page of before, and their row. */
export async function buildCatalog(built: readonly BuiltDeck[], kit: Kit, options: BuildOptions): Promise<void> {
  const entries = built.map(({ file, meta, slides, minutes }) => ({
    meta,
    href: `${file.name}/index.html`,
    slides,
    minutes,
  }));
  const lang = options.lang ?? built[0]?.meta.lang ?? "he";
  const page = renderCatalog(entries, { lang, templates: kit.templates, fonts: kit.fonts, sha256 });
  await writeWhole(join(options.out, "index.html"), page, { durable: false });
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
