import { KIND, kindAt } from "../characters.ts";
import { number, optionalSpaces, spaces } from "./scan.ts";
import { NONE, type Recogniser } from "./token.ts";

/** Places on the map: `31°46'N 35°13'E`, and pairs of decimal degrees, `31.7683, 35.2137`. Latitude comes first. */
export const coordinates: Recogniser = (text, at) => {
  if (kindAt(text, at - 1) === KIND.DIGIT) return null;
  const end = Math.max(degrees(text, at), decimals(text, at));
  return end > at ? { kind: "coordinates", start: at, end } : null;
};

function degrees(text: string, at: number): number {
  const first = angle(text, at);
  if (first === NONE) return NONE;
  const comma = text.charAt(first) === "," ? first + 1 : first;
  const second = angle(text, optionalSpaces(text, comma));
  return second === NONE ? first : second;
}

/** `31°46'23.5"N`: degrees, then minutes or a quarter of the compass at least, so that a temperature is none. */
function angle(text: string, at: number): number {
  const read = number(text, at);
  if (read === NONE || text.charAt(read) !== "°") return NONE;
  const minutes = marked(text, read + 1, "'′’׳");
  const seconds = marked(text, minutes, '"″”״');
  const quarter = optionalSpaces(text, seconds);
  const named = /[NSEW]/.test(text.charAt(quarter)) && kindAt(text, quarter + 1) !== KIND.LTR;
  if (named) return quarter + 1;
  return minutes > read + 1 ? seconds : NONE;
}

/** Digits and one of the marks; `at` where they are not there. */
function marked(text: string, at: number, marks: string): number {
  const start = optionalSpaces(text, at);
  const read = number(text, start);
  return read !== NONE && read - start <= 8 && text.charAt(read) !== "" && marks.includes(text.charAt(read))
    ? read + 1
    : at;
}

/** Two decimals of three places and more, within the globe, with a comma between. */
function decimals(text: string, at: number): number {
  const first = decimal(text, at, 90);
  if (first === NONE || text.charAt(first) !== ",") return NONE;
  const gap = spaces(text, first + 1);
  return gap === NONE ? NONE : decimal(text, gap, 180);
}

function decimal(text: string, at: number, most: number): number {
  const digits = "-−".includes(text.charAt(at)) && text.charAt(at) !== "" ? at + 1 : at;
  const end = number(text, digits);
  if (end === NONE || end - digits > 14) return NONE;
  const written = text.slice(digits, end);
  return /^\d{1,3}\.\d{3,}$/.test(written) && Number(written) <= most ? end : NONE;
}
