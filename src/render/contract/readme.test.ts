import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeContracts } from "./testing.ts";

test("templates/README.md tells the contracts as they are", () => {
  const readme = readFileSync(join(import.meta.dirname, "../../../templates/README.md"), "utf8");
  expect(readme.split("<!-- contracts -->\n")[1]?.trim()).toBe(describeContracts());
});
