import { readFileSync } from "node:fs";
import { join } from "node:path";
import wabt from "wabt";

/** `arithmetic.wat`, compiled: WebAssembly in base64. */
export async function compileArithmetic(): Promise<string> {
  const tools = await wabt();
  const source = readFileSync(join(import.meta.dirname, "../arithmetic.wat"), "utf8");
  const parsed = tools.parseWat("arithmetic.wat", source, { simd: true });
  const { buffer } = parsed.toBinary({});
  parsed.destroy();
  return Buffer.from(buffer).toString("base64");
}
