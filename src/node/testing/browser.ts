import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { openBrowser } from "../browser.ts";

/**
 * A `describe` whose tests ask a real browser. The browser starts once for the block and is closed after it; `get`
 * returns it inside tests. Skipped where no browser was found (never in CI: the global setup fails there).
 */
export function describeInBrowser(name: string, define: (get: () => Browser) => void): void {
  const program = inject("browser");
  describe.skipIf(program === null)(name, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await openBrowser(program ?? undefined);
    });
    afterAll(async () => {
      await browser?.close();
    });
    define(() => {
      if (browser === undefined) throw new Error("The browser is there only inside a test.");
      return browser;
    });
  });
}
