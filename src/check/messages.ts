/**
 * What every finding says, in three languages. `{name}` is filled from the finding's arguments. A row: severity, then
 * Hebrew, Arabic, English; then help in the same order.
 */
import { hint, type MessageTable, warning } from "../deck/message-row.ts";

export const MESSAGES: MessageTable = {
  "bidi/ambiguous-minus": warning(
    [
      "לא ברור אם „{text}” הוא מספר שלילי או מקף של כותב",
      "ليس واضحًا أ „{text}” عدد سالب أم شرطة",
      "`{text}` may be a negative number or the author's own hyphen",
    ],
    [
      "כתבו ל־5 בלי רווח, או −5 בסימן מינוס (U+2212)",
      "اكتبوا علامة الطرح − (U+2212)، أو الشرطة ملاصقة لما قبلها",
      "Write a minus sign (U+2212), or join the hyphen to the word before it",
    ],
  ),
  "bidi/unbalanced-bracket": warning(
    [
      "לסוגר „{text}” אין בן זוג בשורה",
      "ليس للقوس „{text}” نظير في السطر",
      "The bracket `{text}` has no partner in its line",
    ],
    [
      "הוסיפו את הסוגר החסר או מחקו את המיותר",
      "أضيفوا القوس الناقص أو احذفوا الزائد",
      "Add the missing bracket, or delete this one",
    ],
  ),
  "bidi/mirrored-bracket": warning(
    [
      "הסוגר „{text}” הוקלד הפוך: הוא נראה נכון רק במקרה",
      "القوس „{text}” مكتوب معكوسًا: يبدو صحيحًا بالمصادفة",
      "The bracket `{text}` is typed the wrong way round: it looks right by accident",
    ],
    ["הקלידו „{other}”", "اكتبوا „{other}”", "Type `{other}`"],
  ),
  "bidi/arrow": warning(
    [
      "החץ „{text}” מצביע אחורה: השורה נקראת מימין לשמאל",
      "السهم „{text}” يشير إلى الوراء: يُقرأ السطر من اليمين إلى اليسار",
      "The arrow `{text}` points back: the line is read from right to left",
    ],
    [
      "כתבו „{other}” אם הכוונה לצעד הבא",
      "اكتبوا „{other}” إن كان القصد الخطوة التالية",
      "Write `{other}` if the next step is meant",
    ],
  ),
  "bidi/stray-control": hint(
    [
      "תו כיוון נסתר ({name}) שאינו משנה דבר",
      "محرف اتجاه خفي ({name}) لا يغيّر شيئًا",
      "A hidden direction mark ({name}) that changes nothing",
    ],
    ["אפשר למחוק: הכיווניות נקבעת מאליה", "يمكن حذفه: الاتجاه يُضبط تلقائيًا", "Delete it: direction is set by the tool"],
  ),
  "bidi/override": warning(
    [
      "תו כפיית כיוון ({name}): הנראה כאן אינו מה שכתוב",
      "محرف يفرض الاتجاه ({name}): ما يُرى ليس ما كُتب",
      "A direction override ({name}): what is seen here is not what is written",
    ],
    ["מחקו אותו וקראו את השורה שוב", "احذفوه واقرؤوا السطر من جديد", "Delete it and read the line again"],
  ),
  "bidi/unbalanced-isolate": warning(
    [
      "תו כיוון ({name}) שנפתח ולא נסגר, או נסגר ולא נפתח",
      "محرف اتجاه ({name}) فُتح ولم يُغلق، أو أُغلق ولم يُفتح",
      "A direction control ({name}) that is opened and not closed, or closed and not opened",
    ],
    ["אפשר למחוק: הכיווניות נקבעת מאליה", "يمكن حذفه: الاتجاه يُضبط تلقائيًا", "Delete it: direction is set by the tool"],
  ),
  "bidi/mixed-ranges": warning(
    [
      "הטווח „{text}” כתוב אחרת מרוב הטווחים במצגת, ולכן ייקרא בכיוון ההפוך",
      "المدى „{text}” مكتوب خلافًا لمعظم العرض، فيُقرأ بالاتجاه المعاكس",
      "The range `{text}` is typed unlike most in the deck, and so is drawn the other way round",
    ],
    [
      "כתבו „{other}”, או קבעו ranges: ltr בראש הקובץ",
      "اكتبوا „{other}”، أو حدّدوا ranges: ltr في المقدمة",
      "Write `{other}`, or set `ranges: ltr` in the front matter",
    ],
  ),
  "bidi/terminal-mark": hint(
    [
      "האם הסימן „{mark}” שייך לשם „{text}” או למשפט?",
      "هل العلامة „{mark}” من الاسم „{text}” أم من الجملة؟",
      "Does `{mark}` belong to the name `{text}` or to the sentence?",
    ],
    [
      "אם לשם: הוסיפו אחריו ‎&lrm; או שימו את השם במירכאות",
      "إن كانت من الاسم: أضيفوا بعدها ‎&lrm; أو ضعوا الاسم بين علامتي تنصيص",
      "If to the name: add &lrm; after it, or put the name in quotes",
    ],
  ),
  "bidi/latin-list": hint(
    [
      "רשימת השמות „{text}” תיראה מימין לשמאל, שם אחרי שם",
      "قائمة الأسماء „{text}” ستظهر من اليمين إلى اليسار",
      "The names `{text}` are drawn from right to left, one after the other",
    ],
    [
      "אם זה שם אחד שיש בו פסיק, שימו אותו במירכאות",
      "إن كان اسمًا واحدًا فيه فاصلة فضعوه بين علامتي تنصيص",
      "If it is one name with a comma in it, put it in quotes",
    ],
  ),
  "bidi/visual-order": warning(
    [
      "השורה נראית כטקסט שהודבק הפוך (סדר חזותי): {count} מילים מתחילות באות סופית",
      "يبدو السطر نصًا ملصقًا بترتيب معكوس: {count} كلمات تبدأ بحرف نهائي",
      "The line looks pasted in visual order: {count} words begin with a final letter",
    ],
    [
      "הדביקו אותה דרך tadrich import, או הקלידו מחדש",
      "ألصقوه عبر tadrich import أو أعيدوا كتابته",
      "Paste it through `tadrich import`, or type it again",
    ],
  ),
  "text/straight-quote": warning(
    [
      "המירכאות כאן אינן ראשי תיבות ואין להן בן זוג",
      "علامة التنصيص هنا بلا نظير",
      "This quote is neither an abbreviation's nor has it a partner",
    ],
    [
      "הוסיפו את המירכאות החסרות, או כתבו גרשיים: ״",
      "أضيفوا العلامة الناقصة",
      "Add the missing quote, or type gershayim: ״",
    ],
  ),
  "text/italics": hint(
    [
      "בעברית אין אות נטויה: „{text}” יודגש במשקל",
      "لا حروف مائلة هنا: سيُبرز „{text}” بالثقل",
      "Hebrew has no italics: `{text}` is shown by weight",
    ],
    ["כתבו **{text}**", "اكتبوا **{text}**", "Write **{text}**"],
  ),
  "text/invisible": hint(
    [
      "תו בלתי נראה ({name}) בתוך הטקסט",
      "محرف غير مرئي ({name}) داخل النص",
      "An invisible character ({name}) in the text",
    ],
    ["אפשר למחוק אותו", "يمكن حذفه", "It can be deleted"],
  ),
  "text/presentation-form": hint(
    [
      "האות „{text}” היא צורת תצוגה, ולא תימצא בחיפוש",
      "الحرف „{text}” شكل عرض، ولن يجده البحث",
      "The letter `{text}` is a presentation form, which search does not find",
    ],
    ["כתבו „{other}”", "اكتبوا „{other}”", "Write `{other}`"],
  ),
  "text/mixed-digits": hint(
    [
      "הספרות „{text}” אינן מסוג הספרות שברוב המצגת",
      "الأرقام „{text}” من غير نوع معظم العرض",
      "The digits `{text}` are not of the kind that most of the deck uses",
    ],
    ["כתבו „{other}”", "اكتبوا „{other}”", "Write `{other}`"],
  ),
  "text/date-order": hint(
    [
      "בתאריך „{text}” לא ברור מה היום ומה החודש",
      "في التاريخ „{text}” لا يُعرف اليوم من الشهر",
      "In the date `{text}` the day cannot be told from the month",
    ],
    ["כתבו יום.חודש.שנה, או את שם החודש", "اكتبوا اسم الشهر", "Write the name of the month"],
  ),
  "slides/missing-notes": hint(
    [
      "לשקופית „{title}” אין הערות דובר, ולרוב השקופיות יש",
      "لا ملاحظات للشريحة „{title}”، ولمعظم الشرائح ملاحظات",
      "The slide `{title}` has no notes, and most slides do",
    ],
    ["הוסיפו ::: notes ומה שייאמר", "أضيفوا ::: notes وما سيقال", "Add ::: notes and what will be said"],
  ),
  "slides/large-table": warning(
    [
      "הטבלה גדולה לשקופית: {rows} שורות, {columns} עמודות",
      "الجدول كبير على شريحة: {rows} صفوف، {columns} أعمدة",
      "The table is large for a slide: {rows} rows, {columns} columns",
    ],
    [
      "השאירו עד 8 שורות ו-6 עמודות, ואת השאר העבירו לגיבוי",
      "أبقوا 8 صفوف و6 أعمدة على الأكثر",
      "Keep to 8 rows and 6 columns; move the rest to a backup slide",
    ],
  ),
  "slides/tlp": warning(
    [
      "„{text}” אינו סימון TLP תקני",
      "„{text}” ليست علامة TLP قياسية",
      "`{text}` is not a TLP label as the standard writes it",
    ],
    [
      "כתבו „{other}”, באנגלית ובלי רווח (TLP 2.0)",
      "اكتبوا „{other}” بالإنجليزية ودون مسافة (TLP 2.0)",
      "Write `{other}`: in English, without a space (TLP 2.0)",
    ],
  ),
  "slides/judgment": hint(
    ["סבירות וביטחון באותו משפט", "الاحتمال والثقة في جملة واحدة", "Likelihood and confidence in one sentence"],
    ["הפרידו לשני משפטים (ICD 203)", "افصلوهما في جملتين (ICD 203)", "Put them in two sentences (ICD 203)"],
  ),
};
