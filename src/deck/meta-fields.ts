/** The keys of the front matter: a row each, with all names, how it is read from what YAML gave, and how it is written. */
import type { Plain } from "./front-matter.ts";
import { normalizeName } from "./names.ts";
import { formatRanges, parseRanges } from "./ranges.ts";
import { LANGS, type Meta } from "./types.ts";

export type MetaKey = Exclude<keyof Meta, "dir">;

export interface Field<K extends MetaKey = MetaKey> {
  readonly key: K;
  /** The first is what the serializer writes. */
  readonly names: readonly string[];
  /** What a valid value is, for the message. */
  readonly expected: string;
  /** Null for a value that is not valid. */
  read(value: Plain): Meta[K] | null;
  /** The value as YAML strings: one, or a list. */
  write(value: Meta[K]): string | readonly string[];
}

const MAX_TEXT = 1000;

function field<K extends MetaKey>(row: Field<K>): Field {
  return row as unknown as Field;
}

function textField(
  key: "title" | "subtitle" | "organization" | "date" | "series" | "number" | "source" | "marking" | "footer",
  ...names: string[]
): Field {
  return field({ key, names, expected: `text ≤ ${MAX_TEXT}`, read: readText, write: (value) => value });
}

function readText(value: Plain): string | null {
  if (typeof value !== "string" || value.length > MAX_TEXT) return null;
  return value.replace(/\s+/g, " ");
}

function choiceField<K extends "lang" | "ranges" | "transition">(
  key: K,
  names: readonly string[],
  choices: Readonly<Record<Meta[K], readonly string[]>>,
): Field {
  const keys = Object.keys(choices) as Meta[K][];
  return field<K>({
    key,
    names,
    expected: keys.join(" | "),
    read(value) {
      if (typeof value !== "string") return null;
      const wanted = normalizeName(value);
      return keys.find((choice) => choice === wanted || choices[choice].includes(wanted)) ?? null;
    },
    write: (value) => value,
  });
}

function numberField(
  key: "duration" | "rate",
  names: readonly string[],
  min: number,
  max: number,
  unit: RegExp,
): Field {
  return field({
    key,
    names,
    expected: `${min}–${max}`,
    read(value) {
      const match = typeof value === "string" ? /^(\d{1,4}(?:\.\d{1,2})?)\s*(.*)$/.exec(value) : null;
      const number = match && (match[2] === "" || unit.test(match[2]!)) ? Number(match[1]) : Number.NaN;
      return number >= min && number <= max ? number : null;
    },
    write: (value) => String(value),
  });
}

function readStrings(value: Plain): readonly string[] | null {
  const items = typeof value === "string" ? value.split(/\s*[,;،]\s*/) : value;
  if (!Array.isArray(items)) return null;
  const texts = items.map((item: Plain) => readText(item));
  return texts.every((text): text is string => text !== null && text !== "") ? texts : null;
}

const OFF: readonly string[] = ["off", "no", "false", "כבוי", "לא"];
const ON: readonly string[] = ["on", "yes", "true", "פועל", "כן"];

/** `typography: off`, a list of rules to switch off, or a map of `rule: on|off`. */
function readTypography(value: Plain): readonly string[] | null {
  if (typeof value === "string" && OFF.includes(value)) return ["all"];
  if (typeof value === "string" && ON.includes(value)) return [];
  if (typeof value === "string" || Array.isArray(value)) return readStrings(value);
  const switches = Object.entries(value as Record<string, Plain>);
  const valid = switches.every(([, state]) => typeof state === "string" && (OFF.includes(state) || ON.includes(state)));
  return valid ? switches.filter(([, state]) => OFF.includes(state as string)).map(([rule]) => rule) : null;
}

const THEME_NAMES: Readonly<Record<string, string>> = { מבט: "mabat", לילה: "laila", נגיש: "nagish" };

function readTheme(value: Plain): string | null {
  if (typeof value !== "string") return null;
  const name = THEME_NAMES[value] ?? value;
  return /^[a-z][a-z0-9-]{0,40}$/.test(name) ? name : null;
}

const LANG_NAMES: Readonly<Record<Meta["lang"], readonly string[]>> = {
  he: ["he-il", "hebrew", "עברית"],
  ar: ["arabic", "ערבית", "العربية"],
  fa: ["fa-ir", "persian", "פרסית"],
  yi: ["yiddish", "יידיש"],
  en: ["en-us", "en-gb", "english", "אנגלית"],
};

/** In the order in which the serializer writes them. */
export const fields: readonly Field[] = [
  textField("title", "title", "כותרת"),
  textField("subtitle", "subtitle", "כותרת-משנה"),
  field({
    key: "authors",
    names: ["authors", "author", "מחברים", "מחברות", "מחבר", "מחברת", "מאת"],
    expected: "text | list of texts",
    read: readStrings,
    write: (value) => value,
  }),
  textField("organization", "organization", "organisation", "ארגון", "מוסד"),
  textField("date", "date", "תאריך"),
  textField("series", "series", "סדרה"),
  textField("number", "number", "issue", "גיליון", "גליון"),
  textField("source", "source", "מקור"),
  field({
    key: "brief",
    names: ["brief", "תקציר"],
    expected: "2,4-6",
    read: (value) => parseRanges(String(value)),
    write: formatRanges,
  }),
  choiceField("lang", ["lang", "language", "שפה"], LANG_NAMES),
  field({
    key: "theme",
    names: ["theme", "ערכה", "ערכת-עיצוב"],
    expected: "mabat | laila | nagish",
    read: readTheme,
    write: (value) => value,
  }),
  textField("marking", "marking", "סימון"),
  numberField("duration", ["duration", "משך"], 1, 600, /^(?:min(?:ute)?s?|m|דק(?:ות|ה|[׳'])?|دقيقة|دقائق)$/),
  numberField("rate", ["rate", "קצב"], 40, 400, /^(?:wpm|מילים(?: ב?לדקה| בדקה)?)$/),
  choiceField("ranges", ["ranges", "טווחים"], {
    preserve: ["שימור", "כמו-שנכתב"],
    ltr: ["משמאל-לימין"],
    academy: ["אקדמיה", "האקדמיה"],
  }),
  field({
    key: "typographyOff",
    names: ["typography", "typography-off", "טיפוגרפיה"],
    expected: "on | off | list of rules | rule: off",
    read: readTypography,
    write: (value) => (value.length === 1 && value[0] === "all" ? "off" : value),
  }),
  choiceField("transition", ["transition", "מעבר"], { none: ["ללא"], fade: ["דהייה", "עמעום"], slide: ["החלקה"] }),
  textField("footer", "footer", "כותרת-תחתונה"),
];

/** The languages that a deck can be in. */
export const langNames: readonly string[] = LANGS;
