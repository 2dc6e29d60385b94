/** What only the editor page says, beside the shared rows of `strings.ts`. `{n}` and its like are filled in there. */
import { pickStrings, STRINGS, type StringRow } from "./strings.ts";
import type { Lang } from "./types.ts";

const ROWS = {
  "editor.title": { he: "עריכה: {title}", ar: "تحرير: {title}", en: "Edit: {title}" },
  "editor.source": { he: "טקסט השקופיות", ar: "نص الشرائح", en: "Slide source" },
  "editor.preview": { he: "השקופית כפי שתוצג", ar: "الشريحة كما ستُعرض", en: "The slide as it will be shown" },
  "editor.thumbnails": { he: "תמונות השקופיות", ar: "صور الشرائح", en: "Pictures of the slides" },
  "editor.tools": { he: "כלים", ar: "أدوات", en: "Tools" },
  "editor.language": { he: "שפת הממשק", ar: "لغة الواجهة", en: "Interface language" },
  "editor.problems": { he: "מה לתקן", ar: "ما يلزم تصحيحه", en: "What to mend" },
  "editor.noProblems": { he: "אין מה לתקן", ar: "لا شيء للتصحيح", en: "Nothing to mend" },
  "editor.line": { he: "שורה {n}", ar: "السطر {n}", en: "Line {n}" },
  "editor.pictures": { he: "תמונות", ar: "صور", en: "Pictures" },
  "editor.help": { he: "קיצורי מקלדת", ar: "اختصارات لوحة المفاتيح", en: "Keyboard shortcuts" },
  "editor.slideOf": { he: "שקופית {n} מתוך {total}", ar: "شريحة {n} من {total}", en: "Slide {n} of {total}" },
  "editor.speaking": {
    he: "זמן דיבור: {time} מתוך {total}",
    ar: "زمن الكلام: {time} من {total}",
    en: "Speaking time: {time} of {total}",
  },
  "editor.next": { he: "לשקופית הבאה", ar: "إلى الشريحة التالية", en: "To the next slide" },
  "editor.previous": { he: "לשקופית הקודמת", ar: "إلى الشريحة السابقة", en: "To the previous slide" },
  "editor.panes": { he: "מעבר בין חלקי המסך", ar: "التنقل بين أجزاء الشاشة", en: "From pane to pane" },
  "editor.layouts": { he: "בחירת פריסה", ar: "اختيار تخطيط", en: "Choose a layout" },
  "editor.insert": { he: "הוספה", ar: "إدراج", en: "Insert" },
  "editor.pictureTitle": { he: "תמונה חדשה", ar: "صورة جديدة", en: "New picture" },
  "editor.altHelp": {
    he: "המשפט נקרא בקול למי שאינו רואה את התמונה, ונשמר גם בקבצים המיוצאים.",
    ar: "تُقرأ الجملة لمن لا يرى الصورة، وتُحفظ في الملفات المصدَّرة أيضًا.",
    en: "Read aloud to whoever does not see the picture, and kept in exported files.",
  },
  "editor.altMissing": {
    he: "כתבו מה רואים בתמונה",
    ar: "اكتبوا ما يُرى في الصورة",
    en: "Say what the picture shows",
  },
  "editor.pictureFailed": {
    he: "התמונה לא נשמרה: {reason}",
    ar: "لم تُحفظ الصورة: {reason}",
    en: "The picture was not saved: {reason}",
  },
  "picture.not-an-image": { he: "הקובץ אינו תמונה", ar: "الملف ليس صورة", en: "the file is no picture" },
  "picture.too-large": {
    he: "הקובץ גדול מ־16 מ״ב",
    ar: "الملف أكبر من 16 ميغابايت",
    en: "the file is larger than 16 MB",
  },
  "picture.outside": {
    he: "תיקיית התמונות מחוץ לתיקיית המצגת",
    ar: "مجلد الصور خارج مجلد العرض",
    en: "the folder of pictures is outside of the deck's",
  },
  "editor.conflictTitle": { he: "שתי גרסאות לאותה שקופית", ar: "نسختان لشريحة واحدة", en: "Two versions of one slide" },
  "editor.mine": { he: "הגרסה שלי", ar: "نسختي", en: "Mine" },
  "editor.theirs": { he: "הגרסה שבקובץ", ar: "نسخة الملف", en: "The file's" },
  "editor.gone": { he: "(השקופית נמחקה)", ar: "(حُذفت الشريحة)", en: "(the slide was deleted)" },
  "editor.merged": {
    he: "שינויים מהקובץ שולבו",
    ar: "دُمجت تغييرات الملف",
    en: "Changes of the file were merged",
  },
  "editor.draftBack": {
    he: "הטיוטה שלא נשמרה שוחזרה",
    ar: "استُعيدت المسودة غير المحفوظة",
    en: "The unsaved draft is back",
  },
  "editor.draftFull": {
    he: "אין בדפדפן מקום לטיוטה; שמרו את הקובץ",
    ar: "لا متسع للمسودة في المتصفح؛ احفظوا الملف",
    en: "The browser has no room for the draft; save the file",
  },
  "editor.saveFailed": { he: "השמירה נכשלה: {reason}", ar: "فشل الحفظ: {reason}", en: "Saving failed: {reason}" },
  "editor.exported": { he: "הקובץ {name} ירד", ar: "نُزّل الملف {name}", en: "Downloaded {name}" },
  "editor.exporting": { he: "מייצאים…", ar: "جارٍ التصدير…", en: "Exporting…" },
  "editor.exportFailed": { he: "הייצוא נכשל: {reason}", ar: "فشل التصدير: {reason}", en: "Export failed: {reason}" },
  "editor.newTitle": { he: "כותרת חדשה", ar: "عنوان جديد", en: "New title" },
  "format.html": { he: "דף HTML אחד", ar: "صفحة HTML واحدة", en: "One HTML page" },
  "format.pdf": { he: "PDF", ar: "PDF", en: "PDF" },
  "format.pptx": { he: "PowerPoint", ar: "PowerPoint", en: "PowerPoint" },
  "format.handout": {
    he: "דפי עזר עם ההערות (PDF)",
    ar: "أوراق مساندة مع الملاحظات (PDF)",
    en: "Handout with the notes (PDF)",
  },
  "format.docx": { he: "Word", ar: "Word", en: "Word" },
  "format.md": { he: "Markdown", ar: "Markdown", en: "Markdown" },
  "format.txt": { he: "ראשי הפרקים כטקסט", ar: "الخطوط العريضة نصًا", en: "Outline as text" },

  // CodeMirror's own panels; its phrases are given under these keys.
  "search.next": { he: "הבא", ar: "التالي", en: "Next" },
  "search.previous": { he: "הקודם", ar: "السابق", en: "Previous" },
  "search.all": { he: "סימון הכול", ar: "تحديد الكل", en: "Select all" },
  "search.case": { he: "אותיות גדולות וקטנות", ar: "حالة الأحرف", en: "Match case" },
  "search.regexp": { he: "ביטוי רגולרי", ar: "تعبير نمطي", en: "Regular expression" },
  "search.word": { he: "מילים שלמות", ar: "كلمات كاملة", en: "Whole words" },
  "search.replaceAll": { he: "החלפת הכול", ar: "استبدال الكل", en: "Replace all" },
  "search.replaced": { he: "הוחלפו $ מופעים", ar: "استُبدل $", en: "Replaced $ matches" },
  "search.current": { he: "ההופעה הנוכחית", ar: "المطابقة الحالية", en: "Current match" },
  "search.line": { he: "בשורה", ar: "في السطر", en: "on line" },
} as const satisfies Readonly<Record<string, StringRow>>;

const ALL = { ...STRINGS, ...ROWS };
export type EditorKey = keyof typeof ALL;
export type EditorStrings = Readonly<Record<EditorKey, string>>;

export function editorStrings(lang: Lang): EditorStrings {
  return pickStrings<EditorKey>(ALL, lang);
}
