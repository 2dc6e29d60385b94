import { expect, test } from "vitest";
import { CLIENT_STRINGS } from "./client-strings.ts";
import { MESSAGES } from "./messages.ts";
import { pickStrings, STRINGS, strings } from "./strings.ts";

const names = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort();

test.each(Object.entries(MESSAGES))("%s says the same in all three languages", (code, { message, help }) => {
  expect(code).toMatch(/^[a-z]+\/[a-z0-9-]+$/);
  for (const texts of help ? [message, help] : [message]) {
    const [he, ar, en] = texts;
    expect(names(ar)).toEqual(names(en));
    expect(names(he)).toEqual(names(en));
    expect(he).toMatch(/\p{Script=Hebrew}/u);
    expect(ar).toMatch(/\p{Script=Arabic}/u);
    expect(ar).not.toMatch(/\p{Script=Hebrew}/u);
    expect(en).not.toMatch(/[\p{Script=Hebrew}\p{Script=Arabic}]/u);
  }
});

test.each(Object.entries({ ...STRINGS, ...CLIENT_STRINGS }))(
  "string %s is there in all three languages",
  (_key, row) => {
    for (const text of [row.he, row.ar, row.en]) expect(text.trim()).not.toBe("");
    expect(names(row.he)).toEqual(names(row.en));
    expect(names(row.ar)).toEqual(names(row.en));
    expect(row.ar).not.toMatch(/\p{Script=Hebrew}/u);
  },
);

test("Yiddish falls back to Hebrew and Persian to Arabic", () => {
  expect(strings("yi")).toEqual(strings("he"));
  expect(strings("fa")).toEqual(strings("ar"));
  expect(pickStrings({ a: { he: "א", ar: "ا", en: "a" } }, "en")).toEqual({ a: "a" });
});
