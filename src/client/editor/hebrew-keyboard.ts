import type { CDPSession, Page } from "playwright-core";

/** The letters of the Israeli standard layout (SI 1452), by the places of their keys. */
const KEYS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...letters("QWERTYUIOP", "/'קראטוןםפ"),
    ...letters("ASDFGHJKL", "שדגכעיחלך"),
    ...letters("ZXCVBNM", "זסבהנמצ"),
    ף: "Semicolon",
    ת: "Comma",
    ץ: "Period",
  }),
);

function letters(keys: string, row: string): Record<string, string> {
  return Object.fromEntries([...row].map((letter, index) => [letter, `Key${keys[index]}`]));
}

const MODIFIERS = { Alt: 1, Control: 2, Shift: 8 } as const;
type Modifier = keyof typeof MODIFIERS;

/** Presses keys as a browser gets them from a keyboard that is set to Hebrew: `KeyZ` comes with the letter ז. */
export class HebrewKeyboard {
  readonly #page: Page;
  #session: CDPSession | null = null;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Types a text; what Hebrew keys do not have is typed as on any keyboard. */
  async type(text: string): Promise<void> {
    for (const character of text) {
      const code = KEYS.get(character);
      if (code === undefined) await this.#page.keyboard.type(character);
      else await this.#send(code, character, [], character);
    }
  }

  /** Presses the key at a place, with what is held down, e.g. `press("KeyZ", "Control")`. */
  async press(code: string, ...held: readonly Modifier[]): Promise<void> {
    const letter = [...KEYS].find(([, place]) => place === code)?.[0] ?? code;
    await this.#send(code, letter, held);
  }

  async #send(code: string, key: string, held: readonly Modifier[], text?: string): Promise<void> {
    this.#session ??= await this.#page.context().newCDPSession(this.#page);
    const modifiers = held.reduce((sum, name) => sum | MODIFIERS[name], 0);
    const windowsVirtualKeyCode = /^Key[A-Z]$/.test(code) ? code.charCodeAt(3) : (CODES[code] ?? 0);
    const event = { code, key, modifiers, windowsVirtualKeyCode };
    const type = text === undefined ? "rawKeyDown" : "keyDown";
    await this.#session.send("Input.dispatchKeyEvent", { ...event, type, ...(text === undefined ? {} : { text }) });
    await this.#session.send("Input.dispatchKeyEvent", { ...event, type: "keyUp" });
  }
}

/** Virtual key codes of keys without a letter. */
const CODES: Readonly<Record<string, number>> = {
  Semicolon: 186,
  Comma: 188,
  Period: 190,
  ArrowUp: 38,
  ArrowDown: 40,
  PageUp: 33,
  PageDown: 34,
  Backspace: 8,
  F1: 112,
  F6: 117,
};
