import { type Edit, editMatches } from "./edit.ts";

const NBSP = "\u00A0";
const LETTER = "\\u05D0-\\u05EA";
/** No letter, point, geresh or gershayim before: the word starts here. */
const EDGE = `(?<![${LETTER}\\u0591-\\u05C7\\u05F3\\u05F4"'])`;

const UNITS =
  "מיליון|מיליוני|מיליארד|מיליארדי|טריליון|אלף|אלפי|אחוז|אחוזים|דולר|דולרים|שקל|שקלים|אירו|יורו|דונם|מעלות|טון|ליטר|" +
  'ק[״"]מ|ק[״"]ג|ס[״"]מ|מ[״"]מ|מ[״"]ר|קמ[״"]ש|קוט[״"]ש|ש[״"]ח|שעות|דקות|שניות|ימים|שנים|שנה';
const MONTHS = "ב?(?:ינואר|פברואר|מרץ|מרס|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר)";
const COUNTED = "עמ[׳']|עמוד|סעיף|סעיפים|ס[׳']|פרק|תרשים|טבלה|לוח|תקנה|החלטה|שקופית|מס[׳']|גיליון|כרך|חוברת";
const TITLES = 'ד[״"]ר|פרופ[׳\']|עו[״"]ד|גב[׳\']|מר|הרב|אל[״"]מ|תא[״"]ל|סא[״"]ל|ח[״"]כ';

/** A place where a line must not break: the space before `ahead`, after `behind`. */
const PLACES: readonly RegExp[] = [
  // A number and its unit: 5 מיליון.
  new RegExp(`(?<=\\d[%]?) (?=(?:${UNITS})(?![${LETTER}]))`, "g"),
  // A day and its month: 11 במרץ.
  new RegExp(`(?<=(?<!\\d)\\d{1,2}) (?=${MONTHS}(?![${LETTER}]))`, "g"),
  // What is counted and its number: סעיף 3, עמ׳ 5.
  new RegExp(`(?<=${EDGE}(?:[ושהבכלמ]{0,2}(?:${COUNTED}))) (?=\\d)`, "g"),
  // A title and a name: ד״ר כהן.
  new RegExp(`(?<=${EDGE}[ושהבכלמ]{0,2}(?:${TITLES})) (?=[${LETTER}])`, "g"),
  // A word of one letter and the next: א הוא.
  new RegExp(`(?<=${EDGE}[${LETTER}]) (?=[${LETTER}\\d])`, "g"),
];

/** A space that holds its words together (no break between number and unit, title and name; W3C hlreq, line breaking). */
export function spaces(text: string): Edit[] {
  if (!text.includes(" ")) return [];
  const found = PLACES.flatMap((place) =>
    editMatches(text, place, ({ index }) => ({ start: index, end: index + 1, text: NBSP })),
  );
  const byPlace = new Map(found.map((edit) => [edit.start, edit]));
  return [...byPlace.values()].sort((a, b) => a.start - b.start);
}
