/** Contrast of a colour on white, 1 to 21 (WCAG 2.2 §1.4.3); 0 where it is no colour of six hexadecimal digits. */
export function contrastOnWhite(hex: string): number {
  if (!/^[\da-f]{6}$/i.test(hex)) return 0;
  return 1.05 / (luminance(hex) + 0.05);
}

/** Relative luminance, 0 to 1 (WCAG 2.2). @param hex Six hexadecimal digits. */
export function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
