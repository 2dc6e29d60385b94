import type { Block, Deck, Inline, Span } from "../deck/types.ts";

/** A picture that a deck names, and where. */
export interface ImageUse {
  /** As written. */
  readonly src: string;
  readonly span: Span;
}

/** Every picture on the slides and in the notes, in source order; one that is named twice comes twice. */
export function findImages(deck: Deck): readonly ImageUse[] {
  const found: ImageUse[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (typeof node === "object" && node !== null) {
      const { type } = node as { type?: Block["type"] | Inline["type"] };
      if (type === "figure" || type === "image") found.push(node as ImageUse);
      // A node's children stand in fields of different names; all of them are arrays.
      for (const value of Object.values(node)) if (Array.isArray(value)) visit(value);
    }
  };
  for (const { title, body, notes } of deck.slides) visit([title, body, notes.blocks]);
  return found.map(({ src, span }) => ({ src, span }));
}
