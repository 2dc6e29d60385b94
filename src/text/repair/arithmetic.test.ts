import { expect, it } from "vitest";
import { arithmeticCode } from "./arithmetic-code.ts";
import { compileArithmetic } from "./testing/arithmetic.ts";

it("runs what its source says", async () => {
  expect(arithmeticCode).toBe(await compileArithmetic());
});
