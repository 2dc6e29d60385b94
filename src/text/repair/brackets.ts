/** Brackets that were stored as drawn: `)בפועל(` for `(בפועל)`. */

const mirror: Readonly<Record<string, string>> = { "(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{" };

/**
 * Sets the brackets of a line right by the spaces around them: an opening one has a space (or the line's begin) outside
 * and none inside, a closing one the other way round. Where the spaces do not tell, the bracket stays.
 */
export function setBrackets(text: string): string {
  return text.replace(/[()[\]{}]/g, (sign, at: number) => {
    const outsideLeft = isOutside(text[at - 1]);
    const outsideRight = isOutside(text[at + 1]);
    if (outsideLeft === outsideRight) return sign;
    const opens = "([{".includes(sign);
    return opens === outsideLeft ? sign : (mirror[sign] as string);
  });
}

/** Is this what stands outside of brackets: a space, a stop, or nothing? */
function isOutside(character: string | undefined): boolean {
  return character === undefined || /[\s.,;:!?–]/u.test(character);
}

/** Are most of the brackets of a text stored the wrong way round? */
export function bracketsAreMirrored(lines: readonly string[]): boolean {
  let wrong = 0;
  let right = 0;
  for (const line of lines) {
    wrong += (line.match(/(?:^|\s)[)\]][^\s)\]]|[^\s([][([](?=[\s.,;:]|$)/gu) ?? []).length;
    right += (line.match(/(?:^|\s)[([][^\s([]|[^\s)\]][)\]](?=[\s.,;:]|$)/gu) ?? []).length;
  }
  return wrong > right;
}
