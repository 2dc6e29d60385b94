import { type Drawings, setStrokes } from "./ink.ts";
import { parseMessage, type StateMessage, type Stroke } from "./messages.ts";
import { EMPTY, type Snapshot } from "./session.ts";
import { type Check, exact, finite, flag, optional } from "./shape.ts";
import { recallState } from "./storage.ts";
import type { Timer } from "./timer.ts";

/** What a deck finds of itself after a reload. Everything is checked, for other pages may have written there. */

const milliseconds = finite(0, 1e15);
const timer: Check<Timer> = exact<Timer>({ counted: milliseconds, since: optional(milliseconds) });
const snapshot: Check<Snapshot> = exact<Snapshot>({ timer, spent: isSpent, withHidden: flag, rehearsing: flag });

function isSpent(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.entries(value).every(([slide, time]) => /^\d{1,5}$/.test(slide) && milliseconds(time))
  );
}

export function readSnapshot(): Snapshot {
  const written = recallState().snapshot;
  return snapshot(written) ? written : EMPTY;
}

export function readSecret(): string | null {
  const written = recallState().secret;
  return typeof written === "string" && /^[0-9a-f]{32}$/.test(written) ? written : null;
}

/** What a speaker window knew of its deck before it was reloaded. */
export function readView(): StateMessage | null {
  const message = parseMessage(recallState().view);
  return message?.kind === "state" ? message : null;
}

/** Drawings are kept for the browser's tab, under the deck's name. */
const keyOf = (deck: string): string => `tadrich.ink.${deck}`;

export function readKept(deck: string, count: number): Drawings {
  let drawings: Drawings = new Map();
  for (const [slide, strokes] of readEntries(deck)) {
    const message = parseMessage({ kind: "ink", slide, strokes });
    if (message?.kind === "ink" && message.slide < count)
      drawings = setStrokes(drawings, message.slide, message.strokes);
  }
  return drawings;
}

export function writeKept(deck: string, drawings: Drawings): void {
  try {
    sessionStorage.setItem(keyOf(deck), JSON.stringify([...drawings] satisfies [number, readonly Stroke[]][]));
  } catch {
    // Full or forbidden: the drawings live until the page is closed.
  }
}

function readEntries(deck: string): readonly (readonly [unknown, unknown])[] {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(keyOf(deck)) ?? "[]");
    return Array.isArray(value) ? value.filter(Array.isArray).map(([slide, strokes]) => [slide, strokes] as const) : [];
  } catch {
    return [];
  }
}
