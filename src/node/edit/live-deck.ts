import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { type Addresses, type Compiled, Compiler } from "../../client/editor/compile/compiler.ts";
import type { LiveData, LiveMessage, Mistake } from "../../client/live/messages.ts";
import { readFrontMatter } from "../../deck/front-matter.ts";
import { decode, hasErrors, type Lang, MAX_SOURCE_BYTES, type Outcome, type Source } from "../../deck/index.ts";
import { scan } from "../../deck/scan.ts";
import { checkTemplates } from "../../render/contract/check.ts";
import { render } from "../../render/render.ts";
import { sha256 } from "../build.ts";
import { Failure } from "../failure.ts";
import { packageFolder } from "../package.ts";
import type { DeckFile } from "../project.ts";
import { type LiveKit, openKit, type Style, styleOf, withTemplates } from "./live-kit.ts";
import { readTemplateFiles, toMistakes } from "./mistakes.ts";
import { Pictures } from "./pictures.ts";
import { SteadyFile } from "./steady-file.ts";

/** The last good deck, as the open pages have it. */
interface Shown {
  readonly version: string;
  readonly compiled: Compiled;
  readonly addresses: Addresses;
  readonly html: ReadonlyMap<string, string>;
  readonly style: Style;
  /** What no message can change in an open page. */
  readonly head: string;
}

/** How long after the last change the whole source is read, for what concerns several slides at once. Milliseconds. */
const SETTLE = 1_000;

/**
 * A deck that follows its source. `tell` is called with what open pages need to be as the source is; a mistake in the
 * source leaves the last good deck as it is, and tells where it is.
 */
export class LiveDeck {
  readonly file: DeckFile;
  readonly pictures: Pictures;
  readonly #file: SteadyFile;
  readonly #tell: (message: LiveMessage) => void;
  readonly #lang: Lang | undefined;
  readonly #epoch = randomBytes(6).toString("base64url");
  #kit: LiveKit;
  #compiler: Compiler;
  #templateMistakes: readonly Mistake[] = [];
  #mistakes: readonly Mistake[] = [];
  #shown: Shown | null = null;
  #count = 0;
  #templatesEdition = 0;
  #work: Promise<unknown> = Promise.resolve();
  #settling: NodeJS.Timeout | undefined;

  private constructor(file: DeckFile, kit: LiveKit, lang: Lang | undefined, tell: (message: LiveMessage) => void) {
    this.file = file;
    this.pictures = new Pictures(file);
    this.#file = new SteadyFile(file.path, 2 * MAX_SOURCE_BYTES);
    this.#tell = tell;
    this.#lang = lang;
    this.#kit = kit;
    this.#compiler = this.#makeCompiler();
  }

  /** @throws Failure where the deck or the product's own files cannot be read. */
  static async open(file: DeckFile, tell: (message: LiveMessage) => void, lang?: Lang): Promise<LiveDeck> {
    const live = new LiveDeck(file, await openKit(file.project), lang, tell);
    await live.templatesChanged();
    return live;
  }

  get kit(): LiveKit {
    return this.#kit;
  }
  /** Of the messages, where it was chosen. */
  get lang(): Lang | null {
    return this.#lang ?? null;
  }
  /** Counts how often the templates were read. */
  get templatesEdition(): number {
    return this.#templatesEdition;
  }
  /** The project's own templates, and the product's. */
  get templateFolders(): readonly string[] {
    return [...new Set([this.file.project, packageFolder()])].map((folder) => join(folder, "templates"));
  }

  /** The source may have changed. Resolves when the open pages have been told. */
  sourceChanged(): Promise<void> {
    return this.#queue(() => this.#refresh(false));
  }

  /** Pictures or data beside the deck have changed. */
  filesChanged(): Promise<void> {
    this.pictures.forget();
    return this.#queue(() => this.#refresh(true));
  }

