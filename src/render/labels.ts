/** Words that the templates themselves put on a slide, in the deck's language. */
import type { Confidence, Direction, Lang, Likelihood } from "../deck/types.ts";

export interface Labels {
  readonly slide: string;
  readonly notes: string;
  readonly source: string;
  readonly backup: string;
  /** For `n` minutes. */
  readonly minutes: (n: number) => string;
  /** Says which paragraphs of the brief a slide stands on, e.g. `2, 4–6`. */
  readonly origin: (paragraphs: string) => string;
  readonly likelihood: string;
  readonly confidence: string;
  readonly likelihoods: Readonly<Record<Likelihood, string>>;
  readonly confidences: Readonly<Record<Confidence, string>>;
  /** Names of options, in order. */
  readonly letters: string;
  readonly handout: string;
  readonly decks: string;
  readonly noDecks: string;
  readonly slides: (n: number) => string;
  readonly done: string;
  readonly open: string;
}

const HEBREW: Labels = {
  slide: "שקופית",
  notes: "הערות הדובר",
  source: "מבוסס על",
  backup: "גיבוי",
  minutes: (n) => (n === 1 ? "דקה" : n === 2 ? "שתי דקות" : `${n} דקות`),
  origin: (paragraphs) => `על סמך פסקאות ${paragraphs} במקור`,
  likelihood: "סבירות",
  confidence: "ביטחון בהערכה",
  likelihoods: {
    "almost-no-chance": "כמעט אין סיכוי",
    "very-unlikely": "סביר מאוד שלא",
    unlikely: "לא סביר",
    even: "סיכוי שקול",
    likely: "סביר",
    "very-likely": "סביר מאוד",
    "almost-certain": "כמעט ודאי",
  },
  confidences: { low: "נמוך", medium: "בינוני", high: "גבוה" },
  letters: "אבגדהוזחט",
  handout: "דפי עזר",
  decks: "תדריכים",
  noDecks: "אין עדיין תדריכים. הוסיפו קובץ ‎.md לתיקייה slides והריצו את הבנייה שוב.",
  slides: (n) => (n === 1 ? "שקופית אחת" : `${n} שקופיות`),
  done: "בוצע",
  open: "טרם בוצע",
};

const ARABIC: Labels = {
  slide: "شريحة",
  notes: "ملاحظات المتحدّث",
  source: "استنادًا إلى",
  backup: "احتياط",
  minutes: (n) => (n === 1 ? "دقيقة" : n === 2 ? "دقيقتان" : n <= 10 ? `${n} دقائق` : `${n} دقيقة`),
  origin: (paragraphs) => `استنادًا إلى الفقرات ${paragraphs} في المصدر`,
  likelihood: "الاحتمال",
  confidence: "الثقة في التقدير",
  likelihoods: {
    "almost-no-chance": "يكاد يكون معدومًا",
    "very-unlikely": "مستبعد جدًا",
    unlikely: "مستبعد",
    even: "متكافئ",
    likely: "مرجّح",
    "very-likely": "مرجّح جدًا",
    "almost-certain": "شبه مؤكّد",
  },
  confidences: { low: "منخفضة", medium: "متوسطة", high: "عالية" },
  letters: "أبجدهوزحط",
  handout: "أوراق مساندة",
  decks: "الإحاطات",
  noDecks: "لا توجد إحاطات بعد. أضيفوا ملف ‎.md إلى المجلد slides ثم أعيدوا البناء.",
  slides: (n) => (n === 1 ? "شريحة واحدة" : n === 2 ? "شريحتان" : n <= 10 ? `${n} شرائح` : `${n} شريحة`),
  done: "أُنجز",
  open: "لم يُنجز بعد",
};

const ENGLISH: Labels = {
  slide: "Slide",
  notes: "Speaker notes",
  source: "Based on",
  backup: "Backup",
  minutes: (n) => (n === 1 ? "1 minute" : `${n} minutes`),
  origin: (paragraphs) => `Based on paragraphs ${paragraphs} of the source`,
  likelihood: "Likelihood",
  confidence: "Confidence",
  likelihoods: {
    "almost-no-chance": "Almost no chance",
    "very-unlikely": "Very unlikely",
    unlikely: "Unlikely",
    even: "Roughly even chance",
    likely: "Likely",
    "very-likely": "Very likely",
    "almost-certain": "Almost certain",
  },
  confidences: { low: "Low", medium: "Medium", high: "High" },
  letters: "ABCDEFGHI",
  handout: "Handout",
  decks: "Briefings",
  noDecks: "No briefings yet. Add an .md file to the slides folder and build again.",
  slides: (n) => (n === 1 ? "1 slide" : `${n} slides`),
  done: "Done",
  open: "Open",
};

/** Persian has no table of its own yet and borrows the Arabic one's script; Yiddish borrows the Hebrew one's. */
const LABELS: Readonly<Record<Lang, Labels>> = { he: HEBREW, yi: HEBREW, ar: ARABIC, fa: ARABIC, en: ENGLISH };

export function labelsOf(lang: Lang): Labels {
  return LABELS[lang];
}

export function directionOf(lang: Lang): Direction {
  return lang === "en" ? "ltr" : "rtl";
}

/** ICD 203's ranges in per cent, for each of its seven terms. */
export const LIKELIHOOD_RANGES: Readonly<Record<Likelihood, string>> = {
  "almost-no-chance": "1–5%",
  "very-unlikely": "5–20%",
  unlikely: "20–45%",
  even: "45–55%",
  likely: "55–80%",
  "very-likely": "80–95%",
  "almost-certain": "95–99%",
};
