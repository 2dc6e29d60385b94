/** A line to the server that is taken up again after a sleep of the machine or a restart of the server. */
export interface Line {
  send(message: object): void;
}

export interface LineEvents {
  opened(): void;
  received(text: string): void;
  /** Whether there is a connection now. */
  changed?(connected: boolean): void;
}

/** Milliseconds to wait before the next try, doubled each time up to the last. */
const FIRST_WAIT = 250;
const LAST_WAIT = 4_000;

export function connect(address: string, events: LineEvents): Line {
  let socket: WebSocket | null = null;
  let wait = FIRST_WAIT;
  let timer = 0;
  const open = (): void => {
    clearTimeout(timer);
    if (socket !== null && socket.readyState <= WebSocket.OPEN) return;
    const line = new WebSocket(address);
    socket = line;
    line.addEventListener("open", () => {
      wait = FIRST_WAIT;
      events.changed?.(true);
      events.opened();
    });
    line.addEventListener("message", ({ data }) => events.received(String(data)));
    line.addEventListener("close", () => {
      events.changed?.(false);
      timer = window.setTimeout(open, wait);
      wait = Math.min(wait * 2, LAST_WAIT);
    });
  };
  open();
  // A machine that wakes up, or a network that comes back, need not wait.
  window.addEventListener("online", open);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && open());
  return {
    send: (message) => socket?.readyState === WebSocket.OPEN && socket.send(JSON.stringify(message)),
  };
}
