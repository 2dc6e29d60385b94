/**
 * What every diagnostic says, in three languages. A room may have a table of its own beside this one.
 */
import { error, hint, type MessageTable, warning } from "./message-row.ts";

export const MESSAGES: MessageTable = {
  "source/too-large": error([
    "הקובץ גדול מדי: {size} מ״ב, והגבול הוא {limit} מ״ב",
    "الملف كبير جدًا: {size} ميغابايت، والحد {limit}",
    "The file is too large: {size} MB, the limit is {limit} MB",
  ]),
  "source/not-utf8": error(
    [
      "הקובץ אינו בקידוד UTF-8 (בית {byte})",
      "الملف ليس بترميز UTF-8 (البايت {byte})",
      "The file is not UTF-8 (byte {byte})",
    ],
    ["שמרו את הקובץ בקידוד UTF-8", "احفظوا الملف بترميز UTF-8", "Save the file as UTF-8"],
  ),
  "source/nul": error([
    "בקובץ יש תו NUL: אולי זה אינו קובץ טקסט",
    "في الملف محرف NUL: لعله ليس ملفًا نصيًا",
    "The file has a NUL character: perhaps it is not a text file",
  ]),
  "meta/yaml": error([
    "שגיאת YAML בראש הקובץ: {detail}",
    "خطأ YAML في مقدمة الملف: {detail}",
    "YAML error in the front matter: {detail}",
  ]),
  "meta/not-a-mapping": error([
    "ראש הקובץ צריך להיות רשימה של „מפתח: ערך”",
    "يجب أن تكون المقدمة قائمة من „مفتاح: قيمة”",
    "The front matter must be a list of `key: value`",
  ]),
  "meta/unclosed": error(
    [
      "ראש הקובץ נפתח בשורה --- ולא נסגר",
      "فُتحت مقدمة الملف بالسطر --- ولم تُغلق",
      "The front matter opens with --- and is not closed",
    ],
    ["הוסיפו שורה --- אחרי המפתח האחרון", "أضيفوا سطر --- بعد المفتاح الأخير", "Add a line --- after the last key"],
  ),
  "meta/unknown-key": warning(
    ["המפתח „{key}” אינו מוכר", "المفتاح „{key}” غير معروف", "Unknown key `{key}`"],
    ["האם הכוונה ל„{nearest}”?", "هل المقصود „{nearest}”؟", "Did you mean `{nearest}`?"],
  ),
  "meta/duplicate-key": warning([
    "„{key}” כבר נכתב כ„{other}”; הערך הראשון קובע",
    "„{key}” سبق أن كُتب „{other}”؛ تؤخذ القيمة الأولى",
    "`{key}` is already given as `{other}`; the first one counts",
  ]),
  "meta/bad-value": warning([
    "הערך של „{key}” אינו תקין: צריך {expected}",
    "قيمة „{key}” غير صالحة: المطلوب {expected}",
    "The value of `{key}` is not valid: expected {expected}",
  ]),
  "meta/unknown-theme": warning(
    [
      "אין ערכת עיצוב בשם „{name}”; הדף נבנה בערכה הרגילה",
      "لا يوجد تصميم باسم „{name}”؛ بُنيت الصفحة بالتصميم المعتاد",
      "There is no theme `{name}`; the page has the usual one",
    ],
    ["האם הכוונה ל„{nearest}”?", "هل المقصود „{nearest}”؟", "Did you mean `{nearest}`?"],
  ),
  "meta/alias": error([
    "הפניות של YAML (& ו-*) אינן נתמכות",
    "إحالات YAML (& و*) غير مدعومة",
    "YAML anchors and aliases are not supported",
  ]),
  "deck/no-title": warning(
    ["למצגת אין כותרת", "ليس للعرض عنوان", "The deck has no title"],
    [
      "כתבו title: או כותרת: בראש הקובץ, בין שתי שורות ---",
      "اكتبوا title: في مقدمة الملف بين سطري ---",
      "Write `title:` at the top of the file, between two lines of ---",
    ],
  ),
  "deck/empty": warning(["אין במצגת שקופיות", "لا شرائح في العرض", "The deck has no slides"]),
  "deck/unclosed-block": error(
    ["הבלוק „::: {name}” אינו נסגר", "الكتلة „::: {name}” غير مغلقة", "The block `::: {name}` is not closed"],
    ["הוסיפו שורה ::: אחריו", "أضيفوا سطر ::: بعده", "Add a line ::: after it"],
  ),
  "deck/stray-close": warning([
    "שורת ::: בלי בלוק שנפתח לפניה",
    "سطر ::: دون كتلة مفتوحة قبله",
    "A line ::: without an open block before it",
  ]),
  "deck/unknown-block": warning(
    [
      "הבלוק „{name}” אינו מוכר; תוכנו מוצג כטקסט",
      "الكتلة „{name}” غير معروفة؛ يظهر محتواها نصًا",
      "Unknown block `{name}`; its content is shown as text",
    ],
    ["האם הכוונה ל„{nearest}”?", "هل المقصود „{nearest}”؟", "Did you mean `{nearest}`?"],
  ),
  "deck/misplaced-block": warning([
    "הבלוק „{name}” אינו יכול לעמוד כאן",
    "لا يمكن أن تقع الكتلة „{name}” هنا",
    "The block `{name}` cannot stand here",
  ]),
  "deck/unclosed-code": error(
    ["בלוק הקוד אינו נסגר", "كتلة الشيفرة غير مغلقة", "The code block is not closed"],
    ["הוסיפו שורה {fence} אחריו", "أضيفوا سطر {fence} بعدها", "Add a line {fence} after it"],
  ),
  "deck/unclosed-comment": error(
    ["ההערה נפתחה ב-<!-- ולא נסגרה", "فُتح التعليق بـ <!-- ولم يُغلق", "The comment opens with <!-- and is not closed"],
    ["הוסיפו --> בסופה", "أضيفوا --> في نهايته", "Add --> at its end"],
  ),
  "deck/unknown-attribute": warning(
    ["המאפיין „{name}” אינו מוכר כאן", "الخاصية „{name}” غير معروفة هنا", "Unknown attribute `{name}` here"],
    ["האם הכוונה ל„{nearest}”?", "هل المقصود „{nearest}”؟", "Did you mean `{nearest}`?"],
  ),
  "deck/bad-attribute": warning([
    "הערך של „{name}” אינו תקין: צריך {expected}",
    "قيمة „{name}” غير صالحة: المطلوب {expected}",
    "The value of `{name}` is not valid: expected {expected}",
  ]),
  "deck/stray-attributes": warning([
    "אין מתחת לשורה הזאת רשימה שהמאפיינים יחולו עליה",
    "لا قائمة تحت هذا السطر لتنطبق عليها الخصائص",
    "There is no list below this line for the attributes",
  ]),
  "deck/part-layout": hint([
    "„#” פותח חלק; לשקופית שלה פריסה משלה כתבו „##”",
    "„#” يفتح جزءًا؛ للشريحة ذات التخطيط اكتبوا „##”",
    "`#` opens a part; write `##` for a slide with a layout of its own",
  ]),
  "deck/duplicate-id": warning([
    "המזהה „{id}” כבר ניתן לשקופית אחרת",
    "المعرّف „{id}” معطى لشريحة أخرى",
    "The id `{id}` belongs to another slide already",
  ]),
  "deck/missing-alt": warning(
    ["לתמונה {src} אין טקסט חלופי", "ليس للصورة {src} نص بديل", "The picture {src} has no alternative text"],
    [
      "כתבו מה רואים בה: ![תיאור]({src})",
      "اكتبوا ما يُرى فيها: ![وصف]({src})",
      "Say what it shows: ![description]({src})",
    ],
  ),
  "deck/link-scheme": warning(
    [
      "הקישור ל-{href} אינו מותר ומוצג כטקסט",
      "الرابط {href} غير مسموح ويظهر نصًا",
      "The link to {href} is not allowed and is shown as text",
    ],
    [
      "מותרים http, https, mailto, tel ו-#מזהה-של-שקופית",
      "المسموح: http وhttps وmailto وtel و#معرّف-شريحة",
      "Allowed are http, https, mailto, tel and #slide-id",
    ],
  ),
  "deck/dead-fragment": warning(
    ["אין במצגת שקופית שהמזהה שלה {id}", "لا شريحة معرّفها {id}", "No slide has the id {id}"],
    ["האם הכוונה ל-#{nearest}?", "هل المقصود #{nearest}؟", "Did you mean #{nearest}?"],
  ),
  "deck/raw-html": warning(
    [
      "תג ה-HTML ‎{tag}‎ אינו מותר ומוצג כטקסט",
      "وسم HTML ‎{tag}‎ غير مسموح ويظهر نصًا",
      "The HTML tag {tag} is not allowed and is shown as text",
    ],
    ["מותרים: {allowed}", "المسموح: {allowed}", "Allowed: {allowed}"],
  ),
  "deck/literal-emphasis": warning(
    [
      "הכוכביות כאן אינן מדגישות: הסימן אינו צמוד למילה כנדרש",
      "النجوم هنا لا تُبرز النص",
      "The asterisks here do not mark emphasis",
    ],
    [
      "כתבו <b>…</b> במקומן, או \\* לכוכבית עצמה",
      "اكتبوا <b>…</b> بدلها، أو \\* للنجمة نفسها",
      "Write <b>…</b> instead, or \\* for the asterisk itself",
    ],
  ),
  "deck/unknown-footnote": warning([
    "להערת השוליים {id} אין טקסט",
    "ليس للحاشية {id} نص",
    "The footnote {id} has no text",
  ]),
  "deck/unused-footnote": hint([
    "איש אינו מפנה להערת השוליים {id}",
    "لا إحالة إلى الحاشية {id}",
    "Nothing refers to the footnote {id}",
  ]),
  "deck/duplicate-footnote": warning([
    "הערת השוליים {id} כבר הוגדרה",
    "الحاشية {id} معرّفة من قبل",
    "The footnote {id} is defined already",
  ]),
  "deck/notes-twice": hint([
    "לשקופית כמה הערות דובר; הן מחוברות",
    "للشريحة أكثر من ملاحظة؛ ضُمّت معًا",
    "The slide has several notes; they are joined",
  ]),
  "deck/too-deep": warning([
    "קינון עמוק מדי; מכאן הכול מוצג כטקסט",
    "تداخل عميق جدًا؛ يظهر الباقي نصًا",
    "Nested too deeply; from here it is shown as text",
  ]),
  "deck/too-long": warning([
    "פסקה ארוכה מאוד ({length} תווים); היא מוצגת כטקסט בלי עיצוב",
    "فقرة طويلة جدًا ({length} محرف)؛ تظهر نصًا بلا تنسيق",
    "A very long paragraph ({length} characters); it is shown as plain text",
  ]),
  "deck/split": warning([
    "בשקופית יש {length} תווים ברצף; הם נקראים בחלקים",
    "في الشريحة {length} محرفًا متصلًا؛ تُقرأ على أجزاء",
    "The slide has {length} characters in a row; they are read in pieces",
  ]),
  "deck/event-without-date": warning([
    "אירוע בציר הזמן בלי זמן: כתבו „מתי: מה”",
    "حدث بلا زمن: اكتبوا „متى: ماذا”",
    "An event without a time: write `when: what`",
  ]),
  "deck/expected-list": warning([
    "בלוק „{name}” צריך רשימה של שורות שמתחילות ב-„- ”",
    "الكتلة „{name}” تحتاج إلى قائمة أسطر تبدأ بـ „- ”",
    "The block `{name}` needs a list of lines that start with `- `",
  ]),
  "image/remote": error(
    [
      "התמונה „{src}” נמצאת ברשת, ומצגת אינה פונה לרשת",
      "الصورة „{src}” على الشبكة، والعرض لا يتصل بالشبكة",
      "The picture `{src}` is on the network, and a deck asks the network for nothing",
    ],
    [
      "שמרו אותה ליד המצגת וכתבו את שם הקובץ",
      "احفظوها بجانب العرض واكتبوا اسم الملف",
      "Save it beside the deck and write the file's name",
    ],
  ),
  "image/outside": error(
    [
      "התמונה „{src}” נמצאת מחוץ לתיקיית הפרויקט",
      "الصورة „{src}” خارج مجلد المشروع",
      "The picture `{src}` is outside the project's folder",
    ],
    ["העתיקו אותה אל תיקיית המצגת", "انسخوها إلى مجلد العرض", "Copy it into the deck's folder"],
  ),
  "image/missing": error(["אין קובץ תמונה „{src}”", "لا يوجد ملف صورة „{src}”", "There is no picture `{src}`"]),
  "image/not-an-image": error(
    [
      "הקובץ „{src}” אינו תמונה שדפדפן מציג",
      "الملف „{src}” ليس صورة يعرضها المتصفح",
      "`{src}` is no picture that a browser shows",
    ],
    [
      "אפשר: PNG, JPEG, GIF, WebP, AVIF, SVG",
      "الممكن: PNG وJPEG وGIF وWebP وAVIF وSVG",
      "PNG, JPEG, GIF, WebP, AVIF and SVG are possible",
    ],
  ),
  "export/picture-format": warning(
    [
      "התמונה „{src}” היא מסוג {type}, ש-PowerPoint אינו מציג; במקומה נכתב הטקסט החלופי",
      "الصورة „{src}” من نوع {type} الذي لا يعرضه PowerPoint؛ كُتب مكانها النص البديل",
      "PowerPoint does not show {type}; the alternative text of `{src}` stands in its place",
    ],
    ["המירו את התמונה ל-PNG או ל-JPEG", "حوّلوا الصورة إلى PNG أو JPEG", "Convert the picture to PNG or JPEG"],
  ),
  "export/bad-reference": error(
    [
      "{file} אינו תבנית PowerPoint שאפשר להשתמש בה",
      "‏{file} ليس قالب PowerPoint يمكن استخدامه",
      "{file} is no PowerPoint template that can be used",
    ],
    [
      "שמרו אותו ב-PowerPoint כ-pptx או כ-potx, בלי קישורים לקבצים חיצוניים",
      "احفظوه في PowerPoint بصيغة pptx أو potx دون روابط إلى ملفات خارجية",
      "Save it in PowerPoint as .pptx or .potx, without links to files outside",
    ],
  ),
  "export/no-layout": warning(
    [
      "בתבנית {file} אין פריסה שמתאימה ל„{layout}”; נלקחה „{used}”",
      "ليس في القالب {file} تخطيط يلائم „{layout}”؛ استُخدم „{used}”",
      "The template {file} has no layout for `{layout}`; `{used}` was used",
    ],
    [
      "תנו לאחת הפריסות בתבנית את השם „{layout}”",
      "أعطوا أحد تخطيطات القالب الاسم „{layout}”",
      "Give one of the template's layouts the name `{layout}`",
    ],
  ),
  "image/too-large": error([
    "התמונה „{src}” גדולה מ־16 מ״ב",
    "الصورة „{src}” أكبر من 16 ميغابايت",
    "The picture `{src}` is larger than 16 MB",
  ]),
  "layout/overflow": warning(
    [
      "השקופית „{slide}” מלאה מדי: גם בגודל הקטן ביותר חסר מקום ל־{lines} שורות בערך",
      "الشريحة „{slide}” ممتلئة أكثر من اللازم: حتى بأصغر حجم ينقص مكان لنحو {lines} أسطر",
      "The slide `{slide}` is too full: even at the smallest size about {lines} lines do not fit",
    ],
    [
      "קצרו, או חלקו אותה לשתי שקופיות",
      "اختصروا أو وزّعوا المحتوى على شريحتين",
      "Shorten it, or divide it into two slides",
    ],
  ),
  "template/missing": error(["חסרה תבנית: {path}", "القالب ناقص: {path}", "The template {path} is missing"]),
  "template/syntax": error([
    "שגיאת תחביר בתבנית: {detail}",
    "خطأ نحوي في القالب: {detail}",
    "Syntax error in the template: {detail}",
  ]),
  "template/unknown-path": error(
    [
      "התבנית מבקשת את „{name}”, ואין שדה כזה",
      "القالب يطلب „{name}” ولا حقل بهذا الاسم",
      "The template asks for `{name}`, and there is no such field",
    ],
    ["האם הכוונה ל„{nearest}”?", "هل المقصود „{nearest}”؟", "Did you mean `{nearest}`?"],
  ),
  "template/unknown-helper": error([
    "אין פעולה בשם „{name}” בתבניות",
    "لا توجد دالة باسم „{name}” في القوالب",
    "There is no helper `{name}`",
  ]),
  "template/unknown-partial": error(
    ["אין תבנית חלקית בשם „{name}”", "لا يوجد قالب جزئي باسم „{name}”", "There is no partial `{name}`"],
    ["האם הכוונה ל„{nearest}”?", "هل المقصود „{nearest}”؟", "Did you mean `{nearest}`?"],
  ),
  "template/unescaped": error(
    [
      "{{{{name}}}} מכניס טקסט לדף בלי הגנה; השדה אינו HTML",
      "{{{{name}}}} يُدخل نصًا بلا حماية؛ الحقل ليس HTML",
      "{{{{name}}}} puts text into the page unescaped; the field is not HTML",
    ],
    [
      "כתבו {{{name}}}, בשני זוגות סוגריים",
      "اكتبوا {{{name}}} بزوجين من الأقواس",
      "Write {{{name}}}, with two pairs of braces",
    ],
  ),
  "template/unguarded": error(
    ["„{name}” יכול להיות חסר", "„{name}” قد يكون غائبًا", "`{name}` may be absent"],
    ["שאלו קודם {{#if {name}}}", "اسألوا أولًا {{#if {name}}}", "Ask {{#if {name}}} first"],
  ),
  "template/not-a-value": error([
    "„{name}” אינו ערך שאפשר להדפיס",
    "„{name}” ليس قيمة تُطبع",
    "`{name}` is not a value that can be printed",
  ]),
  "template/not-a-list": error(["„{name}” אינו רשימה", "„{name}” ليس قائمة", "`{name}` is not a list"]),
  "template/wrong-context": error([
    "התבנית החלקית „{name}” צריכה את השדה „{field}”, ואין כזה כאן",
    "القالب الجزئي „{name}” يحتاج الحقل „{field}” وهو غير موجود هنا",
    "The partial `{name}` needs the field `{field}`, which is not here",
  ]),
};