  templatesChanged(): Promise<void> {
    return this.#queue(async () => {
      const read = await readTemplateFiles(this.file.project);
      if ("message" in read) return this.#setMistakes([read]);
      const { files } = read;
      this.#templatesEdition += 1;
      const found = checkTemplates(files, await this.#messageLang());
      this.#templateMistakes = toMistakes(found, (path) => ({
        path,
        text: files.get(path.replace(/^templates\//, "")) ?? "",
      }));
      if (!hasErrors(found)) {
        this.#kit = withTemplates(this.#kit, files);
        this.#compiler = this.#makeCompiler();
      }
      await this.#refresh(true);
    });
  }

  /** What a page of that version lacks. */
  catchUp(version: string): readonly LiveMessage[] {
    const { version: current, compiled, html, style } = this.#shown as Shown;
    const mistakes: LiveMessage = { kind: "mistakes", mistakes: this.#mistakes };
    if (current === version) return [mistakes];
    const order = compiled.slides.map(({ id }) => id);
    const { title } = compiled.meta;
    return [
      { kind: "slides", from: null, version: current, title, order, changed: [...html], style: style.css },
      mistakes,
    ];
  }

  /**
   * The page of the last good deck.
   * @param socket where the page hears of changes.
   */
  page(socket: string): string {
    const { compiled, addresses, version } = this.#shown as Shown;
    return render(compiled.deck, {
      ...this.#kit,
      path: this.file.shown,
      name: this.file.name,
      images: addresses,
      sha256,
      room: { data: { role: "live", socket, version } satisfies LiveData, connect: [new URL(socket).origin] },
    }).value;
  }

  /** Waits for what is at work, and does no more. */
  async close(): Promise<void> {
    clearTimeout(this.#settling);
    await this.#work;
    clearTimeout(this.#settling);
  }

  #makeCompiler(): Compiler {
    const { templates, fonts } = this.#kit;
    return new Compiler({ templates, fonts, ...(this.#lang === undefined ? {} : { lang: this.#lang }) });
  }

  #queue(work: () => Promise<void>): Promise<void> {
    const result = this.#work.then(work);
    this.#work = result.catch(() => {});
    return result;
  }

  async #refresh(whole: boolean): Promise<void> {
    clearTimeout(this.#settling);
    const read = await this.#readSource();
    if ("message" in read) return this.#setMistakes([read]);
    const { value: source } = read;
    const compiled = await this.#compile(source, whole);
    if ("message" in compiled) return this.#setMistakes([...this.#templateMistakes, compiled]);
    const found = [...read.diagnostics, ...compiled.diagnostics];
    const mistakes = [...this.#templateMistakes, ...toMistakes(found, () => source)];
    if (mistakes.length === 0 || this.#shown === null) this.#show(compiled, compiled.addresses);
    this.#setMistakes(mistakes);
    if (!whole) this.#settling = setTimeout(() => void this.#queue(() => this.#refresh(true)), SETTLE).unref();
  }

  /** A template of the project's own may fail on a slide that nobody has written before: told, and never the end. */
  async #compile(source: Source, whole: boolean): Promise<(Compiled & { readonly addresses: Addresses }) | Mistake> {
    try {
      return await this.#draw(source, whole);
    } catch (error) {
      return { path: source.path, line: null, message: error instanceof Error ? error.message : String(error) };
    }
  }

  async #draw(source: Source, whole: boolean): Promise<Compiled & { readonly addresses: Addresses }> {
    const reading = this.#compiler.read(source, whole);
    const lang = this.#lang ?? reading.meta.lang;
    const pictures = await this.pictures.resolve(this.#compiler.pictures(reading), lang);
    const compiled = this.#compiler.render(reading, pictures.addresses, source.path);
    const { addresses } = pictures;
    return { ...compiled, addresses, diagnostics: [...compiled.diagnostics, ...pictures.diagnostics] };
  }

  async #readSource(): Promise<Outcome<Source> | Mistake> {
    try {
      return decode(await this.#file.read(), this.file.shown, this.#lang);
    } catch (error) {
      if (error instanceof Failure) return { path: this.file.shown, line: null, message: error.message };
      throw error;
    }
  }

  /** Of messages about what is no deck: where none was chosen, that of the deck, as in its own messages. */
  async #messageLang(): Promise<Lang> {
    const known = this.#lang ?? this.#shown?.compiled.meta.lang;
    if (known !== undefined) return known;
    const read = await this.#readSource();
    if ("message" in read) return "he";
    const { value: source } = read;
    return readFrontMatter(source, scan(source.text).frontMatter).value.meta.lang;
  }

  #setMistakes(mistakes: readonly Mistake[]): void {
    if (JSON.stringify(mistakes) === JSON.stringify(this.#mistakes)) return;
    this.#mistakes = mistakes;
    this.#tell({ kind: "mistakes", mistakes });
  }

  /** Makes the compiled deck the one that is shown, and tells what is new in it. */
  #show(compiled: Compiled, addresses: Addresses): void {
    const before = this.#shown;
    const changed = compiled.slides.flatMap(({ id, html }) =>
      before?.html.get(id) === html ? [] : [[id, html] as const],
    );
    const order = compiled.slides.map(({ id }) => id);
    const isSameOrder = before !== null && isEqual(order, [...before.html.keys()]);
    const style = styleOf(this.#kit, compiled.theme, changed, before?.style ?? null);
    const head = this.#headOf(compiled);
    if (before !== null && isSameOrder && changed.length === 0 && style === before.style && head === before.head) {
      this.#shown = { ...before, compiled };
      return;
    }
    this.#count += 1;
    const version = `${this.#epoch}-${this.#count}`;
    const html = new Map(compiled.slides.map((slide) => [slide.id, slide.html]));
    this.#shown = { version, compiled, addresses, html, style, head };
    if (before === null) return;
    const { title } = compiled.meta;
    this.#tell(
      head === before.head
        ? {
            kind: "slides",
            from: before.version,
            version,
            title,
            order: isSameOrder ? null : order,
            changed,
            style: style === before.style ? null : style.css,
          }
        : { kind: "reload" },
    );
  }

  #headOf({ meta: { lang, dir, duration, transition } }: Compiled): string {
    return JSON.stringify([lang, dir, duration, transition, this.#kit.templates.textOf("page.hbs")]);
  }
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
