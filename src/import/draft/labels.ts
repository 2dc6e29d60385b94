/** The few words on a drafted deck that are not the brief's: names of slides that every deck has. */

import type { Lang } from "../../deck/types.ts";

export interface Labels {
  readonly agenda: string;
  readonly bottomLine: string;
}

const HEBREW: Labels = { agenda: "סדר יום", bottomLine: "שורה תחתונה" };
const ARABIC: Labels = { agenda: "جدول الأعمال", bottomLine: "الخلاصة" };
const ENGLISH: Labels = { agenda: "Agenda", bottomLine: "Bottom line" };

export const LABELS: Readonly<Record<Lang, Labels>> = { he: HEBREW, yi: HEBREW, ar: ARABIC, fa: ARABIC, en: ENGLISH };
