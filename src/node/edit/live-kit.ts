import type { SlidesMessage } from "../../client/live/messages.ts";
import type { FontFace } from "../../render/fonts/face.ts";
import { DECK_SHEETS, renderStyle } from "../../render/style.ts";
import { compileTemplates, type TemplateFiles, type Templates } from "../../render/templates.ts";
import { pickFaces, type Theme } from "../../render/theme.ts";
import { clientFile } from "../bundle.ts";
import { readFonts, readTemplates } from "../project.ts";

/** What the pages are made of beside the deck. */
export interface LiveKit {
  readonly files: TemplateFiles;
  readonly templates: Templates;
  readonly fonts: readonly FontFace[];
  /** The style sheet of reveal.js. */
  readonly reveal: string;
  readonly client: { readonly script: string; readonly style: string };
}

/** What no template changes. */
interface Lasting extends Pick<LiveKit, "fonts" | "reveal"> {
  readonly client: Pick<LiveKit["client"], "script">;
}

/** @throws Failure where the product's own files cannot be read. */
export async function openKit(project: string): Promise<LiveKit> {
  const [{ files }, fonts, script, reveal] = await Promise.all([
    readTemplates(project),
    readFonts(),
    clientFile("live.js"),
    clientFile("reveal.css"),
  ]);
  return withTemplates({ fonts, reveal, client: { script } }, files);
}

/** The kit with other templates. */
export function withTemplates({ fonts, reveal, client: { script } }: Lasting, files: TemplateFiles): LiveKit {
  const templates = compileTemplates(files);
  return { files, templates, fonts, reveal, client: { script, style: reveal + templates.textOf("editor/live.css") } };
}

/** A style sheet, and what it was made of. */
export interface Style {
  readonly kit: LiveKit;
  readonly theme: Theme;
  /** Markup that calls for every face that is declared. */
  readonly probe: string;
  readonly css: string;
}

const SHEETS = [...DECK_SHEETS, "room.css"];

/** The style of a deck in which these slides have changed: the same object as before where nothing calls for another. */
export function styleOf(kit: LiveKit, theme: Theme, changed: SlidesMessage["changed"], before: Style | null): Style {
  const { templates, fonts, client } = kit;
  const facesOf = (markup: string): number => pickFaces(theme, fonts, markup).length;
  const known = before?.probe ?? "";
  const probe = changed.reduce((sum, [, html]) => (facesOf(sum + html) > facesOf(sum) ? sum + html : sum), known);
  const isSame = before?.kit === kit && before.theme.css === theme.css && probe === known;
  if (isSame) return before;
  const css = renderStyle({ templates, theme, fonts, clientStyle: client.style, content: probe, sheets: SHEETS });
  return before?.css === css ? { ...before, kit } : { kit, theme, probe, css };
}
