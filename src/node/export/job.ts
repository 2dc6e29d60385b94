import type { Browser, Page } from "playwright-core";
import { forAudience, onlyPlanned } from "../../deck/audience.ts";
import { type Diagnostic, hasErrors, type Lang, type Outcome } from "../../deck/index.ts";
import type { Deck } from "../../deck/types.ts";
import { pictureSize } from "../../export/picture-size.ts";
import { selectSlides } from "../../export/select.ts";
import type { Fill, Picture, Pictures } from "../../export/types.ts";
import type { FontFace } from "../../render/fonts/face.ts";
import type { PerSheet } from "../../render/handout.ts";
import { compileTemplates, type TemplateFiles, type Templates } from "../../render/templates.ts";
import { readTheme, type Theme } from "../../render/theme.ts";
import { type BrowserProgram, NAME_ANOTHER } from "../browser.ts";
import { type LoadedDeck, loadDeck } from "../deck.ts";
import { Failure } from "../failure.ts";
import { readMadeTemplates } from "../made-templates.ts";
import { type DeckFile, readFonts, readTemplates, requireTheme } from "../project.ts";
import type { Printing } from "./print.ts";

/** Told what is being done for an output that takes its time, as words for a person; null when that is over. */
export type Progress = (path: string, state: string | null) => void;

/** What a person asked for. */
export interface ExportOptions {
  readonly deck: DeckFile;
  /** Absolute paths; the format follows each one's ending. */
  readonly outputs: readonly string[];
  /** Null where nothing was said: then files for others are without notes, and HTML, which is for presenting, has them. */
  readonly notes: boolean | null;
  readonly range: string;
  readonly part: string;
  readonly hidden: boolean;
  readonly theme: string | null;
  /** A page for each step. */
  readonly steps: boolean;
  readonly perSheet: PerSheet;
  /** Pixels of a picture for each pixel of the slide. */
  readonly scale: number;
  /** Absolute path of a .pptx or .potx whose master is used, or null. */
  readonly referenceDoc: string | null;
  /** Language of the messages; the deck's own where null. */
  readonly lang: Lang | null;
  readonly progress: Progress;
}

/**
 * What the outputs of one command share: the deck is read once, pictures are drawn once, one browser is started, and
 * only when an output asks for it.
 */
export class ExportJob {
  readonly options: ExportOptions;
  readonly loaded: LoadedDeck;
  readonly diagnostics: readonly Diagnostic[];
  /** The browser that was started ahead to print, where an output is printed. Who started it closes it. */
  readonly printing: Printing | null;
  readonly #files: TemplateFiles;
  #templates: Promise<Templates> | undefined;
  #fonts: Promise<readonly FontFace[]> | undefined;
  #pictures: Promise<Pictures> | undefined;
  #program: Promise<BrowserProgram> | undefined;
  #browser: Promise<Browser> | undefined;

  private constructor(
    options: ExportOptions,
    printing: Printing | null,
    loaded: LoadedDeck,
    files: TemplateFiles,
    found: readonly Diagnostic[],
  ) {
    this.options = options;
    this.printing = printing;
    this.loaded = loaded;
    this.#files = files;
    this.diagnostics = [...found];
  }

  /** Reads deck and templates. No job where either has errors. */
  static async open(
    options: ExportOptions,
    printing: Printing | null = null,
  ): Promise<Outcome<ExportJob | null> & { readonly loaded: LoadedDeck }> {
    const lang = options.lang ?? undefined;
    const [{ value: loaded, diagnostics }, { files, own }] = await Promise.all([
      loadDeck(options.deck, lang),
      readTemplates(options.deck.project),
    ]);
    if (options.theme !== null) requireTheme(options.theme, files);
    const found = [...diagnostics, ...(own ? [] : await checkOwn(files, lang))];
    const job = hasErrors(found) ? null : new ExportJob(options, printing, loaded, files, found);
    return { value: job, diagnostics: found, loaded };
  }

  get lang(): Lang {
    return this.options.lang ?? this.loaded.written.meta.lang;
  }

  /** The theme to use: the one that was asked for, else the deck's. */
  get theme(): string {
    return this.options.theme ?? this.loaded.set.meta.theme;
  }

  /** The slides that were asked for, typeset. @throws Failure `usage` where there are none. */
  deck(change: { readonly notes: boolean; readonly hidden?: boolean }): Deck {
    return this.#select(this.loaded.set, change);
  }

  /** The same as they were written. */
  written(change: { readonly notes: boolean; readonly hidden?: boolean }): Deck {
    const { written } = this.loaded;
    return this.#select(change.notes ? written : onlyPlanned(written), change);
  }

