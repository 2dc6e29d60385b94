import { expect, it } from "vitest";
import { onceFor } from "./once.ts";

it("works out what is made of a thing once, and of each thing its own", () => {
  const [one, other] = [{ value: 1 }, { value: 1 }];
  const made: object[] = [];
  const doubled = onceFor(({ value }: { readonly value: number }) => {
    const result = { value: 2 * value };
    made.push(result);
    return result;
  });
  expect(doubled(one)).toBe(doubled(one));
  expect(doubled(other)).not.toBe(doubled(one));
  expect(made).toEqual([{ value: 2 }, { value: 2 }]);
});
