import { randomBytes } from "node:crypto";
import type { Kit } from "../../client/editor/messages.ts";
import { scriptElement, styleElement } from "../../render/elements.ts";
import { inlineScript } from "../../render/policy.ts";
import { DECK_SHEETS, renderStyle } from "../../render/style.ts";
import { precompileTemplates } from "../../render/templates.ts";
import { fontRules, readTheme } from "../../render/theme.ts";
import { sha256 } from "../build.ts";
import { clientFile } from "../bundle.ts";
import type { Desk } from "./server.ts";

export interface Page {
  readonly body: string;
  readonly policy: string;
}

/**
 * What the compiler may do, which runs in a thread apart from the page: load the compiled templates, and nothing else.
 */
export function workerPolicy({ tokens }: Desk, host: string): string {
  return `default-src 'none'; script-src http://${host}/templates/${tokens.edit}`;
}

/** Files that a slide is drawn with. */
const DRAWN = /^(?:layouts|partials|theme)\//;

/** The compiled templates as a script: a worker of this kind loads no modules. */
export function templatesScript({ live }: Desk): string {
  const drawn = [...live.kit.files].filter(([path]) => DRAWN.test(path));
  return `self.tadrichTemplates=${precompileTemplates(new Map(drawn)).programs};`;
}

/** The editor. Only its own script runs, by a number that is new for every visit; what decks contain runs nowhere. */
export function editorPage({ live, tokens }: Desk, host: string): Page {
  const nonce = randomBytes(18).toString("base64url");
  const own = `http://${host}`;
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "img-src blob: data:",
    "font-src data:",
    `connect-src ${own}/source/${tokens.edit} ${own}/kit/${tokens.edit} ${own}/picture/ ${own}/export/${tokens.edit} ws://${host}/socket/${tokens.edit}`,
    `worker-src ${own}/script/${tokens.edit}`,
    `frame-src ${own}/frame/`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  const view = { nonce, token: tokens.edit, frame: tokens.frame, deck: tokens.deck };
  return { body: `${live.kit.templates.fill("editor/page.hbs", view)}\n`, policy };
}

/** Families of the editor's own page: what it looks like does not depend on what the machine has. */
const OWN_FACES: ReadonlySet<string> = new Set([
  "Heebo 400",
  "Heebo 700",
  "IBM Plex Mono 400",
  "Vazirmatn 400",
  "Vazirmatn 700",
  "Tadrich Signs 400",
]);

export function editorStyle({ live }: Desk): string {
  const { fonts, templates } = live.kit;
  const faces = fonts.filter(({ family, weight }) => OWN_FACES.has(`${family} ${weight}`));
  return `${fontRules(faces)}\n${templates.textOf("editor/editor.css")}`;
}

/** What the editor compiles with. Letter widths go along, font files do not. */
export function kitOf({ live, file, exporter, tokens }: Desk): Kit {
  const { files, fonts } = live.kit;
  return {
    name: file.name,
    path: file.shown,
    lang: live.lang,
    // The number keeps a browser from taking the ones of before.
    programs: `/templates/${tokens.edit}?${live.templatesEdition}`,
    templates: [...files].filter(([path]) => DRAWN.test(path)),
    fonts: fonts.map(({ family, weight, ascent, descent, widths }) => ({ family, weight, ascent, descent, widths })),
    formats: exporter?.formats ?? [],
  };
}

/** Markup that calls for every face, for what will be typed is not known. */
const EVERY_FACE = "<code>\u0627\u2265</code>";

/**
 * The page in which slides are drawn: sandboxed, without an origin, with no way out but pictures of the deck; the
 * gallery brings one in its address. Its policy is its own.
 */
export async function framePage({ live, tokens }: Desk, host: string, themeName: string): Promise<Page> {
  const { templates, fonts, client } = live.kit;
  const theme = readTheme(/^[\w-]{1,60}$/.test(themeName) ? themeName : "", templates);
  const script = inlineScript(await clientFile("frame.js"));
  const style = renderStyle({
    templates,
    theme,
    fonts,
    clientStyle: client.style + templates.textOf("editor/frame.css"),
    content: EVERY_FACE,
    sheets: DECK_SHEETS.filter((name) => name !== "print.css"),
  });
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${sha256(script)}'`,
    `style-src 'sha256-${sha256(style)}'`,
    `img-src data: http://${host}/picture/${tokens.frame}/`,
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    "sandbox allow-scripts",
  ].join("; ");
  const view = {
    script: scriptElement(script),
    style: styleElement(style),
    theme: theme.name,
  };
  return { body: `${templates.fill("editor/frame.hbs", view)}\n`, policy };
}
