/** Sentences of Hebrew, each beside every order that turns it around at a word. */

const sentences = [
  "הממשלה החליטה להאריך את תוקף ההסכם עם ארצות הברית",
  "הפסגה הסתיימה בלא מסמך משותף של שני המנהיגים",
  "ועדת הכספים של הכנסת דנה בהצעת החוק במשך שעות",
  "לדברי גורמים במשרד הביטחון אין כל שינוי במדיניות",
  "האם המשטר בטהראן יסכים לפיקוח על מתקני הגרעין שלו?",
].map((sentence) => sentence.split(" "));

const turned = sentences.flatMap((words) =>
  words.slice(1).map((_, k) => [words, [...words.slice(k + 1), ...words.slice(0, k + 1)]] as const),
);

/** In which share of them is the right order judged to be the better one? */
export function shareOfRightOrders(judge: (words: readonly string[]) => number): number {
  return turned.filter(([words, other]) => judge(words) > judge(other)).length / turned.length;
}
