import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findDecks } from "../project.ts";
import { openEditor } from "./server.ts";

const TEXT = "## שקופית\n";
/** So long that its save is still at work when the server is asked to end. */
const LONG = `${TEXT}\n${"- נקודה\n".repeat(200_000)}`;

test("a save that has begun is on the disk when the server has ended", async () => {
  const root = await mkdtemp(join(tmpdir(), "tadrich-close-"));
  try {
    const slides = join(root, "slides");
    await mkdir(slides);
    const read = () => readFile(join(slides, "talk.md"), "utf8");
    await writeFile(join(slides, "talk.md"), TEXT);
    const [file] = await findDecks(root, ["talk"]);
    if (file === undefined) throw new Error("The deck is not there.");
    const editing = await openEditor(file, { port: 0 });
    const address = `http://127.0.0.1:${editing.port}`;
    const saving = fetch(`${address}/source/${editing.tokens.edit}`, {
      method: "PUT",
      headers: { origin: address },
      body: JSON.stringify({ base: createHash("sha256").update(TEXT).digest("hex"), text: LONG }),
    }).catch(() => "the line was cut");
    const hasBegun = async () => (await readdir(slides)).length > 1 || (await read()).length > TEXT.length;
    await expect.poll(hasBegun, { interval: 1, timeout: 20_000 }).toBe(true);
    await editing.close();
    expect((await read()).length).toBe(LONG.length);
    expect(await readdir(slides)).toEqual(["talk.md"]);
    await saving;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
