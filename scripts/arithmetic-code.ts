/** Compiles src/text/repair/arithmetic.wat into arithmetic-code.ts beside it: `node --import tsx scripts/arithmetic-code.ts`. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileArithmetic } from "../src/text/repair/testing/arithmetic.ts";

const target = join(import.meta.dirname, "../src/text/repair/arithmetic-code.ts");
const code = await compileArithmetic();
writeFileSync(
  target,
  `/** What \`arithmetic.wat\` compiles to, in base64; written by \`scripts/arithmetic-code.ts\`. */\nexport const arithmeticCode =\n  "${code}";\n`,
);
