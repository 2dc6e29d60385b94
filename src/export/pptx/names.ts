import type { Lang, Layout } from "../../deck/types.ts";

/** Words of the file's own that PowerPoint shows: names of layouts and the prompts of empty placeholders. */
export interface PptxNames {
  readonly layouts: Readonly<Record<Layout, string>>;
  readonly title: string;
  readonly text: string;
  readonly levels: readonly string[];
}

const HEBREW: PptxNames = {
  layouts: {
    cover: "שער",
    part: "פתיחת חלק",
    agenda: "סדר היום",
    "bottom-line": "שורה תחתונה",
    points: "נקודות",
    compare: "השוואה",
    columns: "טורים",
    quote: "ציטוט",
    figure: "תמונה",
    number: "מספר",
    timeline: "ציר זמן",
    table: "טבלה",
    options: "חלופות",
    judgment: "הערכה",
    questions: "שאלות",
    sources: "מקורות",
    end: "סיום",
  },
  title: "לחצו להוספת כותרת",
  text: "לחצו להוספת טקסט",
  levels: ["רמה ראשונה", "רמה שנייה", "רמה שלישית", "רמה רביעית", "רמה חמישית"],
};

const ARABIC: PptxNames = {
  layouts: {
    cover: "الغلاف",
    part: "فاصل جزء",
    agenda: "جدول الأعمال",
    "bottom-line": "الخلاصة",
    points: "نقاط",
    compare: "مقارنة",
    columns: "أعمدة",
    quote: "اقتباس",
    figure: "صورة",
    number: "رقم",
    timeline: "خط زمني",
    table: "جدول",
    options: "خيارات",
    judgment: "تقدير",
    questions: "أسئلة",
    sources: "المصادر",
    end: "الختام",
  },
  title: "انقر لإضافة عنوان",
  text: "انقر لإضافة نص",
  levels: ["المستوى الأول", "المستوى الثاني", "المستوى الثالث", "المستوى الرابع", "المستوى الخامس"],
};

const ENGLISH: PptxNames = {
  layouts: {
    cover: "Cover",
    part: "Part",
    agenda: "Agenda",
    "bottom-line": "Bottom line",
    points: "Points",
    compare: "Comparison",
    columns: "Columns",
    quote: "Quote",
    figure: "Figure",
    number: "Number",
    timeline: "Timeline",
    table: "Table",
    options: "Options",
    judgment: "Judgment",
    questions: "Questions",
    sources: "Sources",
    end: "End",
  },
  title: "Click to add a title",
  text: "Click to add text",
  levels: ["First level", "Second level", "Third level", "Fourth level", "Fifth level"],
};

const NAMES: Readonly<Record<Lang, PptxNames>> = {
  he: HEBREW,
  yi: HEBREW,
  ar: ARABIC,
  fa: ARABIC,
  en: ENGLISH,
};

export function namesOf(lang: Lang): PptxNames {
  return NAMES[lang];
}

/** Every name that a layout goes by, in all languages: how the layouts of somebody else's template are recognised. */
export function layoutAliases(layout: Layout): readonly string[] {
  return [HEBREW, ARABIC, ENGLISH].map((names) => names.layouts[layout]);
}
