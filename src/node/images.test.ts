import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { imageType, loadImage } from "./images.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

let root = "";
let deck = "";
let project = "";

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "tadrich-images-"));
  project = join(root, "project");
  await mkdir(join(project, "slides", "deck"), { recursive: true });
  deck = join(project, "slides", "deck.md");
  await writeFile(join(project, "slides", "deck", "dot.png"), PNG);
  await writeFile(join(project, "slides", "deck", "תמונה אחת.png"), PNG);
  await writeFile(join(project, "slides", "deck", "page.png"), "<html><script>alert(1)</script>");
  await writeFile(join(root, "secret.png"), PNG);
  await symlink(join(root, "secret.png"), join(project, "slides", "deck", "link.png"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

test.each(["deck/dot.png", "./deck/dot.png", "deck/תמונה אחת.png", "deck/%D7%AA%D7%9E%D7%95%D7%A0%D7%94%20אחת.png"])(
  "%s is read",
  async (src) => {
    expect(await loadImage(src, deck, project)).toMatchObject({ type: "image/png" });
  },
);

test.each([
  ["https://example.org/a.png", "remote"],
  ["//example.org/a.png", "remote"],
  ["data:image/png;base64,AAAA", "remote"],
  ["file:///etc/passwd", "remote"],
  ["../../secret.png", "outside"],
  ["deck/link.png", "outside"],
  ["/etc/passwd", "outside"],
  ["deck/../../../secret.png", "outside"],
  ["deck/none.png", "missing"],
  ["deck", "missing"],
  ["deck/page.png", "not-an-image"],
  ["%00", "outside"],
])("%s is refused: %s", async (src, problem) => {
  expect(await loadImage(src, deck, project)).toBe(problem);
});

test("a drawing is known by its root element, also after a prologue", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(imageType(bytes('<?xml version="1.0"?>\n<!-- map -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe(
    "image/svg+xml",
  );
  expect(imageType(bytes("<html><svg></svg></html>"))).toBeNull();
});
