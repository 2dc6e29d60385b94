import { expect, test } from "vitest";
import { forAudience, onlyPlanned } from "./audience.ts";
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

test("minutes that are planned stay, those that the notes were measured by go", () => {
  const planned = parse(toSource(`${SOURCE}\n## מתוכננת {minutes=3}\n\n::: notes\nסוד\n:::\n`, "deck.md")).value;
  expect(planned.slides.map(({ notes }) => notes.minutes > 0)).toEqual([false, true, false, true]);
  expect(onlyPlanned(planned).slides.map(({ notes }) => notes.minutes)).toEqual([0, 0, 0, 3]);
  expect(onlyPlanned(planned).slides.map(({ notes }) => notes.blocks)).toEqual(
    planned.slides.map(({ notes }) => notes.blocks),
  );
});
