import { diagnose } from "../../deck/diagnostic.ts";
import type { Deck, Diagnostic, Lang, Outcome, Slide } from "../../deck/types.ts";
import { bareText } from "../marks.ts";
import type { Fill, Pictures } from "../types.ts";
import type { Deflate } from "../zip.ts";
import { timingView } from "./animation.ts";
import type { Surroundings } from "./canvas.ts";
import { type Flow, flowOf } from "./language.ts";
import { type Frame, frameOf, type LayoutSpec, layoutSpecs } from "./layouts.ts";
import { defaultLevels, layoutView, masterView } from "./master.ts";
import { MediaStore } from "./media.ts";
import { notesMasterView, notesSlideView } from "./notes.ts";
import { CONTENT_TYPES, PackageWriter } from "./package.ts";
import { Relations } from "./relations.ts";
import type { Linker } from "./runs.ts";
import { slideContent } from "./slide.ts";
import { type PptxTheme, pptxTheme } from "./theme.ts";
import { CANVAS, emu } from "./units.ts";

export interface PptxOptions {
  /** The slide source's path, for diagnostics. */
  readonly path: string;
  /** Fills the templates of `templates/pptx/`. */
  readonly fill: Fill;
  readonly pictures: Pictures;
  /** The theme's name and its CSS custom properties. */
  readonly theme: { readonly name: string; readonly tokens: ReadonlyMap<string, string> };
  /** Language of the diagnostics. */
  readonly lang: Lang;
  /** How parts are compressed; a slower way that needs nothing where it is not given. */
  readonly deflate?: Deflate;
  /** Whether the spoken notes go into the file. */
  readonly notes: boolean;
}

/** Ids that the schema keeps apart: slides from 256, masters and layouts from 2³¹ (ECMA-376 §19.7.13, §19.7.14). */
const FIRST_SLIDE_ID = 256;
const FIRST_MASTER_ID = 2_147_483_648;

/**
 * A typeset deck as a PowerPoint file: native shapes, placeholders and layouts, right-to-left from the master down.
 * The same deck gives the same bytes.
 */
export function writePptx(deck: Deck, options: PptxOptions): Outcome<Uint8Array> {
  const diagnostics: Diagnostic[] = [];
  const flow = flowOf(deck.meta.lang, deck.meta.dir);
  const theme = pptxTheme(options.theme.name, options.theme.tokens, deck.meta.lang);
  const writer = new PackageWriter(options.fill);
  const root = new Relations();
  root.add("officeDocument", "ppt/presentation.xml");
  root.add("core-properties", "docProps/core.xml");
  root.add("extended-properties", "docProps/app.xml");
  writer.addRelations("", root);

  const presentation = new Relations();
  const frame = frameOf(deck.meta.marking.trim() !== "");
  const job: Job = { deck, options, flow, theme, frame, specs: layoutSpecs(frame), writer, presentation };
  const master = writeMaster(job);
  const notesMaster = writeNotesMaster(job);
  const slides = writeSlides(job, ({ src, span }, type) => {
    diagnostics.push(diagnose("export/picture-format", options.path, span, { src, type }, { lang: options.lang }));
  });
  writePresentation(job, { master, notesMaster, slides });
  writeProperties(job);
  return { value: writer.toBytes(options.deflate), diagnostics };
}

interface Job {
  readonly deck: Deck;
  readonly options: PptxOptions;
  readonly flow: Flow;
  readonly theme: PptxTheme;
  readonly frame: Frame;
  readonly specs: readonly LayoutSpec[];
  readonly writer: PackageWriter;
  readonly presentation: Relations;
}

function writeMaster({ deck, flow, frame, specs, theme, writer, presentation }: Job): string {
  const relations = new Relations();
  const layouts = specs.map((_, at) => ({
    id: FIRST_MASTER_ID + 1 + at,
    rel: relations.add("slideLayout", `../slideLayouts/slideLayout${at + 1}.xml`),
  }));
  relations.add("theme", "../theme/theme1.xml");
  const path = "ppt/slideMasters/slideMaster1.xml";
  writer.addXml(path, CONTENT_TYPES.slideMaster, "master.hbs", masterView(deck.meta, flow, frame, theme, layouts));
  writer.addRelations(path, relations);
  for (const [at, spec] of specs.entries()) {
    const layout = `ppt/slideLayouts/slideLayout${at + 1}.xml`;
    const back = new Relations();
    back.add("slideMaster", "../slideMasters/slideMaster1.xml");
    writer.addXml(layout, CONTENT_TYPES.slideLayout, "layout.hbs", layoutView(spec, flow, frame, theme));
    writer.addRelations(layout, back);
  }
  writer.addXml("ppt/theme/theme1.xml", CONTENT_TYPES.theme, "theme.hbs", theme.view);
  return presentation.add("slideMaster", "slideMasters/slideMaster1.xml");
}

/** The notes master is there without notes, too: who adds notes later writes them in the right direction. */
function writeNotesMaster({ deck, flow, theme, writer, presentation }: Job): string {
  const relations = new Relations();
  relations.add("theme", "../theme/theme2.xml");
  const path = "ppt/notesMasters/notesMaster1.xml";
  writer.addXml(path, CONTENT_TYPES.notesMaster, "notes-master.hbs", notesMasterView(deck, flow));
  writer.addRelations(path, relations);
  writer.addXml("ppt/theme/theme2.xml", CONTENT_TYPES.theme, "theme.hbs", theme.view);
  return presentation.add("notesMaster", "notesMasters/notesMaster1.xml");
}

interface WrittenSlide {
  readonly id: number;
  readonly rel: string;
  readonly slide: Slide;
}

