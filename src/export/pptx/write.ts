import { type Args, diagnose } from "../../deck/diagnostic.ts";
import type { Deck, Diagnostic, Lang, Outcome, Slide, Span } from "../../deck/types.ts";
import { numberSlides } from "../../render/views/numbering.ts";
import { bareText, stripMarks } from "../marks.ts";
import type { Fill, Pictures } from "../types.ts";
import type { Deflate } from "../zip.ts";
import { timingView } from "./animation.ts";
import type { Surroundings } from "./canvas.ts";
import { type Flow, flowOf } from "./language.ts";
import { defaultLevels } from "./master.ts";
import { MediaStore } from "./media.ts";
import { layoutName } from "./names.ts";
import { notesMasterView, notesSlideView } from "./notes.ts";
import { ownStage } from "./own-master.ts";
import { CONTENT_TYPES, PackageWriter } from "./package.ts";
import { type Reference, referenceStage } from "./reference.ts";
import { Relations } from "./relations.ts";
import type { Linker } from "./runs.ts";
import { slideContent } from "./slide.ts";
import type { Stage } from "./stage.ts";
import { type PptxTheme, pptxTheme } from "./theme.ts";
import { emu } from "./units.ts";

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
  /** An organisation's own .pptx or .potx, whose master is used instead of ours. */
  readonly reference?: Reference;
  /** How parts are compressed; a slower way that needs nothing where it is not given. */
  readonly deflate?: Deflate;
  /** Whether the spoken notes go into the file. */
  readonly notes: boolean;
}

/** Slides count from 256 (ECMA-376 §19.7.13). */
const FIRST_SLIDE_ID = 256;

/**
 * A typeset deck as a PowerPoint file: native shapes, placeholders and layouts, right-to-left from the master down.
 * The same deck gives the same bytes.
 */
export function writePptx(deck: Deck, options: PptxOptions): Outcome<Uint8Array> {
  const diagnostics: Diagnostic[] = [];
  const theme = pptxTheme(options.theme.name, options.theme.tokens, deck.meta.lang);
  const report = (code: string, span: Span | null, args: Args): void => {
    diagnostics.push(diagnose(code, options.path, span, args, { lang: options.lang }));
  };
  const stage = stageOf(deck, options, theme, report);
  const writer = new PackageWriter(options.fill);
  const root = new Relations();
  root.add("officeDocument", "ppt/presentation.xml");
  root.add("core-properties", "docProps/core.xml");
  root.add("extended-properties", "docProps/app.xml");
  writer.addRelations("", root);

  const job: Job = { deck, options, stage, flow: stage.flow, theme, writer, presentation: new Relations() };
  const mainTheme = stage.write(writer);
  const masters = stage.masters.map(({ id, path }) => ({ id, rel: job.presentation.add("slideMaster", inPpt(path)) }));
  const notesMaster = writeNotesMaster(job);
  const slides = writeSlides(job, ({ src, span }, type) => report("export/picture-format", span, { src, type }));
  writePresentation(job, { masters, notesMaster, slides, mainTheme });
  writeProperties(job);
  return { value: writer.toBytes(options.deflate), diagnostics };
}

type Report = (code: string, span: Span | null, args: Args) => void;

/** The organisation's template where there is one that can be used, else our own master. */
function stageOf(deck: Deck, { reference }: PptxOptions, theme: PptxTheme, report: Report): Stage {
  if (reference !== undefined) {
    const stage = referenceStage(deck, reference, (layout, used) =>
      report("export/no-layout", null, { file: reference.name, layout: layoutName(layout, deck.meta.lang), used }),
    );
    if (stage !== null) return stage;
    report("export/bad-reference", null, { file: reference.name });
  }
  return ownStage(deck, flowOf(deck.meta.lang, deck.meta.dir), theme);
}

interface Job {
  readonly deck: Deck;
  readonly options: PptxOptions;
  readonly stage: Stage;
  readonly flow: Flow;
  readonly theme: PptxTheme;
  readonly writer: PackageWriter;
  readonly presentation: Relations;
}

