import type { Layout } from "../../deck/types.ts";

/** What a new cover says, by the keys of the front matter that it comes from. */
export const COVER = { title: "כותרת התדריך", subtitle: "על מה מחליטים, ועד מתי", authors: ["שם המחבר"] } as const;

/** Stands in for a picture that is not chosen yet. */
export const SAMPLE_PICTURE = {
  src: "picture.svg",
  address: `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90"><path fill="#cfdcf5" d="M0 0h160v90H0z"/><circle cx="122" cy="24" r="11" fill="#f5c451"/><path fill="#7d93c4" d="m0 90 52-56 36 40 20-20 52 36z"/></svg>`,
  )}`,
} as const;

/** A slide around a picture. @param picture in Markdown. */
export function pictureSlide(picture: string): string {
  return `## כותרת שאומרת מה רואים בתמונה\n\n${picture}\n`;
}

/**
 * A slide of each layout, as the gallery shows it and as it is inserted. The words say what belongs there, so that a
 * slide that is left as it is tells so. The cover has no source of its own, and comes first, as it does in a deck; the
 * picture is the person's.
 */
export const SAMPLES: readonly { readonly layout: Layout; readonly source: string }[] = [
  { layout: "cover", source: "" },
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
  { layout: "figure", source: pictureSlide(`![מה רואים בתמונה](${SAMPLE_PICTURE.src})`) },
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
