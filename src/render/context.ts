/** What the writers of blocks share. */
import type { Block } from "../deck/types.ts";
import { type Html, joinHtml } from "./html.ts";
import { type InlineContext, renderInlines } from "./inlines.ts";
import type { Labels } from "./labels.ts";
import type { Templates } from "./templates.ts";

export interface BlockContext extends InlineContext {
  readonly templates: Templates;
  readonly labels: Labels;
  /** `renderBlocks`: blocks contain blocks, and their views ask for them here rather than import their own users. */
  readonly draw: (blocks: readonly Block[], context: BlockContext) => Html;
}

/** What stands in a list item or a cell: a first paragraph needs no element of its own. */
export function renderTight(blocks: readonly Block[], context: BlockContext): Html {
  const [first, ...rest] = blocks;
  if (first?.type !== "paragraph") return context.draw(blocks, context);
  return joinHtml([renderInlines(first.inlines, context), context.draw(rest, context)]);
}
