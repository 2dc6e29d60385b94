/** The rules, in no order that matters: a new one is a file and a row. */
import { ambiguousMinus } from "./rules/ambiguous-minus.ts";
import { arrows } from "./rules/arrows.ts";
import { brackets } from "./rules/brackets.ts";
import { invisible, presentationForms } from "./rules/characters.ts";
import { controls } from "./rules/controls.ts";
import { dateOrder } from "./rules/date-order.ts";
import { italics } from "./rules/italics.ts";
import { judgment } from "./rules/judgment.ts";
import { latin } from "./rules/latin.ts";
import { marking } from "./rules/marking.ts";
import { mixedDigits } from "./rules/mixed-digits.ts";
import { mixedRanges } from "./rules/mixed-ranges.ts";
import { largeTables, missingNotes } from "./rules/slides.ts";
import { straightQuote } from "./rules/straight-quote.ts";
import { visualOrder } from "./rules/visual-order.ts";
import type { Rule } from "./types.ts";

export const RULES: readonly Rule[] = [
  ambiguousMinus,
  arrows,
  brackets,
  controls,
  dateOrder,
  invisible,
  italics,
  judgment,
  largeTables,
  latin,
  marking,
  missingNotes,
  mixedDigits,
  mixedRanges,
  presentationForms,
  straightQuote,
  visualOrder,
];
