/** The few words on a drafted deck that are not the brief's: names of slides that every deck has. */

import type { Lang } from "../../deck/types.ts";

export interface Labels {
  readonly agenda: string;
  readonly bottomLine: string;
  /** Stands before words that may be in the wrong order. */
  readonly doubt: string;
}

const HEBREW: Labels = {
  agenda: "סדר יום",
  bottomLine: "שורה תחתונה",
  doubt: "לבדיקה, סדר המילים אינו ודאי",
};
const ARABIC: Labels = { agenda: "جدول الأعمال", bottomLine: "الخلاصة", doubt: "للمراجعة، ترتيب الكلمات غير مؤكد" };
const ENGLISH: Labels = {
  agenda: "Agenda",
  bottomLine: "Bottom line",
  doubt: "To check, the order of the words is in doubt",
};

export const LABELS: Readonly<Record<Lang, Labels>> = { he: HEBREW, yi: HEBREW, ar: ARABIC, fa: ARABIC, en: ENGLISH };
