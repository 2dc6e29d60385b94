/**
 * Forty-four kinds of mixed text that go wrong in a right-to-left line when nothing is done, and what must be seen, left
 * to right, in the notation of `sentences.txt`. `sure` rows are set by the tool always, `guarded` ones by a rule with a
 * guard or the policy for ranges (here `preserve`), `left` ones need nothing and must stay right.
 */
export interface Row {
  readonly name: string;
  readonly kind: "sure" | "guarded" | "left";
  readonly source: string;
  readonly seen: string;
}

const row = (name: string, kind: Row["kind"], source: string, seen: string): Row => ({ name, kind, source, seen });

export const ROWS: readonly Row[] = [
  row("1 signs after a name", "sure", "הקוד ב-C++ נבדק", "… C++־…"),
  row("2 a dot before a name", "sure", "תשתית .NET חדשה", "… .NET …"),
  row("3 an account", "sure", "בחשבון @INSSIsrael אתמול", "… @INSSIsrael …"),
  row("5 an abbreviation", "guarded", "חברת Apple Inc. הודיעה", "… Apple Inc. …"),
  row("6 a quotation", "guarded", 'נכתב: "No deal!" אמר', '… "No deal!" :…'),
  row("7 a stop of the sentence", "left", "פורסם על ידי OECD.", ".OECD …"),
  row("8 brackets around a name", "sure", "ארגון (WHO) הודיע", "… (WHO) …"),
  row("10 a name and a percentage", "sure", "התקבל מ-IAEA 83.7% בלבד", "… 83.7% IAEA־…"),
  row("11 a name, a comma, a number", "sure", "לפי CNN, 45 נהרגו", "… 45 ,CNN …"),
  row("12 a name, a colon, a number", "sure", "COVID-19: 3,000 חולים", "… 3,000 :COVID-19"),
  row("13 a reference after a name", "sure", "לפי RAND [12] המגמה", "… [12] RAND …"),
  row("14 a plus of the name", "sure", "OPEC+: הפחתה", "… :OPEC+"),
  row("15 a range with a hyphen", "guarded", "בשנים 2019-2023 בלבד", "… 2019-2023 …"),
  row("16 a range with a dash", "guarded", "בשנים 2019–2023 בלבד", "… 2023–2019 …"),
  row("17 a range of percentages", "guarded", "עלייה של 10%-15% בשנה", "… 10%-15% …"),
  row("18 a range with one percent sign", "guarded", "עלייה של 5–7% בשנה", "… 5–7% …"),
  row("19 a minus", "sure", "צמיחה של -3.2% בלבד", "… -3.2% …"),
  row("21 a plus", "sure", "גידול של +12% במכירות", "… +12% …"),
  row("22 about", "sure", "כ- ~500 איש", "… ~500 -…"),
  row("23 less than", "sure", "פחות מ <5% מהם", "… <5% …"),
  row("24 an international number", "sure", "טלפון: +972-3-640-0400", "+972-3-640-0400 :…"),
  row("25 a code in brackets", "sure", "פקס (03) 640 0400 בלבד", "… (03) 640 0400 …"),
  row("26 a short number", "sure", "חייגו *6050 עכשיו", "… *6050 …"),
  row("27 a trailing shekel", "sure", "עלות 1,250₪ בלבד", "… ₪1,250 …"),
  row("28 a range of money", "sure", "₪1.2–1.5 מיליארד", "… ₪1.2–1.5"),
  row("29 money below zero", "sure", "סכום -₪1,250 בלבד", "… -₪1,250 …"),
  row("30 dates", "left", "ב-11.3.2019 או 11/3/2019 או 2019-03-11", "2019-03-11 … 11/3/2019 … 11.3.2019־…"),
  row("31 dates from and to", "left", "הכנס 11.3.2019 – 14.3.2019", "14.3.2019 – 11.3.2019 …"),
  row("32 hours", "guarded", "בין 16:00-18:00 סגור", "… 16:00-18:00 …"),
  row("33 one of many", "guarded", "שקופית 3 / 12 במצגת", "… 3 / 12 …"),
  row("34 a ratio", "sure", "יחס 3 : 1 או 3:1", "3:1 … 3 : 1 …"),
  row("35 dimensions", "sure", "מסך 1920×1080 רחב", "… 1920×1080 …"),
  row("36 degrees on the map", "sure", "המיקום 31°46'N 35°13'E סומן", "… 31°46'N 35°13'E …"),
  row("37 decimal degrees", "guarded", 'נ"צ 31.7683, 35.2137 במפה', "… 31.7683, 35.2137 …"),
  row("38 an address and a stop", "sure", "ראו https://example.org/.", ".https://example.org/ …"),
  row("39 a path", "sure", "ב-/var/log/app.log נרשם", "… /var/log/app.log־…"),
  row("40 a command", "sure", "הריצו npm run build -- --rtl עכשיו", "… npm run build -- --rtl …"),
  row("41 a result", "guarded", "מובהקות p<0.05 (n=1,204) במדגם", "… p<0.05 (n=1,204) …"),
  row("42 arrows", "guarded", "זרימה A → B → C נכונה", "… A → B → C …"),
  row("45 fifty and more", "left", "בני 50+ זכאים", "… +50 …"),
  row("46 letters and digits", "sure", "רשת 5G, טילי S-300", "S-300 … ,5G …"),
  row("47 sections", "left", "החלטה 1701 (2006); סעיף 5(ב)(3)", "(3)(…)5 … ;(2006) 1701 …"),
  row("48 two names", "sure", "יחסי US–China נמשכים", "… US–China …"),
];
