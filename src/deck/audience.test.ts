import { expect, test } from "vitest";
import { forAudience } from "./audience.ts";
import { parse } from "./parse.ts";
import { toSource } from "./source.ts";

const SOURCE = `---
title: מצגת
---

## גלויה

::: notes
סוד ראשון
:::

## מוסתרת {.hidden}

סוד שני
`;
const deck = parse(toSource(SOURCE, "deck.md")).value;

test("notes and hidden slides are gone from the data, not only from view", () => {
  const open = JSON.stringify(forAudience(deck, { notes: false, hidden: false }));
  expect(open).toContain("גלויה");
  expect(open).not.toContain("סוד");
  expect(open).not.toContain("מוסתרת");
});

test("each is left out on its own", () => {
  expect(JSON.stringify(forAudience(deck, { notes: true, hidden: false }))).toContain("סוד ראשון");
  expect(JSON.stringify(forAudience(deck, { notes: false, hidden: true }))).toContain("סוד שני");
  expect(forAudience(deck, { notes: true, hidden: true })).toEqual(deck);
});
