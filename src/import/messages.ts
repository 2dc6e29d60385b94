/** One sentence for each refusal, in the interface language. `{0}` is the first figure. */

import type { Lang } from "../deck/types.ts";
import type { Refusal, RefusalReason } from "./failure.ts";

type Row = readonly [he: string, ar: string, en: string];

const REFUSALS: Readonly<Record<RefusalReason, Row>> = {
  empty: ["הקובץ ריק.", "الملف فارغ.", "The file is empty."],
  "too-large": [
    "הקובץ גדול מדי (הגבול: {0}).",
    "الملف كبير جدًا (الحد: {0}).",
    "The file is too large (the limit is {0}).",
  ],
  "too-many-pages": [
    "במסמך {0} עמודים; הגבול הוא {1}.",
    "في المستند {0} صفحات؛ الحد هو {1}.",
    "The document has {0} pages; the limit is {1}.",
  ],
  "too-much-inside": [
    "תוכן הקובץ גדול או מסועף הרבה יותר ממסמך רגיל, ולכן לא נפתח.",
    "محتوى الملف أكبر أو أعمق بكثير من مستند عادي، لذلك لم يُفتح.",
    "What is packed in the file is far larger or deeper than a document, so it was not opened.",
  ],
  "line-too-long": [
    "שורה אחת ארוכה מ־{0} תווים: אלה נתונים, לא טקסט.",
    "سطر واحد أطول من {0} حرفًا: هذه بيانات وليست نصًا.",
    "One line is longer than {0} characters: this is data, not prose.",
  ],
  binary: ["זה אינו קובץ טקסט.", "هذا ليس ملفًا نصيًا.", "This is no text file."],
  "unknown-kind": [
    "סוג הקובץ אינו מוכר. אפשר לייבא PDF, Word (docx), Markdown וטקסט.",
    "نوع الملف غير معروف. يمكن استيراد PDF وWord (docx) وMarkdown ونص.",
    "This kind of file cannot be read. PDF, Word (docx), Markdown and text can.",
  ],
  "not-a-pdf": [
    "השם מסתיים ב־pdf, אבל הקובץ אינו PDF.",
    "ينتهي الاسم بـ pdf لكن الملف ليس PDF.",
    "The name ends in pdf, but the file is no PDF.",
  ],
  "not-a-word-file": ["זה אינו מסמך Word (docx).", "هذا ليس مستند Word (docx).", "This is no Word document (docx)."],
  "old-word": [
    "זה מסמך Word בתבנית ישנה (doc). יש לשמור אותו כ־docx ולייבא שוב.",
    "هذا مستند Word بصيغة قديمة (doc). احفظه بصيغة docx ثم استورده.",
    "This is a Word document in the old format (doc). Save it as docx and import that.",
  ],
  "broken-pdf": [
    "קובץ ה־PDF פגום ואי אפשר לקרוא אותו.",
    "ملف PDF تالف ولا يمكن قراءته.",
    "The PDF is broken and cannot be read.",
  ],
  "broken-word": [
    "מסמך ה־Word פגום ואי אפשר לקרוא אותו.",
    "مستند Word تالف ولا يمكن قراءته.",
    "The Word document is broken and cannot be read.",
  ],
  encrypted: [
    "הקובץ נעול בסיסמה. יש לשמור עותק בלי סיסמה ולייבא אותו.",
    "الملف محمي بكلمة مرور. احفظ نسخة بدونها ثم استوردها.",
    "The file is locked with a password. Save a copy without one and import that.",
  ],
  scanned: [
    "העמודים הם תמונות סרוקות בלי טקסט. יש להריץ זיהוי תווים (OCR) ולייבא את התוצאה.",
    "الصفحات صور ممسوحة بلا نص. شغّل التعرف الضوئي على الأحرف (OCR) ثم استورد الناتج.",
    "The pages are scanned pictures without text. Run character recognition (OCR) and import its result.",
  ],
  "no-prose": [
    "לא נמצא בקובץ טקסט שאפשר להכין ממנו מצגת.",
    "لا يوجد في الملف نص يصلح لعرض.",
    "There is no prose in the file to make a deck of.",
  ],
  "too-slow": [
    "קריאת הקובץ לא הסתיימה בתוך {0} שניות והופסקה.",
    "لم تنته قراءة الملف خلال {0} ثوانٍ فأُوقفت.",
    "Reading the file did not end within {0} seconds and was stopped.",
  ],
  "too-much-memory": [
    "קריאת הקובץ דרשה יותר מדי זיכרון והופסקה.",
    "تطلبت قراءة الملف ذاكرة كبيرة جدًا فأُوقفت.",
    "Reading the file took too much memory and was stopped.",
  ],
};

const COLUMNS: Readonly<Record<Lang, 0 | 1 | 2>> = { he: 0, yi: 0, ar: 1, fa: 2, en: 2 };

/** Why the file was refused, as one sentence. */
export function refusalSentence({ reason, figures }: Pick<Refusal, "reason" | "figures">, lang: Lang): string {
  return REFUSALS[reason][COLUMNS[lang]].replace(/\{(\d)\}/gu, (_, at: string) => String(figures[Number(at)] ?? ""));
}
