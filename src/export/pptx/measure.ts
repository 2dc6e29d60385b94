/**
 * How much room text needs, without a font engine: widths by kind of character, for Heebo and its kin, a little on the
 * generous side. Good to a line in ten; PowerPoint shrinks what still overflows when the text is next edited.
 */

const NARROW = /[\s.,:;'"׳״!|iljftI()[\]/\\·\u05b0-\u05c7\u200e\u200f]/u;
const WIDE = /[A-Z@%&mwMW—₪שם]/u;
const MARK = /[\u05b0-\u05bd\u05bf-\u05c7\u200e\u200f\u2060]/u;

/** Width of the longest word of a text in a font of size 1. */
export function longestWord(text: string): number {
  return Math.max(0, ...text.split(/\s+/u).map(widthOf));
}

/** Width of a text in a font of size 1. */
function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += MARK.test(char) ? 0 : NARROW.test(char) ? 0.29 : WIDE.test(char) ? 0.68 : 0.54;
  return width;
}

/** Lines that a text takes at `size` pixels in a column of `width` pixels: words are not broken, `\n` is. */
export function countLines(text: string, size: number, width: number): number {
  return text.split("\n").reduce((sum, line) => sum + wrappedLines(line, Math.max(1, width / size)), 0);
}

function wrappedLines(line: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of line.split(/\s+/u)) {
    const need = widthOf(word);
    if (used > 0 && used + 0.27 + need > room) {
      lines += 1;
      used = 0;
    }
    // A word longer than the line is broken inside.
    lines += Math.max(0, Math.ceil(need / room) - 1);
    used += (used > 0 ? 0.27 : 0) + Math.min(need, room);
  }
  return lines;
}
