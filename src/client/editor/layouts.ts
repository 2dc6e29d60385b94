import type { Layout } from "../../deck/types.ts";

/**
 * A slide of each layout, as the gallery shows it and as it is inserted. The words say what belongs there, so that a
 * slide that is left as it is tells so.
 */
export const SAMPLES: readonly { readonly layout: Layout; readonly source: string }[] = [
  { layout: "points", source: "## כותרת שאומרת את העיקר\n\n- טענה ראשונה, במשפט אחד\n- טענה שנייה\n- טענה שלישית\n" },
  { layout: "part", source: "# שם החלק\n" },
  {
    layout: "bottom-line",
    source: "## שורה תחתונה {.bottom-line}\n\nהמשפט שצריך לזכור מן התדריך.\n\n- מה עומד מאחוריו\n",
  },
  { layout: "agenda", source: "## סדר היום {.agenda}\n" },
  {
    layout: "compare",
    source:
      "## שתי אפשרויות זו מול זו\n\n::: comparison\n### האחת\n- יתרון\n- חיסרון\n### האחרת\n- יתרון\n- חיסרון\n:::\n",
  },
  {
    layout: "columns",
    source: "## שני צדדים של הנושא\n\n::: columns\n### צד אחד\n- נקודה\n### צד שני\n- נקודה\n:::\n",
  },
  {
    layout: "options",
    source:
      "## החלופות שעל הפרק\n\n::: options\n### חלופה ראשונה\nמה עושים ומה המחיר\n### חלופה שנייה\nמה עושים ומה המחיר\n### חלופה שלישית\nמה עושים ומה המחיר\n:::\n",
  },
  {
    layout: "timeline",
    source:
      "## איך הגענו לכאן\n\n::: timeline\n- 2017: האירוע הראשון\n- 2018: האירוע השני\n- 2019: האירוע השלישי\n:::\n",
  },
  { layout: "number", source: "## נתון אחד שמספר הכול\n\n::: number\n5 מתוך 11\n\nמה המספר סופר\n:::\n" },
  {
    layout: "table",
    source:
      "## הנתונים בטבלה\n\n| נושא | 2018 | 2019 |\n|---|---|---|\n| שורה ראשונה | 120 | 131 |\n| שורה שנייה | 127 | 140 |\n",
  },
  { layout: "quote", source: "## מה נאמר\n\n> המשפט כפי שנאמר, מילה במילה.\n>\n> — מי אמר, ומתי\n" },
  {
    layout: "judgment",
    source:
      "## ההערכה שלנו\n\n::: judgment {likelihood=likely confidence=medium}\nמה צפוי לקרות, עד מתי, ובאיזו סבירות.\n:::\n",
  },
  { layout: "questions", source: "## שאלות פתוחות {.questions}\n\n1. שאלה ראשונה?\n2. שאלה שנייה?\n" },
  { layout: "sources", source: "## מקורות\n\n::: sources\n- מחבר, שם המסמך, תאריך\n:::\n" },
  { layout: "end", source: "## תודה {.end}\n\nפרטים ליצירת קשר\n" },
];

/** A new slide when none is chosen. */
export function plainSlide(title: string): string {
  return `## ${title}\n\n- \n`;
}
