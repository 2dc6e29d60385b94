/** A stop watch as data: it survives a reload, and goes from one window to another. Times in milliseconds. */
export interface Timer {
  /** Counted before `since`. */
  readonly counted: number;
  /** When it was last started, by the clock that is passed in; null while it stands still. */
  readonly since: number | null;
}

export const STOPPED: Timer = { counted: 0, since: null };

export function elapsed(timer: Timer, now: number): number {
  return timer.counted + (timer.since === null ? 0 : Math.max(0, now - timer.since));
}

export function start(timer: Timer, now: number): Timer {
  return timer.since === null ? { counted: timer.counted, since: now } : timer;
}

export function pause(timer: Timer, now: number): Timer {
  return { counted: elapsed(timer, now), since: null };
}

/** Back to zero; a running timer goes on running. */
export function reset(timer: Timer, now: number): Timer {
  return { counted: 0, since: timer.since === null ? null : now };
}

/** `4:05`, and from an hour on `1:04:05`; with a minus sign (U+2212) in front when negative. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number): string => String(n).padStart(2, "0");
  const sign = milliseconds <= -1000 ? "\u2212" : "";
  return sign + (h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`);
}

/** The time of day, 24 hours, without seconds. */
export function formatClock(now: Date): string {
  return `${now.getHours()}:${String(now.getMinutes()).padStart(2, "0")}`;
}
