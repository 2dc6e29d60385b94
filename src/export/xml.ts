/**
 * Drops what XML 1.0 cannot hold at all, escaped or not (§2.2 Char): control characters other than tab and line ends,
 * lone surrogates, U+FFFE and U+FFFF. Applied to whole parts, so that no text can bring one in.
 */
export function dropIllegal(xml: string): string {
  return xml.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
}
