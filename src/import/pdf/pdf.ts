import type { Limits } from "../limits.ts";
import type { Raw } from "../structure.ts";
export async function readPdf(_bytes: Uint8Array, _limits: Limits): Promise<Raw> {
  throw new Error();
}
