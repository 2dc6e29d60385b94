import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { findDecks } from "../project.ts";
import { type Editing, openEditor } from "./server.ts";

const TEXT = "---\ntitle: בדיקה\n---\n\n## שקופית\n\n- נקודה\n";
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

let root = "";
let editing: Editing;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "tadrich-hostile-"));
  await mkdir(join(root, "project", "slides", "talk"), { recursive: true });
  await writeFile(join(root, "secret.png"), PNG);
  await writeFile(join(root, "secret.txt"), "סוד");
  await writeFile(join(root, "project", "slides", "talk.md"), TEXT);
  await writeFile(join(root, "project", "slides", "talk", "own.png"), PNG);
  await symlink(join(root, "secret.png"), join(root, "project", "slides", "talk", "link.png"));
  const [file] = await findDecks(join(root, "project"), ["talk"]);
  editing = await openEditor(file!, { port: 0 });
});
afterEach(async () => {
  await editing.close();
  await rm(root, { recursive: true, force: true });
});

interface Ask {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array;
}

/** A raw request: `fetch` would not let a test choose its host, nor leave `..` in the address. */
function ask(
  path: string,
  { method = "GET", headers = {}, body = "" }: Ask = {},
): Promise<{ status: number; text: string }> {
  return new Promise((resolve) => {
    const request = httpRequest(
      { host: "127.0.0.1", port: editing.port, path, method, headers, setHost: headers.host === undefined },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
      },
    );
    // A body that is refused before its end breaks the line.
    request.on("error", () => resolve({ status: 0, text: "" }));
    request.end(body);
  });
}

const own = () => `http://127.0.0.1:${editing.port}`;
const name = (src: string) => Buffer.from(src).toString("base64url");
const json = (value: unknown): string => JSON.stringify(value);

/** Everything on the disk: names, kinds and bytes. */
async function snapshot(folder: string): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const entry of (await readdir(folder, { withFileTypes: true, recursive: true })).map((found) => found)) {
    const path = join(entry.parentPath, entry.name);
    const bytes = entry.isFile() ? (await readFile(path)).toString("base64") : "";
    rows.push(`${path.slice(folder.length)} ${entry.isDirectory()} ${entry.isSymbolicLink()} ${bytes}`);
  }
  return rows.sort();
}

