import type { Lang } from "./types.ts";

/**
 * What the deck says to people in the browser: controls, help, speaker window. `{n}` and its like are filled in there.
 * The page carries only its own language's column.
 */
type Row = { readonly he: string; readonly ar: string; readonly en: string };

export const CLIENT_STRINGS = {
  // The deck itself.
  next: { he: "השקופית הבאה", ar: "الشريحة التالية", en: "Next slide" },
  previous: { he: "השקופית הקודמת", ar: "الشريحة السابقة", en: "Previous slide" },
  progress: { he: "התקדמות במצגת", ar: "التقدّم في العرض", en: "Progress" },
  number: { he: "{n} מתוך {total}", ar: "{n} من {total}", en: "{n} of {total}" },
  backup: { he: "גיבוי {n}", ar: "احتياط {n}", en: "Backup {n}" },
  hiddenSlide: { he: "שקופית מוסתרת", ar: "شريحة مخفية", en: "Hidden slide" },
  close: { he: "סגירה", ar: "إغلاق", en: "Close" },
  blackOn: { he: "המסך הוחשך", ar: "الشاشة معتمة", en: "The screen is black" },
  blackOff: { he: "חזרה למצגת", ar: "العودة إلى العرض", en: "Back to the slides" },
  goTo: { he: "מעבר לשקופית {n}: להקיש Enter", ar: "إلى الشريحة {n}: اضغط Enter", en: "Go to slide {n}: press Enter" },
  noSuchSlide: { he: "אין שקופית {n}", ar: "لا توجد شريحة {n}", en: "There is no slide {n}" },
  hiddenShown: { he: "השקופיות המוסתרות מוצגות", ar: "الشرائح المخفية ظاهرة", en: "Hidden slides are shown" },
  hiddenSkipped: { he: "השקופיות המוסתרות מדולגות", ar: "يتم تخطي الشرائح المخفية", en: "Hidden slides are skipped" },
  transitionsOn: { he: "המעברים הופעלו", ar: "تم تشغيل الانتقالات", en: "Transitions are on" },
  transitionsOff: { he: "המעברים כובו", ar: "تم إيقاف الانتقالات", en: "Transitions are off" },
  overview: { he: "מבט כולל", ar: "نظرة عامة", en: "All slides" },
  backups: { he: "שקופיות גיבוי", ar: "شرائح احتياطية", en: "Backup slides" },
  noPart: { he: "פתיחה", ar: "الافتتاح", en: "Opening" },

  // Help.
  help: { he: "קיצורי מקלדת", ar: "اختصارات لوحة المفاتيح", en: "Keyboard shortcuts" },
  helpKey: { he: "מקש", ar: "المفتاح", en: "Key" },
  helpAction: { he: "פעולה", ar: "الإجراء", en: "Action" },
  helpOr: { he: "או", ar: "أو", en: "or" },
  "group.move": { he: "תנועה במצגת", ar: "التنقل في العرض", en: "Moving" },
  "group.show": { he: "תצוגה", ar: "العرض", en: "Showing" },
  "group.point": { he: "הצבעה וציור", ar: "التأشير والرسم", en: "Pointing and drawing" },
  "group.speak": { he: "הרצאה", ar: "الإلقاء", en: "Speaking" },
  "key.Space": { he: "רווח", ar: "مسافة", en: "Space" },
  "key.Number": { he: "מספר", ar: "رقم", en: "Number" },
  "do.next": { he: "לשלב הבא או לשקופית הבאה", ar: "إلى الخطوة أو الشريحة التالية", en: "Next step or slide" },
  "do.previous": {
    he: "לשלב הקודם או לשקופית הקודמת",
    ar: "إلى الخطوة أو الشريحة السابقة",
    en: "Previous step or slide",
  },
  "do.next-slide": {
    he: "לשקופית הבאה, בלי שלבי החשיפה",
    ar: "إلى الشريحة التالية دون الخطوات",
    en: "Next slide, skipping steps",
  },
  "do.previous-slide": {
    he: "לשקופית הקודמת, בלי שלבי החשיפה",
    ar: "إلى الشريحة السابقة دون الخطوات",
    en: "Previous slide, skipping steps",
  },
  "do.first": { he: "לשקופית הראשונה", ar: "إلى الشريحة الأولى", en: "First slide" },
  "do.last": { he: "לשקופית האחרונה", ar: "إلى الشريحة الأخيرة", en: "Last slide" },
  "do.go-to-number": {
    he: "לשקופית שמספרה הוקלד",
    ar: "إلى الشريحة ذات الرقم المكتوب",
    en: "Slide of the typed number",
  },
  "do.return": {
    he: "חזרה למקום שלפני הקפיצה",
    ar: "العودة إلى ما قبل القفزة",
    en: "Back to where you jumped from",
  },
  "do.find": { he: "חיפוש", ar: "بحث", en: "Find" },
  "do.overview": { he: "מבט כולל על השקופיות", ar: "نظرة عامة على الشرائح", en: "All slides at a glance" },
  "do.black": { he: "החשכת המסך וביטולה", ar: "تعتيم الشاشة وإلغاؤه", en: "Black screen on and off" },
  "do.fullscreen": { he: "מסך מלא", ar: "ملء الشاشة", en: "Full screen" },
  "do.hidden": {
    he: "הצגת השקופיות המוסתרות או דילוג עליהן",
    ar: "إظهار الشرائح المخفية أو تخطيها",
    en: "Show or skip hidden slides",
  },
  "do.transitions": { he: "הפעלת המעברים וכיבוים", ar: "تشغيل الانتقالات وإيقافها", en: "Transitions on and off" },
  "do.speaker": { he: "חלון המרצה", ar: "نافذة المتحدث", en: "Speaker window" },
  "do.notes": { he: "ההערות מתחת לשקופית", ar: "الملاحظات تحت الشريحة", en: "Notes under the slide" },
  "do.timer": { he: "הפעלת השעון ועצירתו", ar: "تشغيل المؤقت وإيقافه", en: "Start and pause the timer" },
  "do.rehearse": { he: "תחילת חזרה וסיומה", ar: "بدء التدريب وإنهاؤه", en: "Start and end a rehearsal" },
  "do.prompter": { he: "טלפרומפטר", ar: "الملقّن", en: "Teleprompter" },
  "do.notes-bigger": { he: "הגדלת ההערות", ar: "تكبير الملاحظات", en: "Larger notes" },
  "do.notes-smaller": { he: "הקטנת ההערות", ar: "تصغير الملاحظات", en: "Smaller notes" },
  "do.laser": { he: "סמן לייזר", ar: "مؤشر ليزر", en: "Laser pointer" },
  "do.pen": { he: "עט", ar: "قلم", en: "Pen" },
  "do.marker": { he: "מרקר", ar: "قلم تمييز", en: "Marker" },
  "do.undo": { he: "ביטול הקו האחרון", ar: "التراجع عن آخر خط", en: "Undo the last stroke" },
  "do.clear": { he: "ניקוי הציור בשקופית", ar: "مسح الرسم على الشريحة", en: "Clear the slide's drawing" },
  "do.print": {
    he: "הדפסה או PDF, עם הציורים או בלעדיהם",
    ar: "طباعة أو PDF، مع الرسوم أو بدونها",
    en: "Print or PDF, with or without drawings",
  },
  "do.help": { he: "קיצורי המקלדת", ar: "اختصارات لوحة المفاتيح", en: "These shortcuts" },

  // Find.
  findLabel: { he: "חיפוש במצגת", ar: "بحث في العرض", en: "Find in the deck" },
  findNone: { he: "לא נמצאו תוצאות", ar: "لا نتائج", en: "No matches" },
  findCount: { he: "נמצאו {n} שקופיות", ar: "عدد الشرائح: {n}", en: "{n} slides" },
  inNotes: { he: "בהערות", ar: "في الملاحظات", en: "in the notes" },

  // Notes and speaker window.
  speaker: { he: "חלון המרצה", ar: "نافذة المتحدث", en: "Speaker window" },
  current: { he: "השקופית הנוכחית", ar: "الشريحة الحالية", en: "Current slide" },
  upNext: { he: "הבא בתור", ar: "التالي", en: "Up next" },
  nextStep: { he: "השלב הבא", ar: "الخطوة التالية", en: "Next step" },
  endOfDeck: { he: "סוף המצגת", ar: "نهاية العرض", en: "End of the deck" },
  steps: { he: "שלב {n} מתוך {total}", ar: "خطوة {n} من {total}", en: "Step {n} of {total}" },
  notes: { he: "הערות הדובר", ar: "ملاحظات المتحدث", en: "Speaker notes" },
  noNotes: { he: "אין הערות לשקופית זו", ar: "لا ملاحظات لهذه الشريحة", en: "No notes on this slide" },
  bigger: { he: "הגדלה", ar: "تكبير", en: "Larger" },
  smaller: { he: "הקטנה", ar: "تصغير", en: "Smaller" },
  clock: { he: "שעה", ar: "الساعة", en: "Time" },
  elapsed: { he: "זמן שחלף", ar: "الوقت المنقضي", en: "Elapsed" },
  remaining: { he: "זמן שנותר", ar: "الوقت المتبقي", en: "Remaining" },
  overtime: { he: "חריגה", ar: "تجاوز الوقت", en: "Over time" },
  startTimer: { he: "הפעלת השעון", ar: "تشغيل المؤقت", en: "Start the timer" },
  pauseTimer: { he: "עצירת השעון", ar: "إيقاف المؤقت", en: "Pause the timer" },
  resetTimer: { he: "איפוס השעון", ar: "تصفير المؤقت", en: "Reset the timer" },
  slidePace: { he: "בשקופית", ar: "في الشريحة", en: "This slide" },
  partPace: { he: "בחלק", ar: "في القسم", en: "This part" },
  of: { he: "מתוך", ar: "من", en: "of" },
  behind: { he: "איחור של {time}", ar: "تأخر {time}", en: "{time} behind" },
  ahead: { he: "הקדמה של {time}", ar: "تقدّم {time}", en: "{time} ahead" },
  onPlan: { he: "לפי התכנון", ar: "حسب الخطة", en: "On plan" },
  late: { he: "באיחור", ar: "متأخر", en: "late" },
  slides: { he: "השקופיות", ar: "الشرائح", en: "Slides" },
  tools: { he: "כלים", ar: "أدوات", en: "Tools" },
  black: { he: "החשכת המסך", ar: "تعتيم الشاشة", en: "Black screen" },
  lost: {
    he: "אין קשר לחלון המצגת. אם הוא פתוח, הקשר יתחדש מעצמו.",
    ar: "لا اتصال بنافذة العرض. إن كانت مفتوحة فسيعود الاتصال تلقائيًا.",
    en: "There is no connection to the deck. If its window is open, the connection returns by itself.",
  },
  closed: {
    he: "חלון המצגת נסגר. השעון נשמר.",
    ar: "أُغلقت نافذة العرض. الوقت محفوظ.",
    en: "The deck's window was closed. The timer is kept.",
  },
  reopen: { he: "פתיחת המצגת מחדש", ar: "إعادة فتح العرض", en: "Open the deck again" },
  connected: { he: "חלון המרצה מחובר", ar: "نافذة المتحدث متصلة", en: "The speaker window is connected" },
  blockedTitle: {
    he: "הדפדפן חסם את חלון המרצה",
    ar: "حجب المتصفح نافذة المتحدث",
    en: "The browser blocked the speaker window",
  },
  blockedHelp: {
    he: "בשורת הכתובת מופיע סמל של חלון חסום. יש ללחוץ עליו, לבחור ״אפשר תמיד חלונות קופצים״, ולהקיש שוב S. אפשר גם לפתוח את החלון בקישור, או להציג את ההערות מתחת לשקופית.",
    ar: "في شريط العنوان أيقونة نافذة محجوبة. انقر عليها واختر السماح بالنوافذ المنبثقة، ثم اضغط S مجددًا. يمكن أيضًا فتح النافذة بالرابط، أو عرض الملاحظات تحت الشريحة.",
    en: "The address bar shows a blocked-window icon. Click it, choose to always allow pop-ups, and press S again. You can also open the window by the link, or show the notes under the slide.",
  },
  blockedLink: { he: "פתיחת חלון המרצה", ar: "فتح نافذة المتحدث", en: "Open the speaker window" },
  blockedNotes: { he: "ההערות מתחת לשקופית", ar: "الملاحظات تحت الشريحة", en: "Notes under the slide" },
  twoScreens: {
    he: "מחובר מסך נוסף. להציג עליו את המצגת במסך מלא?",
    ar: "هناك شاشة أخرى. هل تُعرض الشرائح عليها بملء الشاشة؟",
    en: "There is another screen. Show the deck on it, in full screen?",
  },
  placeWindows: { he: "הצגה במסך השני", ar: "العرض على الشاشة الثانية", en: "Show on the other screen" },
  notNow: { he: "לא עכשיו", ar: "ليس الآن", en: "Not now" },
  placeFailed: {
    he: "הדפדפן לא אפשר להעביר את החלון. אפשר לגרור אותו למסך השני ולהקיש F.",
    ar: "لم يسمح المتصفح بنقل النافذة. يمكن سحبها إلى الشاشة الثانية والضغط على F.",
    en: "The browser did not allow moving the window. Drag it to the other screen and press F.",
  },

  // Drawing and printing.
  printTitle: { he: "הדפסה או PDF", ar: "طباعة أو PDF", en: "Print or PDF" },
  printInk: { he: "לכלול את הציורים", ar: "تضمين الرسوم", en: "Include the drawings" },
  printGo: { he: "הדפסה", ar: "طباعة", en: "Print" },
  drawingOn: { he: "ציור: {tool}. Esc לסיום", ar: "رسم: {tool}. Esc للإنهاء", en: "Drawing: {tool}. Esc to end" },

  // Rehearsal and teleprompter.
  rehearsing: { he: "חזרה מוקלטת", ar: "تدريب مسجّل", en: "Rehearsal" },
  rehearsalStarted: {
    he: "החזרה החלה: הזמן לכל שקופית נרשם",
    ar: "بدأ التدريب: يُسجَّل وقت كل شريحة",
    en: "Rehearsal started: the time on each slide is recorded",
  },
  rehearsalTitle: { he: "סיכום החזרה", ar: "ملخص التدريب", en: "Rehearsal summary" },
  slide: { he: "שקופית", ar: "شريحة", en: "Slide" },
  planned: { he: "תוכנן", ar: "المخطط", en: "Planned" },
  actual: { he: "בפועל", ar: "الفعلي", en: "Actual" },
  difference: { he: "הפרש", ar: "الفرق", en: "Difference" },
  total: { he: "סך הכול", ar: "المجموع", en: "Total" },
  saveData: { he: "שמירת הנתונים", ar: "حفظ البيانات", en: "Save the data" },
  saved: { he: "הנתונים נשמרו ליד המצגת", ar: "حُفظت البيانات بجانب العرض", en: "The data were saved beside the deck" },
  saveHelp: {
    he: "את הקובץ {file} יש לשים ליד קובץ המצגת.",
    ar: "يوضع الملف {file} بجانب ملف العرض.",
    en: "Put the file {file} beside the deck's source.",
  },
  frontMatter: {
    he: "השורה לראש קובץ המצגת",
    ar: "السطر لرأس ملف العرض",
    en: "The line for the deck's front matter",
  },
  copy: { he: "העתקה", ar: "نسخ", en: "Copy" },
  copied: { he: "הועתק", ar: "تم النسخ", en: "Copied" },
  prompter: { he: "טלפרומפטר", ar: "الملقّن", en: "Teleprompter" },
  promptRate: { he: "{n} מילים בדקה", ar: "{n} كلمة في الدقيقة", en: "{n} words a minute" },
  faster: { he: "מהר יותר", ar: "أسرع", en: "Faster" },
  slower: { he: "לאט יותר", ar: "أبطأ", en: "Slower" },
  scroll: { he: "גלילה", ar: "تمرير", en: "Scroll" },
  stop: { he: "עצירה", ar: "إيقاف", en: "Stop" },

  // In the room: phones that steer, screens that follow.
  invite: { he: "הזמנת קהל", ar: "دعوة الجمهور", en: "Invite the audience" },
  inviteFollow: { he: "לצפייה במצגת", ar: "لمتابعة العرض", en: "To follow the slides" },
  inviteRemote: { he: "לשליטה מהטלפון", ar: "للتحكم من الهاتف", en: "To steer from a phone" },
  inviteSecret: {
    he: "הכתובת הזאת מציגה את ההערות ומזיזה את המצגת: לא להראות אותה לקהל",
    ar: "هذا العنوان يعرض الملاحظات ويحرّك العرض: لا تُظهروه للجمهور",
    en: "This address shows the notes and moves the slides: do not show it to the audience",
  },
  inviteShow: { he: "הצגת הקוד", ar: "إظهار الرمز", en: "Show the code" },
  live: { he: "שידור חי", ar: "بث مباشر", en: "Live" },
  backToLive: { he: "חזרה לשקופית שעל המסך", ar: "العودة إلى الشريحة المعروضة", en: "Back to the slide on screen" },
  reconnecting: {
    he: "החיבור נותק. מתחבר מחדש…",
    ar: "انقطع الاتصال. إعادة الاتصال…",
    en: "The connection was lost. Connecting again…",
  },
  waiting: { he: "המצגת עוד לא התחילה", ar: "لم يبدأ العرض بعد", en: "The presentation has not begun" },
  remote: { he: "שלט", ar: "جهاز التحكم", en: "Remote" },
} as const satisfies Readonly<Record<string, Row>>;

export type ClientKey = keyof typeof CLIENT_STRINGS;
export type ClientStrings = Readonly<Record<ClientKey, string>>;

const COLUMN: Readonly<Record<Lang, keyof Row>> = { he: "he", yi: "he", ar: "ar", fa: "ar", en: "en" };

/** One column of the table. Yiddish decks speak Hebrew to their presenter, Persian ones Arabic. */
export function clientStrings(lang: Lang): ClientStrings {
  const column = COLUMN[lang];
  return Object.fromEntries(Object.entries(CLIENT_STRINGS).map(([key, row]) => [key, row[column]])) as ClientStrings;
}
