/** The type that a theme sets: faces and measures, read from the same style sheets as the page. */
import type { Lang } from "../../deck/types.ts";
import type { FaceMetrics } from "../fonts/face.ts";
import { type Theme, tokenNumber } from "../theme.ts";
import { type Advances, type Faces, tabulate } from "./ruler.ts";

export interface TypeSettings {
  readonly text: Faces;
  readonly display: Faces;
  readonly poster: Faces;
  /** A measure of the tokens, in px, ems or as a bare number, as the token has it. */
  readonly measure: (token: string) => number;
  /** Text sizes in px by density. */
  readonly sizes: readonly number[];
  readonly titleScales: readonly number[];
}

const STEPS = [0, 1, 2, 3] as const;
const ARABIC_FAMILY = "Vazirmatn";
/** base.css sets these for Arabic and Persian decks. */
const ARABIC_LINES: Readonly<Record<string, number>> = { "line-text": 1.6, "line-title": 1.4 };
/** Where no metrics are at hand (a theme of a user's own fonts): every letter counts as a wide one. */
const NO_METRICS: FaceMetrics = { family: "", weight: 400, ascent: 1000, descent: 300, widths: { " ": 260 } };

export function readType(theme: Theme, fonts: readonly FaceMetrics[], lang: Lang): TypeSettings {
  const { tokens } = theme;
  const arabic = lang === "ar" || lang === "fa";
  const tables = new Map<FaceMetrics, Advances>();
  const face = (family: string, weight: number): Advances => {
    const name = arabic ? ARABIC_FAMILY : (tokens.get(family) ?? "").replaceAll('"', "");
    const candidates = fonts.filter((font) => font.family === name);
    const metrics =
      candidates.find((font) => font.weight === weight) ??
      candidates.findLast((font) => font.weight <= weight) ??
      NO_METRICS;
    const table = tables.get(metrics) ?? tabulate(metrics);
    tables.set(metrics, table);
    return table;
  };
  const weight = (name: string): number => tokenNumber(tokens, name);
  const pair = (family: string, text: string, strong: string): Faces => ({
    text: face(family, weight(text)),
    strong: face(family, weight(strong)),
  });
  const measures = new Map<string, number>();
  const measure = (token: string): number => {
    const known = measures.get(token) ?? (arabic ? ARABIC_LINES[token] : undefined) ?? tokenNumber(tokens, token);
    measures.set(token, known);
    return known;
  };
  return {
    text: pair("font-text", "weight-text", "weight-strong"),
    display: pair("font-display", "weight-display", "weight-display"),
    poster: pair("font-display", "weight-poster", "weight-poster"),
    measure,
    sizes: STEPS.map((step) => tokenNumber(tokens, `text-${step}`)),
    titleScales: STEPS.map((step) => tokenNumber(tokens, `title-scale-${step}`)),
  };
}
