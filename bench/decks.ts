/**
 * Hebrew decks of any size, the same bytes at every call: headings, lists, a table, quotes, mixed English and numbers,
 * and notes of about 80 words a slide. Plain Markdown that Marp, reveal-md and pandoc read as well.
 */
const TOPICS = ["שיטפונות", "תחבורה", "חינוך", "אנרגיה", "מים", "סייבר", "בריאות", "דיור"];
const POINTS = [
  "התקציב גדל ב-12% לעומת 2018 ועמד על 1,250 מיליון שקל",
  "לפי OECD, הפער בין המחוזות הצטמצם בשנים 2015-2019",
  "שלושה משרדים חולקים אחריות, ואף אחד מהם אינו מוביל",
  "המערכת של Microsoft הוחלפה בקוד פתוח (Linux) בלי תקלות",
  "הציבור תומך בצעד, אך דורש לוח זמנים ברור ודיווח שנתי",
  'העלות נמוכה מ-3.5 מיליון ש"ח, והתועלת ניכרת כבר בשנה הראשונה',
];
const SPOKEN = (
  "לפני שניגש להמלצות כדאי לעצור רגע על התמונה הרחבה בשנים האחרונות ראינו שיפור הדרגתי אבל הוא אינו אחיד " +
  "ובכמה מחוזות המצב דווקא החמיר הנתונים שלפניכם נאספו בשיתוף עם הרשויות המקומיות ועברו בקרה כפולה מה שחשוב " +
  "לקחת מכאן הוא שלא מדובר במחסור בתקציב אלא בתיאום לקוי בין הגופים השונים ולכן ההמלצה הראשונה נוגעת למבנה ולא לכסף " +
  "בהמשך נראה שתי חלופות ונשווה ביניהן לפי עלות זמן ביצוע ומידת הסיכון לפני שנבקש מכם להכריע"
).split(" ");

/** @param notes How the tool at hand wants its notes: our fence, or the comment that Marp reads. */
export function deckText(slides: number, notes: "fence" | "comment" = "fence"): string {
  const head = `---\ntitle: סקירה לשנת 2019\nauthors: [צוות המחקר]\ndate: 11 במרץ 2019\n---\n`;
  return head + Array.from({ length: slides }, (_, index) => slideText(index, notes)).join("\n");
}

function slideText(index: number, notes: "fence" | "comment"): string {
  const topic = TOPICS[index % TOPICS.length] ?? "";
  const part = index % 12 === 0 ? `\n# חלק ${index / 12 + 1}: ${topic}\n` : "";
  const spoken = Array.from({ length: 80 }, (_, word) => SPOKEN[(word + index * 7) % SPOKEN.length]).join(" ");
  const wrapped = notes === "fence" ? `::: notes\n${spoken}.\n:::\n` : `<!--\n${spoken}.\n-->\n`;
  return `${part}\n## ${topic}: ממצא מספר ${index + 1}\n\n${bodyText(index)}\n\n${wrapped}`;
}

function bodyText(index: number): string {
  const points = Array.from({ length: 4 }, (_, point) => POINTS[(point + index) % POINTS.length] ?? "");
  switch (index % 4) {
    case 1:
      return `| מחוז | 2018 | 2019 |\n|---|---|---|\n${points.map((_, row) => `| מחוז ${row + 1} | ${120 + row * 7} | ${131 + row * 9} |`).join("\n")}`;
    case 3:
      return `> ${points[0]}, וזה הלקח העיקרי.\n>\n> — ועדת הבדיקה`;
    default:
      return points.map((point) => `- ${point}`).join("\n");
  }
}
