import { pickStrings, STRINGS, type StringRow, stringColumn } from "../../deck/strings.ts";
import type { Lang, Layout } from "../../deck/types.ts";
import { LAYOUTS } from "../../deck/types.ts";

/** The prompts of empty placeholders, which PowerPoint shows to who edits the file. */
const PROMPTS = {
  title: { he: "לחצו להוספת כותרת", ar: "انقر لإضافة عنوان", en: "Click to add a title" },
  text: { he: "לחצו להוספת טקסט", ar: "انقر لإضافة نص", en: "Click to add text" },
} as const satisfies Record<string, StringRow>;

const LEVELS = {
  he: ["רמה ראשונה", "רמה שנייה", "רמה שלישית", "רמה רביעית", "רמה חמישית"],
  ar: ["المستوى الأول", "المستوى الثاني", "المستوى الثالث", "المستوى الرابع", "المستوى الخامس"],
  en: ["First level", "Second level", "Third level", "Fourth level", "Fifth level"],
} as const;

/** Words of the file's own that PowerPoint shows. */
export interface PptxNames {
  readonly title: string;
  readonly text: string;
  readonly levels: readonly string[];
}

export function namesOf(lang: Lang): PptxNames {
  return { ...pickStrings(PROMPTS, lang), levels: LEVELS[stringColumn(lang)] };
}

/** The name of a layout, as the editor shows it, too. */
export function layoutName(layout: Layout, lang: Lang): string {
  return STRINGS[`layout.${layout}`][stringColumn(lang)];
}

/** Layouts by every name that they go by: how the layouts of somebody else's template are recognised. */
export function layoutOfName(name: string): Layout | null {
  const wanted = fold(name);
  return (
    LAYOUTS.find((layout) =>
      [layout, ...Object.values(STRINGS[`layout.${layout}`])].some((own) => fold(own) === wanted),
    ) ?? null
  );
}

function fold(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();
}
