/** Captions of pictures, in files that have no mark for them. */

import type { Proto } from "./lines.ts";

const CAPTION = /^(?:איור|תרשים|תמונה|גרף|מפה|figure|الشكل|صورة)\s/iu;

/** A short paragraph under a picture that names it is its caption. */
export function withCaptions(protos: readonly Proto[]): Proto[] {
  const result: Proto[] = [];
  for (const proto of protos) {
    const last = result.at(-1);
    const isCaption =
      proto.block.type === "paragraph" && proto.block.text.length < 200 && CAPTION.test(proto.block.text);
    if (last?.block.type === "figure" && last.block.caption === "" && isCaption && proto.block.type === "paragraph") {
      result[result.length - 1] = { ...last, block: { ...last.block, caption: proto.block.text } };
    } else result.push(proto);
  }
  return result;
}
