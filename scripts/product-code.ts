/** Compiles src/text/repair/product.wat into product-code.ts beside it: `node --import tsx scripts/product-code.ts`. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileProduct } from "../src/text/repair/testing/product.ts";

const target = join(import.meta.dirname, "../src/text/repair/product-code.ts");
const code = await compileProduct();
writeFileSync(
  target,
  `/** What \`product.wat\` compiles to, in base64; written by \`scripts/product-code.ts\`. */\nexport const productCode =\n  "${code}";\n`,
);
