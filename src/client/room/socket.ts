import type { Transport } from "../link.ts";
import { type Message, parseMessage } from "../messages.ts";

export interface SocketEvents {
  received(message: Message): void;
  /** The line is there, for the first time or again. */
  opened(): void;
  lost(): void;
}

/** Waits between tries to connect again, in milliseconds: short at first, for most losses are. */
const WAITS = [250, 500, 1000, 2000, 4000] as const;

/**
 * A line to the server that connects again by itself. What is sent while there is no line is dropped: when the line is
 * back, both sides tell their whole state.
 */
export function openSocket(address: string, events: SocketEvents): Transport {
  let socket: WebSocket | null = null;
  let tries = 0;
  const connect = (): void => {
    const line = new WebSocket(address);
    socket = line;
    line.addEventListener("open", () => {
      tries = 0;
      events.opened();
    });
    line.addEventListener("message", ({ data }) => {
      const message = typeof data === "string" ? parseMessage(parseJson(data)) : null;
      if (message !== null) events.received(message);
    });
    line.addEventListener("close", () => {
      if (socket !== line) return;
      socket = null;
      events.lost();
      setTimeout(connect, WAITS[Math.min(tries, WAITS.length - 1)]);
      tries += 1;
    });
  };
  connect();
  // A phone that wakes up need not wait for the next try.
  addEventListener("online", () => socket === null && connect());
  return {
    send(message) {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
