import { type Placed, spanOf } from "./placed.ts";
import type { Inline, Text } from "./types.ts";

/** Nodes in the making. Literal neighbours become one text node, so that bidi rules see whole runs. */
export class InlineRow {
  private readonly placed: Placed;
  private readonly nodes: Inline[] = [];
  private start = 0;
  private end = 0;
  private text = "";

  constructor(placed: Placed) {
    this.placed = placed;
  }

  literal(start: number, end: number, text: string): void {
    if (this.text === "" || this.end !== start) {
      this.flush();
      this.start = start;
    }
    this.end = end;
    this.text += text;
  }

  add(nodes: readonly Inline[]): void {
    this.flush();
    this.nodes.push(...nodes);
  }

  isAfterBreak(): boolean {
    return this.text === "" && this.nodes.at(-1)?.type === "break";
  }

  finish(): readonly Inline[] {
    this.flush();
    return this.nodes;
  }

  private flush(): void {
    if (this.text === "") return;
    const node: Text = { type: "text", text: this.text, span: spanOf(this.placed, this.start, this.end) };
    this.nodes.push(node);
    this.text = "";
  }
}