/** What a stranger may try. Each is refused, and nothing on the disk changes. */
function attacks(): readonly (readonly [path: string, ask: Ask])[] {
  const { edit, deck, frame } = editing.tokens;
  const origin = { origin: own() };
  const good = json({ base: hashOf(TEXT), text: "נפרץ" });
  const folders = ["edit", "deck", "script", "style", "kit", "templates", "frame", "source", "picture", "export"];
  const strangers = [
    "http://evil.example",
    "null",
    `http://evil.example:${editing.port}`,
    "https://127.0.0.1",
    "file://",
  ];
  const paths = [
    "/",
    "//",
    "/etc/passwd",
    "/../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/..%5c..%5cwindows",
    "/source/../source",
    "/slides/talk.md",
    "/CON",
    "/%00",
    `/${edit}`,
    `/source/${edit}%00`,
    `/file/${edit}/../../secret.txt`,
  ];
  const pictures = [
    "../../secret.png",
    "/etc/passwd",
    "talk/link.png",
    "talk/../../../secret.png",
    "talk",
    "",
    "\0",
    "talk.md",
    "file:///etc/passwd",
    "//evil.example/x.png",
    "CON",
    "/dev/zero",
  ];
  const bodies = [
    "",
    "{",
    "[]",
    "null",
    json({ base: "x", text: "a" }),
    json({ base: hashOf(TEXT) }),
    json({ base: hashOf(TEXT), text: 1 }),
    json({ base: hashOf(TEXT), text: "a", path: "/etc/x" }),
    json({ base: hashOf(TEXT), text: null }),
  ];
  return [
    ...folders.map((folder): readonly [string, Ask] => [`/${folder}/AAAAAAAAAAAAAAAAAAAAAAAA`, {}]),
    ...paths.map((path): readonly [string, Ask] => [path, {}]),
    ...strangers.map((stranger): readonly [string, Ask] => [
      `/source/${edit}`,
      { method: "PUT", headers: { origin: stranger }, body: good },
    ]),
    ...strangers.map((stranger): readonly [string, Ask] => [
      `/picture/${edit}?name=x`,
      { method: "POST", headers: { origin: stranger }, body: PNG },
    ]),
    [`/source/${edit}`, { method: "PUT", body: good }],
    [`/picture/${edit}?name=x`, { method: "POST", body: PNG }],
    ...["evil.example", "127.0.0.1", `evil.example:${editing.port}`, ""].map((host): readonly [string, Ask] => [
      `/source/${edit}`,
      { headers: { host } },
    ]),
    ...[deck, frame].flatMap((token): readonly (readonly [string, Ask])[] => [
      [`/source/${token}`, { method: "PUT", headers: origin, body: good }],
      [`/source/${token}`, {}],
      [`/edit/${token}`, {}],
      [`/kit/${token}`, {}],
      [`/picture/${token}?name=x`, { method: "POST", headers: origin, body: PNG }],
      [`/export/${token}`, { method: "POST", headers: origin, body: json({ format: "pdf" }) }],
    ]),
    ...bodies.map((body): readonly [string, Ask] => [`/source/${edit}`, { method: "PUT", headers: origin, body }]),
    ...pictures.map((src): readonly [string, Ask] => [`/picture/${frame}/${name(src)}`, {}]),
    ...strangers.map((stranger): readonly [string, Ask] => [
      `/export/${edit}`,
      { method: "POST", headers: { origin: stranger }, body: json({ format: "pdf" }) },
    ]),
    ...["POST", "PUT", "DELETE", "PATCH"].flatMap((method): readonly (readonly [string, Ask])[] => [
      [`/edit/${edit}`, { method, headers: origin, body: good }],
      [`/deck/${deck}`, { method, headers: origin, body: good }],
    ]),
    ...["DELETE", "PATCH", "OPTIONS", "HEAD"].map((method): readonly [string, Ask] => [
      `/source/${edit}`,
      { method, headers: origin },
    ]),
    ...["<script>alert(1)</script>", "MZ", "%PDF-1.7", "#!/bin/sh", "\x7fELF", ""].map(
      (body): readonly [string, Ask] => [`/picture/${edit}?name=../../x.sh`, { method: "POST", headers: origin, body }],
    ),
    [`/picture/${edit}?name=x`, { method: "POST", headers: origin, body: new Uint8Array(17 * 1024 * 1024) }],
    [`/source/${edit}`, { method: "PUT", headers: { ...origin, "content-length": "99999999999" }, body: "x" }],
    ...["exe", "../x", ""].map((format): readonly [string, Ask] => [
      `/export/${edit}`,
      { method: "POST", headers: origin, body: json({ format }) },
    ]),
    [`/source/${edit}`, { method: "PUT", headers: origin, body: json({ base: hashOf("אחר"), text: "נפרץ" }) }],
    [`/edit/${"a".repeat(20_000)}`, {}],
  ];
}

test("a hundred hostile requests are refused, and the file system is as it was", async () => {
  const before = await snapshot(root);
  const all = attacks();
  expect(all.length).toBeGreaterThanOrEqual(100);
  const answers = [];
  for (const [path, options] of all)
    answers.push({ path, method: options.method ?? "GET", ...(await ask(path, options)) });
  expect(answers.filter(({ status }) => status >= 200 && status < 400)).toEqual([]);
  expect(answers.filter(({ text }) => text.includes("סוד") || text.includes("root:"))).toEqual([]);
  expect(await snapshot(root)).toEqual(before);
  expect((await ask(`/edit/${editing.tokens.edit}`)).status).toBe(200);
});

