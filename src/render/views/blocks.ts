/** Blocks → the views of their partials. */

import { plainText } from "../../deck/plain.ts";
import {
  type BigNumber,
  type Columns,
  type Comparison,
  type Confidence,
  type Figure,
  type Judgment,
  LIKELIHOODS,
  type Likelihood,
  type Options,
  type Quote,
  type Sources,
  type Table,
  type TableCell,
  type Timeline,
} from "../../deck/types.ts";
import { type BlockContext, renderTight } from "../context.ts";
import type {
  FigureView,
  JudgmentView,
  NumberView,
  PanelsView,
  QuoteView,
  SourcesView,
  TableView,
  TimelineView,
} from "../contract/blocks.ts";
import { orNull } from "../html.ts";
import { renderInlines } from "../inlines.ts";
import { LIKELIHOOD_RANGES } from "../labels.ts";
import { readRatio } from "./ratio.ts";

/** Panels beyond this number wrap into rows of up to three. */
const MOST_COLUMNS = 4;

export function columnsOf(panels: number): number {
  if (panels <= MOST_COLUMNS) return Math.max(panels, 1);
  return 3;
}

export function viewPanels({ panels }: Columns | Comparison | Options, context: BlockContext): PanelsView {
  return {
    columns: columnsOf(panels.length),
    panels: panels.map((panel, i) => ({
      title: orNull(renderInlines(panel.title, context)),
      body: context.draw(panel.blocks, context),
      letter: context.labels.letters.charAt(i),
    })),
  };
}

export function viewTimeline({ events, steps }: Timeline, context: BlockContext): TimelineView {
  return {
    count: events.length,
    events: events.map(({ when, what }) => ({
      when: renderInlines(when, context),
      what: renderInlines(what, context),
      step: steps,
    })),
  };
}

export function viewNumber({ value, label, blocks }: BigNumber, context: BlockContext): NumberView {
  const ratio = readRatio(plainText(value));
  return {
    value: renderInlines(value, context),
    label: orNull(renderInlines(label, context)),
    context: orNull(context.draw(blocks, context)),
    ratio: ratio && {
      part: ratio.part,
      whole: ratio.whole,
      cells: Array.from({ length: ratio.total }, (_, i) => ({ on: i < ratio.count })),
    },
  };
}

export function viewJudgment({ likelihood, confidence, blocks }: Judgment, context: BlockContext): JudgmentView {
  return {
    statement: context.draw(blocks, context),
    likelihood: likelihood && viewLikelihood(likelihood, context),
    confidence: confidence && viewConfidence(confidence, context),
  };
}

function viewLikelihood(likelihood: Likelihood, { labels }: BlockContext): JudgmentView["likelihood"] {
  return {
    title: labels.likelihood,
    label: labels.likelihoods[likelihood],
    range: LIKELIHOOD_RANGES[likelihood],
    bins: LIKELIHOODS.map((bin) => ({ on: bin === likelihood })),
  };
}

const CONFIDENCES: readonly Confidence[] = ["low", "medium", "high"];

function viewConfidence(confidence: Confidence, { labels }: BlockContext): JudgmentView["confidence"] {
  const level = CONFIDENCES.indexOf(confidence);
  return {
    title: labels.confidence,
    label: labels.confidences[confidence],
    levels: CONFIDENCES.map((_, i) => ({ on: i <= level })),
  };
}

export function viewQuote({ blocks, attribution }: Quote, context: BlockContext): QuoteView {
  return { text: context.draw(blocks, context), attribution: orNull(renderInlines(attribution, context)) };
}

export function viewFigure({ src, alt, caption }: Figure, context: BlockContext): FigureView {
  return { src: context.images.get(src) ?? null, alt, caption: orNull(renderInlines(caption, context)) };
}

export function viewTable({ head, rows, align }: Table, context: BlockContext): TableView {
  const cell = (header: boolean) => (cell: TableCell, i: number) => ({
    content: renderInlines(cell.inlines, context),
    align: align[i] ?? "start",
    empty: cell.inlines.length === 0,
    header: header || (i === 0 && head.length > 1),
  });
  return {
    columns: head.length,
    head: head.map(cell(true)),
    rows: rows.map((cells) => ({ cells: cells.map(cell(false)) })),
  };
}

export function viewSources({ items }: Sources, context: BlockContext): SourcesView {
  return { items: items.map((item) => renderTight(item.blocks, context)) };
}
