import type { ServerResponse } from "node:http";
import { SAFE_HEADERS } from "../server/guard.ts";

export interface Answer {
  /** Media type; text in UTF-8. */
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Content security policy of a page. */
  readonly policy?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A page that may do nothing at all. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'";

/** Ends a request: with the headers that keep every answer in its place. */
export function end(response: ServerResponse, status: number, answer?: Answer): void {
  const { type = "text/plain", body = "", policy = NOTHING, headers = {} } = answer ?? {};
  const isText = type.startsWith("text/") || type === "application/json";
  response.writeHead(status, {
    ...SAFE_HEADERS,
    "content-type": isText ? `${type}; charset=utf-8` : type,
    "content-security-policy": policy,
    ...headers,
  });
  response.end(body);
}

export function endJson(response: ServerResponse, status: number, value: unknown): void {
  end(response, status, { type: "application/json", body: JSON.stringify(value) });
}
