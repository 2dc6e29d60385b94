/** Small settings that are remembered. Browsers may forbid it, on `file://` above all: then nothing is remembered. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`tadrich.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`tadrich.${name}`, value);
  } catch {
    // Full or forbidden: the setting holds until the page is closed.
  }
}

/** State of this page that lives through a reload: it goes with the entry in the browser's history. */
export function recallState(): Readonly<Record<string, unknown>> {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null ? (state as Record<string, unknown>) : {};
}

export function rememberState(part: Readonly<Record<string, unknown>>, address?: string): void {
  try {
    history.replaceState({ ...recallState(), ...part }, "", address);
  } catch {
    // Some browsers allow only so many changes in a while: the next one will hold it.
  }
}
