/**
 * Interface strings that several rooms share, and the columns of every such table. `{name}` is filled in by the user of
 * the string. The running deck and the speaker window have their own rows in `client-strings.ts`.
 *
 * Fallback: a table has Hebrew, Arabic and English. Yiddish falls back to Hebrew and Persian to Arabic, which share their
 * script and direction with it; a reader of neither can set `lang: en` for the interface in the command line.
 */
import type { Lang } from "./types.ts";

export interface StringRow {
  readonly he: string;
  readonly ar: string;
  readonly en: string;
}

export type StringColumn = keyof StringRow;

const COLUMNS: Readonly<Record<Lang, StringColumn>> = { he: "he", yi: "he", ar: "ar", fa: "ar", en: "en" };

/** The column that a language reads. */
export function stringColumn(lang: Lang): StringColumn {
  return COLUMNS[lang];
}

/** One column of any table of rows. */
export function pickStrings<K extends string>(
  table: Readonly<Record<K, StringRow>>,
  lang: Lang,
): Readonly<Record<K, string>> {
  const column = stringColumn(lang);
  return Object.fromEntries(Object.entries<StringRow>(table).map(([key, row]) => [key, row[column]])) as Record<
    K,
    string
  >;
}

export const STRINGS = {
  // Words of the domain.
  deck: { he: "מצגת", ar: "عرض", en: "Deck" },
  slide: { he: "שקופית", ar: "شريحة", en: "Slide" },
  slides: { he: "שקופיות", ar: "شرائح", en: "Slides" },
  part: { he: "חלק", ar: "جزء", en: "Part" },
  notes: { he: "הערות הדובר", ar: "ملاحظات المتحدّث", en: "Speaker notes" },
  noNotes: { he: "אין הערות לשקופית הזאת", ar: "لا ملاحظات لهذه الشريحة", en: "No notes on this slide" },
  title: { he: "כותרת", ar: "العنوان", en: "Title" },
  layout: { he: "פריסה", ar: "التخطيط", en: "Layout" },
  minutes: { he: "{n} דק׳", ar: "{n} د", en: "{n} min" },
  hidden: { he: "מוסתרת", ar: "مخفية", en: "Hidden" },
  backup: { he: "גיבוי", ar: "احتياط", en: "Backup" },
  untitled: { he: "ללא כותרת", ar: "بلا عنوان", en: "Untitled" },

  // Layouts, as a person chooses them.
  "layout.cover": { he: "שער", ar: "الغلاف", en: "Cover" },
  "layout.part": { he: "פתיחת חלק", ar: "فاصل جزء", en: "Part" },
  "layout.agenda": { he: "סדר יום", ar: "جدول الأعمال", en: "Agenda" },
  "layout.bottom-line": { he: "שורה תחתונה", ar: "الخلاصة", en: "Bottom line" },
  "layout.points": { he: "נקודות", ar: "نقاط", en: "Points" },
  "layout.compare": { he: "השוואה", ar: "مقارنة", en: "Comparison" },
  "layout.columns": { he: "טורים", ar: "أعمدة", en: "Columns" },
  "layout.quote": { he: "ציטוט", ar: "اقتباس", en: "Quote" },
  "layout.figure": { he: "תמונה", ar: "صورة", en: "Figure" },
  "layout.number": { he: "נתון", ar: "رقم", en: "Number" },
  "layout.timeline": { he: "ציר זמן", ar: "خط زمني", en: "Timeline" },
  "layout.table": { he: "טבלה", ar: "جدول", en: "Table" },
  "layout.options": { he: "חלופות", ar: "بدائل", en: "Options" },
  "layout.judgment": { he: "הערכה", ar: "تقدير", en: "Judgment" },
  "layout.questions": { he: "שאלות פתוחות", ar: "أسئلة مفتوحة", en: "Open questions" },
  "layout.sources": { he: "מקורות", ar: "المصادر", en: "Sources" },
  "layout.end": { he: "סיום", ar: "الختام", en: "End" },

  // What one does in the editor.
  save: { he: "שמירה", ar: "حفظ", en: "Save" },
  saved: { he: "נשמר", ar: "حُفظ", en: "Saved" },
  unsaved: { he: "יש שינויים שלא נשמרו", ar: "توجد تغييرات لم تُحفظ", en: "Unsaved changes" },
  undo: { he: "ביטול", ar: "تراجع", en: "Undo" },
  redo: { he: "ביצוע חוזר", ar: "إعادة", en: "Redo" },
  find: { he: "חיפוש", ar: "بحث", en: "Find" },
  replace: { he: "החלפה", ar: "استبدال", en: "Replace" },
  newSlide: { he: "שקופית חדשה", ar: "شريحة جديدة", en: "New slide" },
  duplicate: { he: "שכפול", ar: "تكرار", en: "Duplicate" },
  remove: { he: "מחיקה", ar: "حذف", en: "Delete" },
  moveUp: { he: "העברה למעלה", ar: "نقل إلى أعلى", en: "Move up" },
  moveDown: { he: "העברה למטה", ar: "نقل إلى أسفل", en: "Move down" },
  hide: { he: "הסתרה", ar: "إخفاء", en: "Hide" },
  show: { he: "הצגה", ar: "إظهار", en: "Show" },
  outline: { he: "מתווה", ar: "المخطّط", en: "Outline" },
  insertLayout: { he: "הוספת שקופית לפי פריסה", ar: "إدراج شريحة حسب التخطيط", en: "Insert by layout" },
  insertPicture: { he: "הוספת תמונה", ar: "إدراج صورة", en: "Insert a picture" },
  altText: { he: "מה רואים בתמונה?", ar: "ماذا يُرى في الصورة؟", en: "What does the picture show?" },
  present: { he: "הצגה על המסך", ar: "عرض", en: "Present" },
  export: { he: "ייצוא", ar: "تصدير", en: "Export" },
  cancel: { he: "ביטול הפעולה", ar: "إلغاء", en: "Cancel" },
  close: { he: "סגירה", ar: "إغلاق", en: "Close" },
  fixIt: { he: "תיקון", ar: "تصحيح", en: "Fix" },
  errors: { he: "שגיאות", ar: "أخطاء", en: "Errors" },
  warnings: { he: "אזהרות", ar: "تحذيرات", en: "Warnings" },

  // Two people on one file.
  conflict: {
    he: "השקופית השתנתה גם כאן וגם בקובץ",
    ar: "تغيّرت الشريحة هنا وفي الملف",
    en: "The slide changed both here and in the file",
  },
  keepMine: { he: "להשאיר את הגרסה שלי", ar: "الإبقاء على نسختي", en: "Keep mine" },
  keepTheirs: { he: "לקחת את הגרסה שבקובץ", ar: "أخذ نسخة الملف", en: "Take the file's" },
  keepBoth: { he: "להשאיר את שתיהן", ar: "الإبقاء على كلتيهما", en: "Keep both" },
  connectionLost: {
    he: "אין קשר עם השרת; הטיוטה נשמרת בדפדפן",
    ar: "انقطع الاتصال؛ المسودة محفوظة في المتصفح",
    en: "No connection; the draft is kept in the browser",
  },
  connectionBack: { he: "הקשר חזר", ar: "عاد الاتصال", en: "Connected again" },
} as const satisfies Readonly<Record<string, StringRow>>;

export type StringKey = keyof typeof STRINGS;
export type Strings = Readonly<Record<StringKey, string>>;

/** The shared strings in one language. */
export function strings(lang: Lang): Strings {
  return pickStrings(STRINGS, lang);
}
