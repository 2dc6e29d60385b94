import type { IncomingMessage } from "node:http";

/**
 * Which hosts a request may name. A page of a stranger that points its own name at our address (DNS rebinding) sends
 * its own name, and is refused.
 */
export interface Guard {
  /** `host:port`, lower case. */
  readonly hosts: ReadonlySet<string>;
}

export function guardFor(hosts: readonly string[], port: number): Guard {
  return { hosts: new Set(hosts.map((host) => `${host.includes(":") ? `[${host}]` : host}:${port}`.toLowerCase())) };
}

export function hasKnownHost(guard: Guard, request: Pick<IncomingMessage, "headers">): boolean {
  return guard.hosts.has((request.headers.host ?? "").toLowerCase());
}

/**
 * Whether a request that changes something, or opens a socket, comes from a page of ours. Browsers always send the
 * origin with these; without one it is refused.
 */
export function hasOwnOrigin(guard: Guard, request: Pick<IncomingMessage, "headers">): boolean {
  const { origin } = request.headers;
  return typeof origin === "string" && guard.hosts.has(origin.toLowerCase().replace(/^http:\/\//, ""));
}

/** Headers of every answer: no sniffing, no framing by strangers, no referrer with a token in it, no cache of a page. */
export const SAFE_HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
} as const;
