import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { Bucket } from "./bucket.ts";

/** One page at the other end. */
export interface Peer {
  send(text: string): void;
  /** Cuts the page off, e.g. for words that it may not say. */
  refuse(reason: string): void;
}

export interface SocketEvents<R> {
  /** Decides by address and headers alone; null refuses the page before any socket is opened. */
  admit(request: IncomingMessage): R | null;
  opened(peer: Peer, role: R): void;
  said(peer: Peer, role: R, text: string): void;
  closed(peer: Peer, role: R): void;
}

export interface SocketLimits {
  /** Bytes of one message. */
  readonly message: number;
  /** Bytes that wait for a page that does not read; past it the page is dropped, so nobody waits for it. */
  readonly backlog: number;
  readonly messagesPerSecond: number;
  /** Milliseconds between two signs of life; a page that missed one is dropped. */
  readonly heartbeat: number;
}

export const LIMITS: SocketLimits = {
  message: 256 * 1024,
  backlog: 512 * 1024,
  messagesPerSecond: 60,
  heartbeat: 15_000,
};

/** Adds WebSockets to a server. Answers with a function that ends them. */
export function acceptSockets<R>(server: Server, events: SocketEvents<R>, limits: SocketLimits = LIMITS): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.message, perMessageDeflate: false });
  const alive = new WeakSet<WebSocket>();

  server.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const role = events.admit(request);
    if (role === null) {
      stream.end("HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      alive.add(socket);
      serve(socket, role, events, limits);
      socket.on("pong", () => alive.add(socket));
    });
  });

  const pulse = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!alive.has(socket)) socket.terminate();
      alive.delete(socket);
      if (socket.readyState === socket.OPEN) socket.ping();
    }
  }, limits.heartbeat);
  pulse.unref();

  return () => {
    clearInterval(pulse);
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}

function serve<R>(socket: WebSocket, role: R, events: SocketEvents<R>, limits: SocketLimits): void {
  const bucket = new Bucket(limits.messagesPerSecond * 2, limits.messagesPerSecond, performance.now());
  const peer: Peer = {
    send(text) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > limits.backlog) socket.terminate();
      else socket.send(text);
    },
    refuse: (reason) => socket.close(1008, reason),
  };
  socket.on("message", (data, isBinary) => {
    if (isBinary || !bucket.take(performance.now())) {
      peer.refuse(isBinary ? "text only" : "too many messages");
      return;
    }
    events.said(peer, role, data.toString());
  });
  // A malformed frame or a broken line: the library closes the socket, and `close` follows.
  socket.on("error", () => socket.terminate());
  socket.on("close", () => events.closed(peer, role));
  events.opened(peer, role);
}