test("a socket of a stranger, or with a preview's token, is refused; one that says nonsense is cut off", async () => {
  const open = (token: string, origin?: string) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(
        `ws://127.0.0.1:${editing.port}/socket/${token}`,
        origin === undefined ? {} : { origin },
      );
      socket.once("error", (error) => resolve(error.message));
      socket.once("open", () => socket.send("{"));
      socket.once("close", (code) => resolve(String(code)));
    });
  const { edit, deck, frame } = editing.tokens;
  expect(await open(edit, "http://evil.example")).toContain("403");
  expect(await open(edit)).toContain("403");
  expect(await open(frame, own())).toContain("403");
  expect(await open("guess", own())).toContain("403");
  expect(await open(deck, own())).toBe("1008");
  expect(await open(edit, own())).toBe("1008");
});

test("a request that is no HTTP ends that line and no other", async () => {
  const raw = connect(editing.port, "127.0.0.1");
  raw.write("\xff\xfe garbage\r\n\r\n");
  await new Promise((resolve) => raw.once("close", resolve).resume());
  expect((await ask(`/source/${editing.tokens.edit}`)).status).toBe(200);
});

test("a picture is stored beside the deck under a name of its own, and none is replaced", async () => {
  const upload = async (wanted: string, bytes: Uint8Array) =>
    JSON.parse(
      (
        await ask(`/picture/${editing.tokens.edit}?name=${encodeURIComponent(wanted)}`, {
          method: "POST",
          headers: { origin: own() },
          body: bytes,
        })
      ).text,
    ) as { src: string };
  const other = Buffer.concat([PNG, Buffer.from([0])]);
  expect(await upload("../../תרשים ראשון.exe", PNG)).toEqual({ src: "talk/תרשים-ראשון.png" });
  expect(await upload("תרשים ראשון.png", PNG)).toEqual({ src: "talk/תרשים-ראשון.png" });
  expect(await upload("תרשים ראשון.png", other)).toEqual({ src: "talk/תרשים-ראשון-2.png" });
  expect(await upload("own.png", other)).toEqual({ src: "talk/own-2.png" });
  expect(await upload("link.png", other)).toEqual({ src: "talk/link-2.png" });
  expect(await upload("CON", PNG)).toEqual({ src: "talk/picture.png" });
  expect(await readFile(join(root, "secret.png"))).toEqual(PNG);
  expect(await readFile(join(root, "project", "slides", "talk", "own.png"))).toEqual(PNG);
});

test("where the deck's folder is a link out of the project, no picture is stored", async () => {
  const folder = join(root, "project", "slides", "talk");
  await rm(folder, { recursive: true });
  await symlink(root, folder);
  const answer = await ask(`/picture/${editing.tokens.edit}?name=x`, {
    method: "POST",
    headers: { origin: own() },
    body: PNG,
  });
  expect(answer.status).toBe(422);
  expect((await readdir(root)).sort()).toEqual(["project", "secret.png", "secret.txt"]);
});

test("a deck that is a link out of its project is not opened", async () => {
  const path = join(root, "project", "slides", "outside.md");
  await writeFile(join(root, "outside.md"), TEXT);
  await symlink(join(root, "outside.md"), path);
  const [file] = await findDecks(join(root, "project"), ["outside"]);
  await expect(openEditor(file!, { port: 0 })).rejects.toThrow("leads out");
});

test("the pages say what may run in them", async () => {
  const { edit, frame } = editing.tokens;
  const policy = async (path: string): Promise<string> =>
    (await fetch(`${own()}${path}`)).headers.get("content-security-policy") ?? "";
  expect(await policy(`/edit/${edit}`)).toMatch(/^default-src 'none'; script-src 'nonce-[\w-]+'; /);
  expect(await policy(`/edit/${edit}`)).not.toContain("unsafe");
  expect(await policy(`/frame/${frame}/mabat`)).toContain("sandbox allow-scripts");
  expect(await policy(`/frame/${frame}/mabat`)).not.toContain("unsafe");
  expect(await policy(`/picture/${frame}/${name("talk/own.png")}`)).toContain("sandbox");
});
