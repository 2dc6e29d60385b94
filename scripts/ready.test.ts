import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Io } from "../src/node/command.ts";
import { main as exportMain } from "../src/node/ready/export.ts";
import { READY } from "../src/node/ready/load.ts";
import { main as readyMain } from "../src/node/ready/main.ts";
import { toSingleBytes } from "./ready.ts";

test("every sign becomes single bytes, in regular expressions too", () => {
  expect(toSingleBytes("/[≥≤]|\\p{L}/u")).toBe("/[\\u2265\\u2264]|\\p{L}/u");
  expect(new RegExp(toSingleBytes("^[ךםןףץ]😀$"), "u").test("ם😀")).toBe(true);
});

test.each([...READY])("%s is in %s", async (name, script) => {
  let help = "";
  const io: Io = {
    cwd: "/",
    env: {},
    isTerminal: false,
    out: (text) => {
      help += text;
    },
    error: () => {},
    input: async () => new Uint8Array(),
  };
  const main = script === "ready.js" ? readyMain : exportMain;
  expect(await main([name, "--help"], io)).toBe(0);
  expect(help).toContain(`tadrich ${name}`);
});

/** `npm run prepare` makes it; while somebody works on the source it is another state of it. */
const isFresh =
  existsSync("lib/ready.js") &&
  ["src", "scripts", "templates"].every((root) =>
    readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((name) => /(?<!\.test)\.(?:ts|hbs|css)$/.test(name))
      .every((name) => statSync(join(root, name)).mtimeMs < statSync("lib/ready.js").mtimeMs),
  );

test.skipIf(!isFresh)("lib/ makes the files that the source makes", () => {
  const out = mkdtempSync(join(tmpdir(), "tadrich-ready-"));
  try {
    const pages = [["lib/tadrich.js"], ["--import", "tsx", "src/node/bin.ts"]].map((program, index) => {
      const folder = join(out, String(index));
      const words = [...program, "build", "layouts", "--out", folder];
      const { status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
      expect(status, stderr).toBe(0);
      const slides = join(folder, "layouts.pptx");
      const exported = spawnSync(process.execPath, [...program, "export", "layouts", "-o", slides], {
        encoding: "utf8",
      });
      expect(exported.status, exported.stderr).toBe(0);
      return Buffer.concat([readFileSync(join(folder, "layouts", "index.html")), readFileSync(slides)]);
    });
    expect(pages[0]?.equals(pages[1] ?? Buffer.alloc(0))).toBe(true);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});
