import { randomBytes, timingSafeEqual } from "node:crypto";

/** An address that nobody guesses: 144 random bits, safe in a URL. */
export function makeToken(): string {
  return randomBytes(18).toString("base64url");
}

/** Compares in a time that does not tell how much was right. */
export function isToken(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