/** A path of the package as `presentation.xml` names it. */
function inPpt(path: string): string {
  return path.replace(/^ppt\//, "");
}

/** The notes master is there without notes, too: who adds notes later writes them in the right direction. */
function writeNotesMaster({ deck, flow, theme, writer, presentation }: Job): string {
  const relations = new Relations();
  relations.add("theme", "../theme/themeNotes.xml");
  const path = "ppt/notesMasters/notesMaster1.xml";
  writer.addXml(path, CONTENT_TYPES.notesMaster, "notes-master.hbs", notesMasterView(deck, flow));
  writer.addRelations(path, relations);
  writer.addXml("ppt/theme/themeNotes.xml", CONTENT_TYPES.theme, "theme.hbs", theme.view);
  return presentation.add("notesMaster", "notesMasters/notesMaster1.xml");
}

interface WrittenSlide {
  readonly id: number;
  readonly rel: string;
  readonly slide: Slide;
}

function writeSlides(job: Job, reject: Surroundings["reject"]): WrittenSlide[] {
  const { deck, flow, stage, options, writer, presentation } = job;
  const { frame } = stage;
  const media = new MediaStore(writer, options.pictures);
  const around: Surroundings = { flow, frame, pictures: options.pictures, store: (src) => media.store(src), reject };
  const places = new Map(deck.slides.map(({ id }, at) => [id, at + 1]));
  const numbering = numberSlides(deck);
  return deck.slides.map((slide, at) => {
    const number = at + 1;
    const relations = new Relations();
    const { spec, path: layout, mapping, footers } = stage.layoutFor(slide.layout);
    relations.add("slideLayout", `../${inPpt(layout)}`);
    const link = linkerOf(relations, places);
    const content = slideContent(slide, {
      ...{ deck, numbering, spec, around, relations, link, number, footers },
      marked: stage.marksSlides,
    });
    const path = `ppt/slides/slide${number}.xml`;
    if (options.notes && slide.notes.blocks.length > 0) {
      relations.add("notesSlide", `../notesSlides/notesSlide${number}.xml`);
      writeNotes(job, slide, number, places);
    }
    writer.addXml(path, CONTENT_TYPES.slide, "slide.hbs", {
      shapes: content.shapes,
      hidden: slide.hidden,
      mapping,
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
  readonly masters: readonly { readonly id: number; readonly rel: string }[];
  readonly mainTheme: string;
  readonly notesMaster: string;
  readonly slides: readonly WrittenSlide[];
}

function writePresentation({ flow, stage, writer, presentation }: Job, written: WrittenParts): void {
  presentation.add("theme", inPpt(written.mainTheme));
  presentation.add("presProps", "presProps.xml");
  presentation.add("tableStyles", "tableStyles.xml");
  writer.addXml("ppt/presentation.xml", CONTENT_TYPES.presentation, "presentation.hbs", {
    rtl: flow.rtl,
    align: flow.start,
    lang: flow.tag,
    masters: written.masters,
    notesMaster: written.notesMaster,
    slides: written.slides.map(({ id, rel }) => ({ id, rel })),
    width: emu(stage.frame.width),
    height: emu(stage.frame.height),
    levels: defaultLevels(flow),
    sections: sectionsOf(written.slides),
  });
  writer.addRelations("ppt/presentation.xml", presentation);
  writer.addXml("ppt/presProps.xml", CONTENT_TYPES.presProps, "presentation-properties.hbs", {});
  writer.addXml("ppt/tableStyles.xml", CONTENT_TYPES.tableStyles, "table-styles.hbs", {});
}

/** The deck's parts as sections, so that they can be folded and moved in PowerPoint; none for a deck without parts. */
function sectionsOf(slides: readonly WrittenSlide[]) {
  const sections: { name: string; id: string; slides: number[] }[] = [];
  for (const { id, slide } of slides) {
    if (slide.layout === "part" || sections.length === 0) {
      const name = slide.layout === "part" ? stripMarks(bareText(slide.title)) : "";
      sections.push({ name: name || "–", id: sectionId(sections.length), slides: [] });
    }
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