  #select(deck: Deck, { notes, hidden = this.options.hidden }: { notes: boolean; hidden?: boolean }): Deck {
    const { range, part } = this.options;
    const selected = selectSlides(deck, { range, part, hidden });
    if ("problem" in selected) throw selectionFailure(selected);
    if (selected.slides.length === 0 && deck.slides.length > 0)
      throw new Failure("usage", "No slide is left to export.", "Hidden slides are exported with --hidden.");
    return notes ? selected : forAudience(selected, { notes: false, hidden: true });
  }

  /** The templates of pages. */
  templates(): Promise<Templates> {
    this.#templates ??= readMadeTemplates().then((made) => compileTemplates(this.#files, made));
    return this.#templates;
  }

  /** The theme's tokens, for formats that are no page: no template has to be ready for them. */
  readTheme(): Theme {
    const styles = [...this.#files].filter(([path]) => path.endsWith(".css"));
    return readTheme(this.theme, compileTemplates(new Map(styles)));
  }

  /** Fills the templates of the PowerPoint parts. */
  async pptxFill(): Promise<Fill> {
    const prefix = "pptx/";
    const own = [...this.#files].filter(([path]) => path.startsWith(prefix));
    const files = new Map(own.map(([path, text]) => [path.slice(prefix.length), text]));
    const templates = compileTemplates(files, await readMadeTemplates("pptx-templates.js"));
    return (name, view) => templates.fill(name, view).toString();
  }

  fonts(): Promise<readonly FontFace[]> {
    this.#fonts ??= readFonts();
    return this.#fonts;
  }

  /** Pictures with their sizes; vector ones drawn as well, for programs that cannot. */
  pictures(): Promise<Pictures> {
    this.#pictures ??= this.#loadPictures();
    return this.#pictures;
  }

  async #loadPictures(): Promise<Pictures> {
    const pictures = new Map<string, Picture>();
    for (const [src, { bytes, type }] of this.loaded.images) {
      const isVector = type === "image/svg+xml";
      const raster = isVector ? await (await import("../raster.ts")).rasterize(bytes, await this.fonts()) : null;
      pictures.set(src, { bytes, type, raster, ...pictureSize(bytes, type) });
    }
    return pictures;
  }

  /** The browser to use. @throws Failure `no-browser` */
  program(): Promise<BrowserProgram> {
    this.#program ??= import("../browser.ts").then(({ findBrowser }) => findBrowser());
    return this.#program;
  }

  /** Starts the browser ahead, while the page is still being made. A failure shows where the browser is used. */
  warmUp(): void {
    this.#browser ??= this.#start();
    this.#browser.catch(() => undefined);
  }

  /**
   * Lets `work` steer a blank page in the one browser of this job; the page is closed behind it.
   * @throws Failure `no-browser`, and `broken` where the browser ends or fails in the middle of it.
   */
  async withPage<T>(scale: number, work: (page: Page) => Promise<T>): Promise<T> {
    this.#browser ??= this.#start();
    const browser = await this.#browser;
    try {
      const viewport = { width: 1280, height: 720 };
      const context = await browser.newContext({ viewport, deviceScaleFactor: scale, offline: true });
      const made = await work(await context.newPage());
      await context.close();
      return made;
    } catch (error) {
      const { executablePath } = await this.program();
      const said = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
      throw new Failure(
        "broken",
        `The browser ${executablePath} failed: ${said.replace(/\.?$/, ".")}`,
        NAME_ANOTHER,
        error,
      );
    }
  }

  async #start(): Promise<Browser> {
    const [{ openBrowser }, program] = await Promise.all([import("../browser.ts"), this.program()]);
    return openBrowser(program);
  }

  async close(): Promise<void> {
    if (this.#browser === undefined) return;
    const browser = await this.#browser.catch(() => null);
    await browser?.close();
  }
}

/** A project's own templates are checked before one is filled; ours are held by a test. */
async function checkOwn(files: TemplateFiles, lang: Lang | undefined): Promise<readonly Diagnostic[]> {
  const { checkTemplates } = await import("../../render/contract/check.ts");
  return checkTemplates(files, lang ?? "he");
}

function selectionFailure(problem: Exclude<ReturnType<typeof selectSlides>, Deck>): Failure {
  switch (problem.problem) {
    case "range":
      return new Failure("usage", `--range ${problem.text} is no list of pages.`, "Write it like 1,4-6");
    case "page":
      return new Failure("usage", `There is no page ${problem.page}; the last one is ${problem.last}.`);
    case "part":
      return new Failure(
        "usage",
        "There is no such part.",
        problem.parts.length === 0 ? "This deck has no parts." : `The parts are: ${problem.parts.join(", ")}`,
      );
  }
}
