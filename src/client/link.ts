import { type Envelope, type Message, openEnvelope } from "./messages.ts";

/** A way to send messages, whatever is on the other side: a window, or a server in the room. */
export interface Transport {
  send(message: Message): void;
}

/** The other window: the deck's speaker window, or the speaker window's deck. */
export interface WindowLink extends Transport {
  /** Whether there is a window that has not been closed. */
  readonly open: boolean;
  /** Talks to this window from now on. */
  setPeer(peer: Window | null): void;
  /** Brings it to the front. */
  focus(): void;
}

/** @param isNew whether the window that speaks has not been heard before, or not since it was loaded. */
export type Receive = (message: Message, isNew: boolean) => void;

/**
 * Links two windows of one deck by `postMessage`, which works from `file://` too.
 *
 * Who is let in: only a window that knows the deck's secret, from the same origin. On `file://` every origin is "null",
 * so the secret alone decides there; it is random, stands only in the addresses of the two windows, and is sent only to
 * a window that has shown that it knows it, or that this page has opened itself. A window that was reloaded is a new
 * sender with the old secret, and takes its place again.
 */
export function linkWindows(page: Window, secret: string, receive: Receive): WindowLink {
  let peer: Window | null = null;
  let heard: MessageEventSource | null = null;
  const origin = page.location.protocol === "file:" ? "null" : page.location.origin;
  page.addEventListener("message", (event) => {
    if (event.source === page || !isOrigin(event.origin, origin)) return;
    const message = openEnvelope(event.data, secret);
    if (message === null) return;
    const isNew = event.source !== heard;
    // The last word of a window that is being reloaded has no source any more.
    const isLeaving = message.kind === "bye" || event.source === null;
    heard = isLeaving ? null : event.source;
    peer = isLeaving ? null : (event.source as Window);
    receive(message, isNew);
  });
  return {
    get open() {
      return peer !== null && !peer.closed;
    },
    setPeer(next) {
      peer = next;
    },
    focus: () => peer?.focus(),
    send(message) {
      const envelope: Envelope = { tadrich: secret, message };
      if (peer && !peer.closed) peer.postMessage(envelope, origin === "null" ? "*" : origin);
    },
  };
}

/** 128 random bits, as hexadecimal digits. */
export function makeSecret(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The role and the secret that an address gives to the page: `#speaker=…`, or `#deck=…` for a deck opened again. */
export function roleOfHash(hash: string): { readonly role: "speaker" | "deck"; readonly secret: string } | null {
  const found = /^#(speaker|deck)=([0-9a-f]{32})$/.exec(hash);
  return found ? { role: found[1] as "speaker" | "deck", secret: found[2] as string } : null;
}

/** Browsers write the origin of a local file as "null", some as "file://". */
function isOrigin(given: string, expected: string): boolean {
  return given === expected || (expected === "null" && given === "file://");
}
