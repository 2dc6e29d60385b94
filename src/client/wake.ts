/**
 * Keeps the screen awake while the page is seen. The lock ends when the page is hidden, so it is asked for again when
 * it is shown. Browsers without it, and pages that are not served securely, let the screen sleep as it is set.
 */
export function keepAwake(): void {
  const request = (): void => {
    if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
    navigator.wakeLock.request("screen").catch(() => undefined);
  };
  document.addEventListener("visibilitychange", request);
  request();
}
