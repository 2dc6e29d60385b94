import { realpath } from "node:fs/promises";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { dirname } from "node:path";
import { parseHello } from "../../client/live/messages.ts";
import type { Lang } from "../../deck/index.ts";
import { MAX_SOURCE_BYTES } from "../../deck/index.ts";
import { Failure, isOfSystem } from "../failure.ts";
import { isInside } from "../files.ts";
import type { DeckFile } from "../project.ts";
import { Buckets } from "../server/bucket.ts";
import { type Guard, guardFor, hasKnownHost, hasOwnOrigin } from "../server/guard.ts";
import { LOOPBACK, listen } from "../server/listen.ts";
import { acceptSockets, type Peer } from "../server/sockets.ts";
import { isToken, makeToken } from "../server/tokens.ts";
import { watchFolders } from "../watch.ts";
import { end } from "./answer.ts";
import { LiveDeck } from "./live-deck.ts";
import { makeRoutes, type Route } from "./routes.ts";
import { SourceFile } from "./source-file.ts";

/** Who may do what: the editor everything, an open deck hears of changes, a preview shows pictures. */
export const ROLES = ["edit", "deck", "frame"] as const;
export type Role = (typeof ROLES)[number];
export type Tokens = Readonly<Record<Role, string>>;

/** A file that an export made. */
export interface Exported {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Makes the deck's file of a format from what is on the disk. */
export interface Exporter {
  readonly formats: readonly string[];
  run(format: string): Promise<Exported>;
}

export interface EditOptions {
  /** 0 for any free one. */
  readonly port: number;
  /** Those of an earlier run, so that pages that are still open find the server again. */
  readonly tokens?: Tokens;
  /** Language of messages; the deck's own where it is not given. */
  readonly lang?: Lang;
  readonly exporter?: Exporter;
}

export interface Editing {
  readonly port: number;
  readonly tokens: Tokens;
  /** The editor page, and the deck that follows its source. */
  readonly addresses: { readonly edit: string; readonly deck: string };
  close(): Promise<void>;
}

export function makeTokens(): Tokens {
  return { edit: makeToken(), deck: makeToken(), frame: makeToken() };
}

/** What the routes work on. */
export interface Desk {
  readonly file: DeckFile;
  readonly source: SourceFile;
  readonly live: LiveDeck;
  readonly tokens: Tokens;
  readonly exporter: Exporter | null;
  /** Says to the editors that something is not as they have it. */
  tellEditors(message: EditorNews): void;
}

/** What an open editor is told: it asks for what it needs then. */
export type EditorNews = { readonly kind: "source" | "assets" | "templates" };

/**
 * Serves one deck to its editor page, and to open decks that follow the source, on this machine only.
 * @throws Failure `port-busy`; `outside` for a deck that is a link out of its project.
 */
export async function openEditor(file: DeckFile, options: EditOptions): Promise<Editing> {
  const path = await realDeck(file);
  const tokens = options.tokens ?? makeTokens();
  const editors = new Set<Peer>();
  const decks = new Set<Peer>();
  const tell = (peers: ReadonlySet<Peer>, message: object): void => {
    const text = JSON.stringify(message);
    for (const peer of peers) peer.send(text);
  };
  const live = await LiveDeck.open({ ...file, path }, (message) => tell(decks, message), options.lang);
  const desk: Desk = {
    file: { ...file, path },
    source: new SourceFile(path, 2 * MAX_SOURCE_BYTES),
    live,
    tokens,
    exporter: options.exporter ?? null,
    tellEditors: (message) => tell(editors, message),
  };
  const door = new Door(makeRoutes(desk), tokens);
  const { server, port } = await listen((request, response) => void door.answer(request, response), {
    port: options.port,
    host: "127.0.0.1",
  });
  door.open(port);
  const closeSockets = serveSockets(server, door, live, { editors, decks });
  const stopWatching = watchDesk(desk);
  const address = (folder: string, token: string): string => `http://127.0.0.1:${port}/${folder}/${token}`;
  return {
    port,
    tokens,
    addresses: { edit: address("edit", tokens.edit), deck: address("deck", tokens.deck) },
    async close() {
      stopWatching();
      closeSockets();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await desk.source.settled();
      await live.close();
    },
  };
}

/** The file itself, where the deck is a link inside of its project: a save must not replace the link by a file. */
async function realDeck(file: DeckFile): Promise<string> {
  const [path, project] = await Promise.all([realpath(file.path), realpath(file.project)]);
  if (isInside(project, path)) return path;
  throw new Failure("outside", `${file.shown} is a link that leads out of ${file.project}.`);
}

function watchDesk({ live, file, tellEditors }: Desk): () => void {
  const own = file.path.slice(dirname(file.path).length + 1);
  const stops = [
    watchFolders([dirname(file.path)], async (names) => {
      const others = [...names].filter((name) => name !== own && !name.endsWith(".md"));
      if (names.has(own)) tellEditors({ kind: "source" });
      if (others.length > 0) tellEditors({ kind: "assets" });
      await (others.length > 0 ? live.filesChanged() : live.sourceChanged());
    }),
    watchFolders(live.templateFolders, async () => {
      await live.templatesChanged();
      tellEditors({ kind: "templates" });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Lets in who has a token, from our own pages, by one of our own names. */
class Door {
  readonly #routes: readonly Route[];
  readonly #tokens: Tokens;
  readonly #attempts = new Buckets(30, 1);
  #guard: Guard = guardFor([], 0);

  constructor(routes: readonly Route[], tokens: Tokens) {
    this.#routes = routes;
    this.#tokens = tokens;
  }

  open(port: number): void {
    this.#guard = guardFor(LOOPBACK, port);
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!hasKnownHost(this.#guard, request)) return end(response, 403);
    const method = request.method ?? "";
    if (method !== "GET" && !hasOwnOrigin(this.#guard, request)) return end(response, 403);
    const { folder, token, rest, query } = readAddress(request);
    const found = this.#routes.filter((route) => route.folder === folder);
    const allowed = found.filter(({ role }) => isToken(token, this.#tokens[role]));
    if (allowed.length === 0) return end(response, this.isGuessing(request) ? 429 : 404);
    const route = allowed.find((candidate) => candidate.method === method);
    if (route === undefined) return end(response, 405);
    try {
      await route.handle({ request, response, rest, query, host: request.headers.host ?? "" });
    } catch (error) {
      if (!(error instanceof Failure || isOfSystem(error))) throw error;
      end(response, 500, { type: "text/plain", body: error.message });
    }
  }

  /** The role of a page that wants a socket; null refuses it. */
  admit(request: IncomingMessage): Role | null {
    if (!hasKnownHost(this.#guard, request) || !hasOwnOrigin(this.#guard, request)) return null;
    const { folder, token } = readAddress(request);
    const role = folder === "socket" ? ROLES.find((candidate) => isToken(token, this.#tokens[candidate])) : undefined;
    if (role === undefined || role === "frame") {
      this.isGuessing(request);
      return null;
    }
    return role;
  }

  /** Counts wrong addresses: a person mistypes, a guesser goes on. */
  isGuessing(request: IncomingMessage): boolean {
    return !this.#attempts.take(request.socket.remoteAddress ?? "", performance.now());
  }
}

interface Address {
  readonly folder: string;
  readonly token: string;
  /** What stands behind the token; never used as a path. */
  readonly rest: string;
  readonly query: URLSearchParams;
}

function readAddress(request: IncomingMessage): Address {
  const [path = "", query = ""] = (request.url ?? "").split("?", 2);
  const [, folder = "", token = "", ...rest] = path.split("/");
  return { folder, token, rest: rest.join("/"), query: new URLSearchParams(query) };
}

interface Audience {
  readonly editors: Set<Peer>;
  readonly decks: Set<Peer>;
}

function serveSockets(server: Server, door: Door, live: LiveDeck, { editors, decks }: Audience): () => void {
  return acceptSockets<Role>(server, {
    admit: (request) => door.admit(request),
    opened: (peer, role) => void (role === "edit" ? editors : decks).add(peer),
    closed: (peer, role) => void (role === "edit" ? editors : decks).delete(peer),
    said(peer, role, text) {
      const hello = role === "deck" ? parseHello(text) : null;
      if (hello === null) return peer.refuse("not understood");
      for (const message of live.catchUp(hello.version)) peer.send(JSON.stringify(message));
    },
  });
}
