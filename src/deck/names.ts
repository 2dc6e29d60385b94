/** Names of layouts, blocks and attributes, as they may be written: English and Hebrew side by side. */
import type { Confidence, Layout, Likelihood } from "./types.ts";

/** First name of each row is what the serializer writes and what diagnostics propose. */
type Names<T extends string> = Readonly<Record<T, readonly string[]>>;

export const LAYOUT_NAMES: Names<Layout> = {
  cover: ["cover", "שער"],
  part: ["part", "חלק"],
  agenda: ["agenda", "סדר-יום", "סדר-היום"],
  "bottom-line": ["bottom-line", "שורה-תחתונה"],
  points: ["points", "נקודות"],
  compare: ["compare", "comparison", "השוואה"],
  columns: ["columns", "טורים", "עמודות"],
  quote: ["quote", "ציטוט"],
  figure: ["figure", "איור", "תמונה"],
  number: ["number", "נתון", "מספר"],
  timeline: ["timeline", "ציר-זמן"],
  table: ["table", "טבלה"],
  options: ["options", "חלופות", "אפשרויות"],
  judgment: ["judgment", "judgement", "הערכה"],
  questions: ["questions", "שאלות"],
  sources: ["sources", "מקורות"],
  end: ["end", "סיום", "סוף"],
};

/** Fenced blocks. `column` stands only inside the blocks of panels; `notes` is not a block of the slide. */
export type FenceName =
  | "columns"
  | "comparison"
  | "options"
  | "timeline"
  | "number"
  | "judgment"
  | "sources"
  | "quote"
  | "notes"
  | "column";

export const FENCE_NAMES: Names<FenceName> = {
  columns: ["columns", "טורים", "עמודות"],
  comparison: ["comparison", "compare", "השוואה"],
  options: ["options", "חלופות", "אפשרויות"],
  timeline: ["timeline", "ציר-זמן"],
  number: ["number", "נתון", "מספר"],
  judgment: ["judgment", "judgement", "הערכה"],
  sources: ["sources", "מקורות"],
  quote: ["quote", "ציטוט"],
  notes: ["notes", "note", "הערות", "הערה", "ملاحظات"],
  column: ["column", "טור", "עמודה"],
};

export type Flag = "hidden" | "steps";
export const FLAG_NAMES: Names<Flag> = { hidden: ["hidden", "מוסתר", "מוסתרת"], steps: ["steps", "שלבים"] };

export type AttributeKey = "brief" | "minutes" | "likelihood" | "confidence";
export const KEY_NAMES: Names<AttributeKey> = {
  brief: ["brief", "תקציר"],
  minutes: ["minutes", "דקות"],
  likelihood: ["likelihood", "סבירות"],
  confidence: ["confidence", "ביטחון"],
};

export const LIKELIHOOD_NAMES: Names<Likelihood> = {
  "almost-no-chance": ["almost-no-chance", "כמעט-אין-סיכוי"],
  "very-unlikely": ["very-unlikely", "סביר-מאוד-שלא"],
  unlikely: ["unlikely", "לא-סביר"],
  even: ["even", "סיכוי-שקול"],
  likely: ["likely", "סביר"],
  "very-likely": ["very-likely", "סביר-מאוד"],
  "almost-certain": ["almost-certain", "כמעט-ודאי"],
};

export const CONFIDENCE_NAMES: Names<Confidence> = {
  low: ["low", "נמוך", "נמוכה"],
  medium: ["medium", "בינוני", "בינונית"],
  high: ["high", "גבוה", "גבוהה"],
};

/** One spelling of a name: lower case, a maqaf, underscore or spaces as a hyphen, no niqqud. */
export function normalizeName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\u0591-\u05BD\u05BF-\u05C7]/g, "")
    .replace(/[\s_\u05BE]+/g, "-");
}

/** The row that has this name, or null. */
export function findName<T extends string>(names: Names<T>, written: string): T | null {
  const wanted = normalizeName(written);
  for (const key in names) if (names[key].includes(wanted)) return key;
  return null;
}

/** Every spelling of every row, for "did you mean". */
export function allNames(names: Names<string>): readonly string[] {
  return Object.values(names).flat();
}
