/** Bytes of a PDF or a Word file → blocks. Each reader is loaded when it is needed. */

import { Refusal } from "./failure.ts";
import { LIMITS, type Limits } from "./limits.ts";
import type { Raw } from "./structure.ts";

/** @throws Refusal. */
export async function readBinary(bytes: Uint8Array, kind: "pdf" | "docx", limits: Limits = LIMITS): Promise<Raw> {
  if (bytes.length > limits.bytes) throw new Refusal("too-large", [limits.bytes]);
  if (kind === "docx") return (await import("./docx/docx.ts")).readDocx(bytes, limits);
  return (await import("./pdf/pdf.ts")).readPdf(bytes, limits);
}
