import type { Frame, Page } from "playwright-core";

/** What a page that is watched knows of its texts. */
export interface Texts {
  /** When a text was first to be read, by the machine's clock in milliseconds; null where it was not. */
  seen(text: string): number | null;
}

/** Notes when a text can first be read inside an element; every run of white space counts as one space. */
export function watchTexts(target: Page | Frame, selector: string): Promise<void> {
  return target.evaluate((root) => {
    const texts: { readonly time: number; readonly text: string }[] = [];
    new MutationObserver(() => {
      const text = document.querySelector(root)?.textContent?.replace(/\s+/g, " ") ?? "";
      texts.push({ time: performance.timeOrigin + performance.now(), text });
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    const scope = globalThis as unknown as { seen: Texts["seen"] };
    scope.seen = (wanted) => texts.find(({ text }) => text.includes(wanted))?.time ?? null;
  }, selector);
}

/** The time at which a text was first seen in a page that is watched. */
export async function whenSeen(target: Page | Frame, text: string): Promise<number> {
  const handle = await target.waitForFunction((wanted) => (globalThis as unknown as Texts).seen(wanted), text, {
    polling: 10,
    timeout: 60_000,
  });
  return (await handle.jsonValue()) ?? Number.NaN;
}

export const now = (): number => performance.timeOrigin + performance.now();
export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
