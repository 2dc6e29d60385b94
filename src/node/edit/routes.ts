import type { IncomingMessage, ServerResponse } from "node:http";
import { MAX_SOURCE_BYTES } from "../../deck/index.ts";
import { clientFile } from "../bundle.ts";
import { IMAGE_LIMIT } from "../images.ts";
import { readBody, readBytes } from "../server/body.ts";
import { end, endJson } from "./answer.ts";
import { editorPage, editorStyle, framePage, kitOf, templatesScript, workerPolicy } from "./pages.ts";
import { savePicture } from "./pictures.ts";
import type { Desk, Role } from "./server.ts";

export interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** What stands behind the token. */
  readonly rest: string;
  readonly query: URLSearchParams;
  /** As the request named it, e.g. `localhost:4300`. */
  readonly host: string;
}

/** One thing that the server does: for whom, and where. */
export interface Route {
  readonly method: "GET" | "PUT" | "POST";
  readonly folder: string;
  readonly role: Role;
  readonly handle: (visit: Visit) => Promise<void> | void;
}

/** A body holds the text as JSON, where a character takes six bytes at most. */
const BODY_LIMIT = 2 * MAX_SOURCE_BYTES;

/** Every address of the server. There is no other: nothing is looked up on the disk by a name from outside. */
export function makeRoutes(desk: Desk): readonly Route[] {
  const { tokens, live } = desk;
  return [
    {
      method: "GET",
      folder: "edit",
      role: "edit",
      handle: ({ response, host }) => {
        const { body, policy } = editorPage(desk, host);
        end(response, 200, { type: "text/html", body, policy });
      },
    },
    {
      method: "GET",
      folder: "deck",
      role: "deck",
      handle: ({ response, host }) => {
        const body = live.page(`ws://${host}/socket/${tokens.deck}`);
        // The page's own policy stands in the page.
        end(response, 200, { type: "text/html", body, policy: "frame-ancestors 'none'" });
      },
    },
    {
      method: "GET",
      folder: "script",
      role: "edit",
      handle: async ({ response, host }) => {
        const body = await clientFile("editor.js");
        end(response, 200, { type: "text/javascript", body, policy: workerPolicy(desk, host) });
      },
    },
    {
      method: "GET",
      folder: "templates",
      role: "edit",
      handle: ({ response }) => end(response, 200, { type: "text/javascript", body: templatesScript(desk) }),
    },
    {
      method: "GET",
      folder: "style",
      role: "edit",
      handle: ({ response }) => end(response, 200, { type: "text/css", body: editorStyle(desk) }),
    },
    { method: "GET", folder: "kit", role: "edit", handle: ({ response }) => endJson(response, 200, kitOf(desk)) },
    {
      method: "GET",
      folder: "frame",
      role: "frame",
      handle: async ({ response, host, rest }) => {
        const { body, policy } = await framePage(desk, host, rest);
        end(response, 200, { type: "text/html", body, policy });
      },
    },
    {
      method: "GET",
      folder: "source",
      role: "edit",
      handle: async ({ response }) => endJson(response, 200, await desk.source.read()),
    },
    { method: "PUT", folder: "source", role: "edit", handle: (visit) => save(desk, visit) },
    { method: "GET", folder: "picture", role: "frame", handle: (visit) => sendPicture(desk, visit) },
    { method: "POST", folder: "picture", role: "edit", handle: (visit) => takePicture(desk, visit) },
    { method: "POST", folder: "export", role: "edit", handle: (visit) => exportDeck(desk, visit) },
  ];
}

async function save({ source, live }: Desk, { request, response }: Visit): Promise<void> {
  const written = readSave(await readBody(request, BODY_LIMIT));
  if (written === null) return end(response, 400);
  if (Buffer.byteLength(written.text) > MAX_SOURCE_BYTES) return end(response, 413);
  const result = await source.save(written.base, written.text);
  if (result.status === "changed") return endJson(response, 409, result.current);
  endJson(response, 200, { hash: result.hash });
  await live.sourceChanged();
}

function readSave(body: string | null): { readonly base: string; readonly text: string } | null {
  const value = parseObject(body);
  const { base, text } = value;
  const isSave = typeof base === "string" && /^[0-9a-f]{64}$/.test(base) && typeof text === "string";
  return isSave && Object.keys(value).length === 2 ? { base, text } : null;
}

function parseObject(json: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json ?? "null");
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** A picture of the deck, by what the author wrote; as a page of its own it could do nothing. */
async function sendPicture({ live }: Desk, { response, rest }: Visit): Promise<void> {
  const picture = await live.pictures.load(Buffer.from(rest, "base64url").toString("utf8"));
  if (typeof picture === "string") return endJson(response, 404, { problem: picture });
  end(response, 200, {
    type: picture.type,
    body: picture.bytes,
    policy: "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    // The preview's frame has no origin of its own, so to the browser it is a stranger.
    headers: { "cross-origin-resource-policy": "cross-origin", "access-control-allow-origin": "*" },
  });
}

async function takePicture({ file, live, tellEditors }: Desk, { request, response, query }: Visit): Promise<void> {
  const bytes = await readBytes(request, IMAGE_LIMIT);
  if (bytes === null) return endJson(response, 413, { problem: "too-large" });
  const saved = await savePicture(file, query.get("name") ?? "", bytes);
  if (typeof saved === "string") return endJson(response, saved === "too-large" ? 413 : 422, { problem: saved });
  live.pictures.forget();
  tellEditors({ kind: "assets" });
  endJson(response, 201, saved);
}

async function exportDeck({ exporter }: Desk, { request, response }: Visit): Promise<void> {
  const { format } = parseObject(await readBody(request, 1_000));
  if (exporter === null || typeof format !== "string" || !exporter.formats.includes(format)) return end(response, 400);
  const { name, type, bytes } = await exporter.run(format);
  end(response, 200, {
    type,
    body: bytes,
    headers: { "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}` },
  });
}
