/**
 * Does work when the browser has nothing better to do, or after so many milliseconds at the latest. Safari has no idle
 * callbacks: there a moment must do.
 */
export function whenIdle(work: () => void, latest: number): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: latest });
  else setTimeout(work, Math.min(latest, 50));
}
