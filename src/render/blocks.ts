/** Blocks → HTML: one writer a type of block. Composite blocks are drawn by the partial of their name. */
import type { Block, BlockType, ListItem } from "../deck/types.ts";
import { type BlockContext, renderTight } from "./context.ts";
import { EMPTY, Html, html, joinHtml } from "./html.ts";
import { renderInlines } from "./inlines.ts";
import type { Labels } from "./labels.ts";
import {
  viewFigure,
  viewJudgment,
  viewNumber,
  viewPanels,
  viewQuote,
  viewSources,
  viewTable,
  viewTimeline,
} from "./views/blocks.ts";

type Writers = { readonly [T in BlockType]: (block: Extract<Block, { type: T }>, context: BlockContext) => Html };

const WRITERS: Writers = {
  paragraph: ({ inlines }, context) => html`<p>${renderInlines(inlines, context)}</p>`,
  subheading: ({ level, inlines }, context) => element(`h${level}`, renderInlines(inlines, context)),
  list: ({ ordered, start, steps, items }, context) => {
    const content = items.map((item) => renderItem(item, steps, context));
    if (!ordered) return html`<ul>${content}</ul>`;
    return start === 1 ? html`<ol>${content}</ol>` : html`<ol start="${start}">${content}</ol>`;
  },
  code: ({ text }) => html`<pre dir="ltr"><code>${text}</code></pre>`,
  table: partial("table", viewTable),
  quote: partial("quote", viewQuote),
  figure: partial("figure", viewFigure),
  columns: partial("columns", viewPanels),
  comparison: partial("comparison", viewPanels),
  options: partial("options", viewPanels),
  timeline: partial("timeline", viewTimeline),
  number: partial("number", viewNumber),
  judgment: partial("judgment", viewJudgment),
  sources: partial("sources", viewSources),
};

export function renderBlocks(blocks: readonly Block[], context: BlockContext): Html {
  return joinHtml(blocks.map((block) => renderBlock(block, context)));
}

function renderBlock<T extends BlockType>(block: Extract<Block, { type: T }>, context: BlockContext): Html {
  return WRITERS[block.type as T](block, context);
}

function partial<B extends Block>(
  name: string,
  view: (block: B, context: BlockContext) => object,
): (block: B, context: BlockContext) => Html {
  return (block, context) => context.templates.fill(`partials/${name}.hbs`, view(block, context));
}

function renderItem(item: ListItem, step: boolean, context: BlockContext): Html {
  const classes = [step ? "fragment" : "", item.checked === null ? "" : "task", item.checked ? "done" : ""].filter(
    Boolean,
  );
  const open = classes.length === 0 ? html`<li>` : html`<li class="${classes.join(" ")}">`;
  return html`${open}${renderState(item.checked, context.labels)}${renderTight(item.blocks, context)}</li>`;
}

function renderState(checked: boolean | null, labels: Labels): Html {
  if (checked === null) return EMPTY;
  return html`<span class="sr-only">${checked ? labels.done : labels.open}: </span>`;
}

/** An element of a name that is the program's own. */
function element(name: string, content: Html): Html {
  return joinHtml([Html.unsafe(`<${name}>`), content, Html.unsafe(`</${name}>`)]);
}
