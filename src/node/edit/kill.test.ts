import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { numberOfVersion, versionText } from "./testing/version.ts";

const KILLS = 200;
/** Files that are killed at one time: starting a process is most of the work. */
const LANES = 4;

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tadrich-kill-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Numbers below `limit`, the same ones at every run. */
function* random(seed: number, limit: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state % limit;
  }
}

/**
 * Runs a process that saves until it is killed, in the middle of a save: after some saves were confirmed and a number of
 * turns more have passed.
 * @returns the last version that it said is saved, or null.
 */
function saveUntilKilled(
  script: string,
  path: string,
  from: number,
  confirmed: number,
  turns: number,
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, path, String(from)], { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    let killing = false;
    child.stdout.setEncoding("utf8").on("data", (part: string) => {
      said += part;
      if (killing || said.split("\n").length - 1 < confirmed) return;
      killing = true;
      const wait = (left: number): void => void (left === 0 ? child.kill("SIGKILL") : setImmediate(wait, left - 1));
      wait(turns);
    });
    child.on("error", reject);
    // "close" comes after all that was said has arrived.
    child.on("close", () => resolve(said.includes("\n") ? Number(said.trim().split("\n").at(-1)) : null));
  });
}

/** Kills it so many times on one file, and looks at the file after each. */
async function killAgainAndAgain(script: string, path: string, kills: number, seed: number): Promise<void> {
  await writeFile(path, versionText(0));
  const [counts, turns] = [random(seed, 3), random(seed + 100, 400)];
  let last = 0;
  for (let kill = 0; kill < kills; kill++) {
    const confirmed = await saveUntilKilled(script, path, last + 1, 1 + counts.next().value, turns.next().value);
    const found = numberOfVersion(await readFile(path, "utf8"));
    expect(found, `a whole version after kill ${kill}`).not.toBeNull();
    // The save under way when the process was killed may have arrived; nothing before it may be missing.
    expect(found).toBeGreaterThanOrEqual(confirmed ?? last);
    expect(found).toBeLessThanOrEqual((confirmed ?? last) + 1);
    last = found ?? 0;
  }
}

test(`killed ${KILLS} times during saves, the file is always a whole version, and never an older one than was confirmed`, async () => {
  const script = join(folder, "writer.mjs");
  await build({
    entryPoints: ["src/node/edit/testing/writer.ts"],
    outfile: script,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  const files = Array.from({ length: LANES }, (_, lane) => `deck-${lane}.md`);
  await Promise.all(files.map((name, lane) => killAgainAndAgain(script, join(folder, name), KILLS / LANES, lane + 1)));
  // What a killed save leaves is a file beside, under a name that nothing reads.
  const others = (await readdir(folder)).filter((name) => name !== "writer.mjs" && !files.includes(name));
  expect(others.filter((name) => !/^\.deck-\d\.md\.[0-9a-f]{12}\.tmp$/.test(name))).toEqual([]);
}, 300_000);
