import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { LiveMessage } from "../../client/live/messages.ts";
import type { Lang } from "../../deck/types.ts";
import { findDecks } from "../project.ts";
import { LiveDeck } from "./live-deck.ts";

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** What is told of a template with a misspelt field. */
async function mistakesOf(head: string, lang?: Lang): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), "tadrich-live-"));
  folders.push(folder);
  await mkdir(join(folder, "slides"));
  await mkdir(join(folder, "templates", "layouts"), { recursive: true });
  await writeFile(join(folder, "slides", "talk.md"), `${head}## A\n\n- b\n`);
  await writeFile(join(folder, "templates", "layouts", "points.hbs"), "<p>{{titel}}</p>\n");
  const [file] = await findDecks(folder, ["talk"]);
  const told: LiveMessage[] = [];
  const live = await LiveDeck.open(file!, (message) => told.push(message), lang);
  await live.close();
  return told.flatMap((message) => (message.kind === "mistakes" ? message.mistakes : [])).map(({ message }) => message);
}

test("a mistake in a template is told in the language of the deck, or in the one that was chosen", async () => {
  const english = "---\ntitle: A\nlang: en\n---\n\n";
  const hebrew = "---\ntitle: א\n---\n\n";
  const letters = /\p{Script=Hebrew}/u;
  for (const message of await mistakesOf(english)) expect(message).not.toMatch(letters);
  expect((await mistakesOf(english)).length).toBeGreaterThan(0);
  expect((await mistakesOf(hebrew))[0]).toMatch(letters);
  expect((await mistakesOf(english, "he"))[0]).toMatch(letters);
});
