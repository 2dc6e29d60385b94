/** If the browser does not say that it has painted, it is taken to have done so after this long. Milliseconds. */
const SURELY = 400;

/**
 * Does something once the page has been painted for the first time, as the browser reports it (Paint Timing), so that
 * nothing stands between the reader and the first slide. At once in a page that is not seen, which paints nothing.
 */
export function afterFirstPaint(work: () => void): void {
  const reports = PerformanceObserver.supportedEntryTypes.includes("paint");
  if (document.visibilityState === "hidden" || !reports) {
    work();
    return;
  }
  let done = false;
  const once = (): void => {
    if (done) return;
    done = true;
    observer.disconnect();
    work();
  };
  const observer = new PerformanceObserver((list) => {
    if (list.getEntriesByName("first-contentful-paint").length > 0) once();
  });
  observer.observe({ type: "paint", buffered: true });
  setTimeout(once, SURELY);
}
