/** What the rate of damage in a document says about each of its lines. */

/** Log-odds to add for leaving a line as it is, when a share `damage` of the lines is damaged; 0 at one half. */
export function keptBonus(damage: number): number {
  const share = Math.min(0.9, Math.max(0.002, damage));
  return Math.log((1 - share) / share);
}
