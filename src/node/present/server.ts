import type { IncomingMessage, ServerResponse } from "node:http";
import { readBody } from "../server/body.ts";
import { Buckets } from "../server/bucket.ts";
import { guardFor, hasKnownHost, hasOwnOrigin, SAFE_HEADERS } from "../server/guard.ts";
import { LOOPBACK, lanAddresses, listen } from "../server/listen.ts";
import { acceptSockets, LIMITS, type Peer, type SocketLimits } from "../server/sockets.ts";
import { isToken, makeToken } from "../server/tokens.ts";
import { openRoom, type Program, type Received, ROLES, type Role, receive, welcome } from "./room.ts";

/** What a page has to know to talk to the server. */
export interface Place {
  /** e.g. `ws://192.168.1.7:3030/socket/…`; the page's policy allows this address and no other. */
  readonly socket: string;
  /** Addresses to show as QR codes; only the presenter may know them. */
  readonly links: Readonly<Record<Role, string>> | null;
}

/** The pages of a briefing. `presenter` and `remote` hold notes; `follower` holds nothing that its reader may not see. */
export type Pages = Readonly<Record<Role, (place: Place) => string>>;

export interface PresentOptions {
  /** 0 for any free one. */
  readonly port: number;
  /** Listen on the room's network, not on this machine alone. */
  readonly lan: boolean;
  /** Takes what a rehearsal recorded. */
  readonly saveRehearsal: (text: string) => Promise<void>;
  readonly limits?: SocketLimits;
}

export interface Presentation {
  readonly port: number;
  /** The address of each role, with its token. */
  readonly addresses: Readonly<Record<Role, string>>;
  /** Pages that are connected now. */
  count(role: Role): number;
  close(): Promise<void>;
}

const FOLDERS: Readonly<Record<Role, string>> = { presenter: "present", remote: "remote", follower: "follow" };
const REHEARSAL_LIMIT = 1024 * 1024;

/**
 * Serves a briefing to its presenter, to phones that steer it, and to any number of followers. Each role has an address
 * of its own that nobody guesses; an address of one role opens nothing of another.
 * @throws Failure `port-busy`
 */
export async function present(pages: Pages, program: Program, options: PresentOptions): Promise<Presentation> {
  const tokens = { presenter: makeToken(), remote: makeToken(), follower: makeToken() };
  const visitors = new Visitors();
  const hall = new Hall(program);

  const { server, port } = await listen((request, response) => void answer(request, response), {
    port: options.port,
    host: options.lan ? "0.0.0.0" : "127.0.0.1",
  });
  const lan = options.lan ? lanAddresses() : [];
  const guard = guardFor([...LOOPBACK, ...lan], port);
  const addresses = Object.fromEntries(
    ROLES.map((role) => {
      const host = role === "presenter" ? "127.0.0.1" : (lan[0] ?? "127.0.0.1");
      return [role, `http://${host}:${port}/${FOLDERS[role]}/${tokens[role]}`];
    }),
  ) as Record<Role, string>;

  /** The role whose token stands behind `folder` in the address; null for every other address. */
  function roleAt(request: IncomingMessage, folder: (role: Role) => string): Role | null {
    const [, first, token, rest] = (request.url ?? "").split("/");
    if (token === undefined || rest !== undefined) return null;
    return ROLES.find((role) => folder(role) === first && isToken(token, tokens[role])) ?? null;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!hasKnownHost(guard, request)) return end(response, 403);
    if (request.method === "POST") return answerPost(request, response);
    if (request.method !== "GET") return end(response, 405);
    const role = roleAt(request, (candidate) => FOLDERS[candidate]);
    if (role === null) return end(response, visitors.isGuessing(request) ? 429 : 404);
    const socket = `ws://${request.headers.host}/socket/${tokens[role]}`;
    end(response, 200, pages[role]({ socket, links: role === "presenter" ? addresses : null }));
  }

  async function answerPost(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!hasOwnOrigin(guard, request) || roleAt(request, () => "rehearsal") !== "presenter") {
      return end(response, visitors.isGuessing(request) ? 429 : 403);
    }
    const text = await readBody(request, REHEARSAL_LIMIT);
    if (text === null) return end(response, 413);
    await options.saveRehearsal(text);
    end(response, 204);
  }

  const closeSockets = acceptSockets<Role>(
    server,
    {
      admit(request) {
        if (!hasKnownHost(guard, request) || !hasOwnOrigin(guard, request)) return null;
        const role = roleAt(request, () => "socket");
        if (role === null) visitors.isGuessing(request);
        return role;
      },
      opened: (peer, role) => hall.enter(peer, role),
      said: (peer, role, text) => hall.say(peer, role, text),
      closed: (peer, role) => hall.leave(peer, role),
    },
    options.limits ?? LIMITS,
  );

  return {
    port,
    addresses,
    count: (role) => hall.count(role),
    async close() {
      closeSockets();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Who is in the room, and what they are told. */
class Hall {
  readonly #program: Program;
  readonly #peers: Readonly<Record<Role, Set<Peer>>> = { presenter: new Set(), remote: new Set(), follower: new Set() };
  #room = openRoom();

  constructor(program: Program) {
    this.#program = program;
  }

  enter(peer: Peer, role: Role): void {
    this.#peers[role].add(peer);
    for (const message of welcome(this.#room, role, this.#program)) peer.send(JSON.stringify(message));
  }

  leave(peer: Peer, role: Role): void {
    this.#peers[role].delete(peer);
  }

  count(role: Role): number {
    return this.#peers[role].size;
  }

  say(peer: Peer, role: Role, text: string): void {
    const received = receive(this.#room, role, text, this.#program);
    if (received === null) peer.refuse("not understood");
    else this.#deliver(received);
  }

  #deliver({ room, deliveries }: Received): void {
    this.#room = room;
    for (const { to, message } of deliveries) {
      const text = JSON.stringify(message);
      for (const role of to) for (const peer of this.#peers[role]) peer.send(text);
    }
  }
}

/** Counts wrong addresses by visitor: a guest mistypes, a guesser goes on. */
class Visitors {
  readonly #attempts = new Buckets(30, 1);

  isGuessing(request: IncomingMessage): boolean {
    return !this.#attempts.take(request.socket.remoteAddress ?? "", performance.now());
  }
}

function end(response: ServerResponse, status: number, page = ""): void {
  response.writeHead(status, { ...SAFE_HEADERS, "content-type": "text/html; charset=utf-8" });
  response.end(page);
}
