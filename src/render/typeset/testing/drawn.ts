/** Asks a browser in which order it draws: characters by the places of their glyphs, left to right. */
import type { Page } from "playwright-core";

/** For each element of the page that has `data-case`, its characters from left to right. */
export async function drawnOrders(page: Page, html?: string): Promise<readonly string[]> {
  if (html !== undefined) await page.setContent(html);
  return page.evaluate(readOrders);
}

/** Runs in the page. Characters without a place (controls, collapsed spaces) are left out. */
function readOrders(): string[] {
  interface Placed {
    readonly character: string;
    readonly left: number;
  }
  const range = document.createRange();
  const placesIn = (node: Text): Placed[] => {
    const found: Placed[] = [];
    let at = 0;
    for (const character of node.data) {
      range.setStart(node, at);
      range.setEnd(node, at + character.length);
      at += character.length;
      const box = range.getClientRects()[0];
      const hidden = /[\p{Cf}\p{M}\p{Emoji_Modifier}]/u.test(character);
      if (box !== undefined && box.width > 0 && !hidden) found.push({ character, left: box.left });
    }
    return found;
  };
  return [...document.querySelectorAll("[data-case]")].map((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const places: Placed[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) places.push(...placesIn(node as Text));
    return places
      .sort((a, b) => a.left - b.left)
      .map(({ character }) => character)
      .join("")
      .trim();
  });
}

/** Glyphs' places do not say which way a bracket faces: both sides as one. */
export function withoutFacing(text: string): string {
  return text.replace(/[)\]}>»]/g, (character) => FACING[character] ?? character);
}

const FACING: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{", ">": "<", "»": "«" };