function writeSlides(job: Job, reject: Surroundings["reject"]): WrittenSlide[] {
  const { deck, flow, frame, options, specs, writer, presentation } = job;
  const media = new MediaStore(writer, options.pictures);
  const around: Surroundings = { flow, frame, pictures: options.pictures, store: (src) => media.store(src), reject };
  const places = new Map(deck.slides.map(({ id }, at) => [id, at + 1]));
  return deck.slides.map((slide, at) => {
    const number = at + 1;
    const relations = new Relations();
    const layout = specs.findIndex((spec) => spec.layout === slide.layout);
    const spec = specs[layout];
    if (spec === undefined) throw new Error(`There is no PowerPoint layout for ${slide.layout}.`);
    relations.add("slideLayout", `../slideLayouts/slideLayout${layout + 1}.xml`);
    const link = linkerOf(relations, places);
    const content = slideContent(slide, { deck, spec, around, relations, link, number });
    const path = `ppt/slides/slide${number}.xml`;
    if (options.notes && slide.notes.blocks.length > 0) {
      relations.add("notesSlide", `../notesSlides/notesSlide${number}.xml`);
      writeNotes(job, slide, number, places);
    }
    writer.addXml(path, CONTENT_TYPES.slide, "slide.hbs", {
      shapes: content.shapes,
      hidden: slide.hidden,
      mapping: spec.isPoster ? job.theme.posterMap : null,
      transition: transitionView(deck, flow),
      ...timingView(content.clicks),
    });
    writer.addRelations(path, relations);
    return { id: FIRST_SLIDE_ID + at, rel: presentation.add("slide", `slides/slide${number}.xml`), slide };
  });
}

/** The next slide comes from the side where the text ends. */
function transitionView({ meta }: Deck, flow: Flow) {
  if (meta.transition === "none") return null;
  return meta.transition === "fade" ? { fade: true } : { push: flow.dir === "rtl" ? "r" : "l" };
}

function writeNotes({ flow, writer }: Job, slide: Slide, number: number, places: ReadonlyMap<string, number>): void {
  const relations = new Relations();
  relations.add("notesMaster", "../notesMasters/notesMaster1.xml");
  relations.add("slide", `../slides/slide${number}.xml`);
  const path = `ppt/notesSlides/notesSlide${number}.xml`;
  const view = notesSlideView(slide, flow, linkerOf(relations, places), number);
  writer.addXml(path, CONTENT_TYPES.notesSlide, "notes-slide.hbs", view);
  writer.addRelations(path, relations);
}

/** Links as relationships. A link to a slide that is not in the file leads nowhere, and neither does a broken address. */
function linkerOf(relations: Relations, places: ReadonlyMap<string, number>): Linker {
  return (href) => {
    if (href.startsWith("#")) {
      const place = places.get(href.slice(1));
      if (place === undefined) return null;
      return { id: relations.add("slide", `../slides/slide${place}.xml`), internal: true };
    }
    if (!URL.canParse(href)) return null;
    return { id: relations.add("hyperlink", new URL(href).href, true), internal: false };
  };
}

interface WrittenParts {
  readonly master: string;
  readonly notesMaster: string;
  readonly slides: readonly WrittenSlide[];
}

function writePresentation({ flow, writer, presentation, theme }: Job, written: WrittenParts): void {
  presentation.add("theme", "theme/theme1.xml");
  presentation.add("presProps", "presProps.xml");
  presentation.add("tableStyles", "tableStyles.xml");
  writer.addXml("ppt/presentation.xml", CONTENT_TYPES.presentation, "presentation.hbs", {
    rtl: flow.rtl,
    align: flow.start,
    lang: flow.tag,
    masters: [{ id: FIRST_MASTER_ID, rel: written.master }],
    notesMaster: written.notesMaster,
    slides: written.slides.map(({ id, rel }) => ({ id, rel })),
    width: emu(CANVAS.width),
    height: emu(CANVAS.height),
    levels: defaultLevels(flow),
    sections: sectionsOf(written.slides),
    theme: theme.view.name,
  });
  writer.addRelations("ppt/presentation.xml", presentation);
  writer.addXml("ppt/presProps.xml", CONTENT_TYPES.presProps, "presentation-properties.hbs", {});
  writer.addXml("ppt/tableStyles.xml", CONTENT_TYPES.tableStyles, "table-styles.hbs", {});
}

/** The deck's parts as sections, so that they can be folded and moved in PowerPoint; none for a deck without parts. */
function sectionsOf(slides: readonly WrittenSlide[]) {
  const sections: { name: string; id: string; slides: number[] }[] = [];
  for (const { id, slide } of slides) {
    const name = slide.layout === "part" ? bareText(slide.title) : slide.part;
    const opens = slide.layout === "part" || sections.length === 0 || sections.at(-1)?.name !== (name || "–");
    if (opens) sections.push({ name: name || "–", id: sectionId(sections.length), slides: [] });
    sections.at(-1)?.slides.push(id);
  }
  return sections.length > 1 ? sections : [];
}

function sectionId(at: number): string {
  return `{5E3C1B70-8D7F-4C26-9C1E-${(at + 1).toString(16).toUpperCase().padStart(12, "0")}}`;
}

function writeProperties({ deck, flow, options, writer }: Job): void {
  const { meta, slides } = deck;
  writer.addXml("docProps/core.xml", CONTENT_TYPES.core, "core.hbs", {
    title: meta.title,
    subject: meta.subtitle,
    creator: meta.authors.join("; "),
    category: meta.series,
    lang: flow.tag,
  });
  writer.addXml("docProps/app.xml", CONTENT_TYPES.app, "app.hbs", {
    slides: slides.length,
    notes: options.notes ? slides.filter(({ notes }) => notes.blocks.length > 0).length : 0,
    hidden: slides.filter(({ hidden }) => hidden).length,
    company: meta.organization,
  });
}
