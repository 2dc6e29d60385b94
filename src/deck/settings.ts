/** What a slide's heading says in braces. A table of readers, one a name; its mirror is `writeSettings` in `serialize.ts`. */
import type { Attribute, Attributes } from "./attributes.ts";
import { type Context, report, reportUnknown } from "./context.ts";
import { isValidId } from "./ids.ts";
import { allNames, FLAG_NAMES, findName, KEY_NAMES, LAYOUT_NAMES } from "./names.ts";
import { parseRanges } from "./ranges.ts";
import type { Layout, Origin, Span } from "./types.ts";

export interface SlideSettings {
  readonly layout: Layout | null;
  readonly hidden: boolean;
  readonly steps: boolean;
  readonly origin: Origin | null;
  readonly minutes: number | null;
  readonly id: { readonly value: string; readonly span: Span } | null;
}

export const NO_SETTINGS: SlideSettings = {
  layout: null,
  hidden: false,
  steps: false,
  origin: null,
  minutes: null,
  id: null,
};

type Written = { -readonly [K in keyof SlideSettings]: SlideSettings[K] };

/** Reads them; what nobody knows, and what is not valid, is reported and left out. */
export function readSettings(context: Context, attributes: Attributes | null): SlideSettings {
  if (!attributes) return NO_SETTINGS;
  const settings: Written = { ...NO_SETTINGS };
  for (const item of attributes.classes) readClass(context, settings, item);
  for (const item of attributes.pairs) readPair(context, settings, item);
  const [id] = attributes.ids;
  if (id) readId(context, settings, id);
  for (const item of [...attributes.ids.slice(1), ...attributes.strays]) {
    reportUnknown(context, "deck/unknown-attribute", item.name, [], item.span);
  }
  return settings;
}

function readClass(context: Context, settings: Written, item: Attribute): void {
  const flag = findName(FLAG_NAMES, item.name);
  const layout = findName(LAYOUT_NAMES, item.name);
  if (flag) settings[flag] = true;
  else if (layout) settings.layout = layout;
  else {
    const names = [...allNames(LAYOUT_NAMES), ...allNames(FLAG_NAMES)];
    reportUnknown(context, "deck/unknown-attribute", item.name, names, item.span);
  }
}

const PAIRS = { brief: readBrief, minutes: readMinutes };

function readPair(context: Context, settings: Written, item: Attribute): void {
  const key = findName(KEY_NAMES, item.name);
  if (key === "brief" || key === "minutes") PAIRS[key](context, settings, item);
  else
    reportUnknown(context, "deck/unknown-attribute", item.name, [...KEY_NAMES.brief, ...KEY_NAMES.minutes], item.span);
}

function readBrief(context: Context, settings: Written, item: Attribute): void {
  const paragraphs = parseRanges(item.value);
  if (paragraphs) settings.origin = { paragraphs };
  else report(context, "deck/bad-attribute", item.span, { name: item.name, expected: "2,4-6" });
}

function readMinutes(context: Context, settings: Written, item: Attribute): void {
  const minutes = /^\d{1,3}(?:\.\d{1,2})?$/.test(item.value) ? Number(item.value) : -1;
  if (minutes >= 0) settings.minutes = minutes;
  else report(context, "deck/bad-attribute", item.span, { name: item.name, expected: "0–999" });
}

function readId(context: Context, settings: Written, item: Attribute): void {
  if (isValidId(item.value)) settings.id = { value: item.value, span: item.span };
  else report(context, "deck/bad-attribute", item.span, { name: "#", expected: "a-z א-ת 0-9 - _" });
}
