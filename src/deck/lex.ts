/**
 * The only file that knows marked. Its lexer gives tokens whose `raw` strings follow one another in the text; what is
 * changed here: HTML blocks and setext headings are off (`---` always ends a slide), a single `~` is a tilde, inline text
 * is read on demand, and nesting has a limit.
 */
import { Lexer, type Token, Tokenizer, type Tokens, type TokensList } from "marked";

export type { Token, Tokens };

/** How deep blocks, and inline marks, may nest before the rest is taken as text. */
export const MAX_DEPTH = 16;

export interface MarkdownReader {
  /** Block tokens of a text. Link definitions are shared by all texts of one reader. */
  blocks(text: string): Token[];
  /** Inline tokens of a text; `inLink` keeps bare addresses from becoming links in links. */
  inline(text: string, inLink?: boolean): Token[];
  /** Whether something was nested too deeply since this was last asked. */
  takeTooDeep(): boolean;
}

export function createMarkdownReader(): MarkdownReader {
  const lexer = new DeckLexer({ gfm: true, breaks: false, pedantic: false, tokenizer: new DeckTokenizer() });
  return {
    blocks(text) {
      const tokens = lexer.blockTokens(text, []);
      // Marked queues what it would read inline; we read it when it is asked for, from the tokens' own text.
      lexer.inlineQueue.length = 0;
      return tokens;
    },
    inline(text, inLink = false) {
      // A tag that one text leaves open says nothing about the next.
      lexer.state.inLink = inLink;
      lexer.state.inRawBlock = false;
      return lexer.inlineTokens(text, []);
    },
    takeTooDeep() {
      const { tooDeep } = lexer;
      lexer.tooDeep = false;
      return tooDeep;
    },
  };
}

class DeckTokenizer extends Tokenizer {
  override html(): undefined {}
  override lheading(): undefined {}
  override del(src: string, maskedSrc: string, prevChar?: string): Tokens.Del | undefined {
    return src.startsWith("~~") ? super.del(src, maskedSrc, prevChar) : undefined;
  }
}

class DeckLexer extends Lexer {
  tooDeep = false;
  private depth = 0;

  override blockTokens(src: string, tokens?: Token[], lastParagraphClipped?: boolean): TokensList;
  override blockTokens(src: string, tokens?: Token[], lastParagraphClipped?: boolean): Token[] {
    return this.nest(
      () => super.blockTokens(src, tokens, lastParagraphClipped),
      () => append(tokens, { type: "paragraph", raw: src, text: src, tokens: [], plain: true }),
    );
  }

  override inlineTokens(src: string, tokens?: Token[]): Token[] {
    return this.nest(
      () => super.inlineTokens(src, tokens),
      () => append(tokens, { type: "text", raw: src, text: src }),
    );
  }

  private nest(read: () => Token[], giveUp: () => Token[]): Token[] {
    if (this.depth >= MAX_DEPTH) {
      this.tooDeep = true;
      return giveUp();
    }
    this.depth++;
    try {
      return read();
    } finally {
      this.depth--;
    }
  }
}

function append(tokens: Token[] | undefined, token: Token): Token[] {
  const list = tokens ?? [];
  list.push(token);
  return list;
}
