/**
 * Replaces the page's style sheet without a moment in which there is none. Fonts that are there stay, for a face that is
 * declared anew is decoded anew, and the text would vanish for as long.
 */
export function replaceStyle(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const declared = new Set<string>();
  for (const old of [...document.styleSheets, ...document.adoptedStyleSheets]) keepFonts(old, declared);
  for (let index = sheet.cssRules.length - 1; index >= 0; index--) {
    const rule = sheet.cssRules[index];
    if (rule instanceof CSSFontFaceRule && declared.has(nameOf(rule))) sheet.deleteRule(index);
  }
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Takes everything but the fonts out of a sheet, and notes which these are. */
function keepFonts(sheet: CSSStyleSheet, declared: Set<string>): void {
  for (let index = sheet.cssRules.length - 1; index >= 0; index--) {
    const rule = sheet.cssRules[index];
    if (rule instanceof CSSFontFaceRule) declared.add(nameOf(rule));
    else sheet.deleteRule(index);
  }
}

function nameOf({ style }: CSSFontFaceRule): string {
  return `${style.getPropertyValue("font-family")} ${style.getPropertyValue("font-weight")}`;
}
