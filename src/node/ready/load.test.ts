import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, expect, test } from "vitest";
import { cachePath, loadReady, PARAMETERS } from "./load.ts";

const folder = mkdtempSync(join(tmpdir(), "tadrich-ready-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A script that answers with what it was called with and where it stands. */
function writeScript(name: string): string {
  const path = join(folder, name);
  const main = "async (words) => [...words, moduleUrl, typeof require].join()";
  writeFileSync(path, `(function (${PARAMETERS.join(", ")}) { return ${main}; }) // ${name}`);
  return path;
}

async function runScript(path: string): Promise<{ said: unknown; rejected: boolean | undefined }> {
  const ready = loadReady(path);
  return { said: await ready?.main(["a"], null as never), rejected: ready?.script.cachedDataRejected };
}

/** Made in a thread of its own: V8 remembers what it has compiled in this one, and would not look at a cache. */
async function makeCache(path: string): Promise<Buffer> {
  const code = `const { parentPort, workerData } = require("node:worker_threads");
    const text = require("node:fs").readFileSync(workerData, "latin1");
    parentPort.postMessage(new (require("node:vm").Script)(text).createCachedData());`;
  const [made] = await once(new Worker(code, { eval: true, workerData: path }), "message");
  return Buffer.from(made as Uint8Array);
}

test("without a script there is nothing ready", () => {
  expect(loadReady(join(folder, "none.js"))).toBeNull();
});

test("a script knows its place, and is compiled where there is no cache", async () => {
  const { said, rejected } = await runScript(writeScript("bare.js"));
  expect(said).toMatch(/^a,file:\/\/.*bare\.js,function$/);
  expect(rejected).toBeUndefined();
});

test("the cache that was made of it is taken", async () => {
  const path = writeScript("cached.js");
  writeFileSync(cachePath(path), await makeCache(path));
  expect(await runScript(path)).toMatchObject({ said: expect.stringContaining("cached.js"), rejected: false });
});

test.each([
  ["empty", () => Buffer.alloc(0)],
  ["cut off", (made: Buffer) => made.subarray(0, made.length / 2)],
  ["of another version", (made: Buffer) => Buffer.concat([made.subarray(0, 4), Buffer.alloc(4), made.subarray(8)])],
  ["something else", () => Buffer.from("no cache".repeat(100))],
])("a cache that is %s is refused, and the script runs all the same", async (what, spoil) => {
  const path = writeScript(`spoilt ${what}.js`);
  writeFileSync(cachePath(path), spoil(await makeCache(path)));
  expect(await runScript(path)).toMatchObject({ said: expect.stringContaining("spoilt"), rejected: true });
});

test("the flags of a short run are known to this V8", () => {
  const words = [
    "--import",
    "tsx",
    "-e",
    "import('./src/node/ready/load.ts').then((m) => ['ready.js', 'ready-export.js'].forEach(m.expectShortRun))",
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
});
