import type { IncomingMessage } from "node:http";

/**
 * The body of a request as it is.
 * @param limit Bytes.
 * @returns Null for a larger one, or one that broke off; it is not read to its end then.
 */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Uint8Array | null> {
  if (Number(request.headers["content-length"] ?? 0) > limit) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) return null;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch {
    return null;
  }
}

/** The same as text; null also where it is no UTF-8. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  const bytes = await readBytes(request, limit);
  try {
    return bytes === null ? null : new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
