import { on } from "node:events";
import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { START } from "../../client/messages.ts";
import { LIMITS, type SocketLimits } from "../server/sockets.ts";
import { type Pages, type Presentation, present } from "./server.ts";

const PAGES: Pages = {
  presenter: ({ socket, links }) => `presenter ${socket} ${links?.follower}`,
  remote: ({ socket, links }) => `remote ${socket} ${links}`,
  follower: ({ socket, links }) => `follower ${socket} ${links}`,
};
const STATE = { ...START, slide: 1 };

let saved: string[] = [];
let show: Presentation;

beforeEach(async () => {
  saved = [];
  show = await open(LIMITS);
});
afterEach(() => show.close());

function open(limits: SocketLimits): Promise<Presentation> {
  const saveRehearsal = async (text: string) => void saved.push(text);
  return present(PAGES, { openIndex: [0, 1, 2] }, { port: 0, lan: false, saveRehearsal, limits });
}

/** A raw request: `fetch` would not let a test choose its host. */
function ask(
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
  body = "",
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: "127.0.0.1", port: show.port, path, method, headers, setHost: headers.host === undefined },
      (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (part: string) => {
          text += part;
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}

const pathOf = (role: "presenter" | "remote" | "follower") => new URL(show.addresses[role]).pathname;
const tokenOf = (role: "presenter" | "remote" | "follower") => pathOf(role).split("/")[2] ?? "";

function join(role: "presenter" | "remote" | "follower", origin = `http://127.0.0.1:${show.port}`): WebSocket {
  return new WebSocket(`ws://127.0.0.1:${show.port}/socket/${tokenOf(role)}`, { origin });
}
const opened = (socket: WebSocket) =>
  new Promise<void>((resolve, reject) => socket.once("open", resolve).once("error", reject));
const closed = (socket: WebSocket) => new Promise<number>((resolve) => socket.once("close", resolve));

/** Resolves with the first message that fits. */
function heard(
  socket: WebSocket,
  fits: (message: Record<string, unknown>) => boolean,
): Promise<Record<string, unknown>> {
  return new Promise((resolve) => {
    socket.on("message", (data) => {
      const message = JSON.parse(data.toString()) as Record<string, unknown>;
      if (fits(message)) resolve(message);
    });
  });
}

test("each role has its page; only the presenter's names the other addresses", async () => {
  expect((await ask(pathOf("presenter"))).text).toContain(show.addresses.follower);
  const follower = (await ask(pathOf("follower"))).text;
  expect(follower).toBe(`follower ws://127.0.0.1:${show.port}/socket/${tokenOf("follower")} null`);
});

test("a change of slide reaches followers, and who comes later starts there", async () => {
  const follower = join("follower");
  const moved = heard(follower, ({ slide }) => slide === 1);
  const presenter = join("presenter");
  await Promise.all([opened(follower), opened(presenter)]);
  presenter.send(JSON.stringify(STATE));
  expect(await moved).toMatchObject({ kind: "state", slide: 1 });
  const late = join("follower");
  expect(await heard(late, ({ kind }) => kind === "state")).toMatchObject({ slide: 1 });
});

test("the remote steers the presenter's deck", async () => {
  const [presenter, remote] = [join("presenter"), join("remote")];
  const told = heard(presenter, ({ kind }) => kind === "command");
  await Promise.all([opened(presenter), opened(remote)]);
  remote.send(JSON.stringify({ kind: "command", command: "next" }));
  expect(await told).toEqual({ kind: "command", command: "next" });
});

test("a follower that speaks is cut off", async () => {
  const follower = join("follower");
  await opened(follower);
  follower.send(JSON.stringify(STATE));
  expect(await closed(follower)).toBe(1008);
});

test.each([
  ["another host", "/", { host: "evil.example" }, 403],
  ["a host with another port", "/", { host: "127.0.0.1:1" }, 403],
  ["no token", "/present/", {}, 404],
  ["a wrong token", "/present/AAAAAAAAAAAAAAAAAAAAAAAA", {}, 404],
  ["a path that climbs", "/../../etc/passwd", {}, 404],
  ["an encoded path that climbs", "/present/%2e%2e%2f%2e%2e%2fetc%2fpasswd", {}, 404],
])("%s is refused", async (_name, path, headers, status) => {
  expect((await ask(path, headers)).status).toBe(status);
});

test("a token of one role opens nothing of another", async () => {
  expect((await ask(`/present/${tokenOf("follower")}`)).status).toBe(404);
  expect((await ask(`/remote/${tokenOf("follower")}`)).status).toBe(404);
  expect((await ask(`/present/${tokenOf("presenter")}/more`)).status).toBe(404);
});

test("a socket from a page of another origin, or of none, is refused", async () => {
  await expect(opened(join("follower", "http://evil.example"))).rejects.toThrow("403");
  await expect(opened(new WebSocket(`ws://127.0.0.1:${show.port}/socket/${tokenOf("follower")}`))).rejects.toThrow(
    "403",
  );
});

test("guessing tokens ends in 429, and does not shut out who has one", async () => {
  const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => ask(`/follow/guess${index}`)));
  expect(answers.map(({ status }) => status)).toContain(429);
  expect((await ask(pathOf("follower"))).status).toBe(200);
});

test("malformed frames and oversized messages end that page's line and no other", async () => {
  const good = join("follower");
  const big = join("presenter");
  await Promise.all([opened(good), opened(big)]);
  big.send("x".repeat(LIMITS.message + 1));
  expect(await closed(big)).toBe(1009);
  const raw = connect(show.port, "127.0.0.1");
  raw.write("GET /socket/ HTTP/1.1\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n\xff\xff\xff\xff");
  await new Promise((resolve) => raw.once("close", resolve).resume());
  expect(show.count("follower")).toBe(1);
});

test("a flood of messages is cut off", async () => {
  const presenter = join("presenter");
  await opened(presenter);
  for (let index = 0; index < 300; index++) presenter.send(JSON.stringify(STATE));
  expect(await closed(presenter)).toBe(1008);
});

test("a follower that stops reading is dropped, and the others go on", async () => {
  await show.close();
  show = await open({ ...LIMITS, backlog: 64 * 1024, messagesPerSecond: 100_000 });
  const [slow, good, presenter] = [join("follower"), join("follower"), join("presenter")];
  await Promise.all([opened(slow), opened(good), opened(presenter)]);
  slow.pause();
  const arrivals = (async function* () {
    for await (const [data] of on(good, "message")) yield JSON.parse(String(data)) as { kind: string };
  })();
  const strokes = [{ tool: "pen", points: Array.from({ length: 4000 }, () => [640.123456, 360.123456]) }];
  for (let round = 0; show.count("follower") > 1 && round < 1000; round++) {
    presenter.send(JSON.stringify({ kind: "ink", slide: round % 3, strokes }));
    while ((await arrivals.next()).value?.kind !== "ink");
  }
  expect(show.count("follower")).toBe(1);
});

test("a rehearsal is taken from the presenter's own page only", async () => {
  const origin = `http://127.0.0.1:${show.port}`;
  expect((await ask(`/rehearsal/${tokenOf("presenter")}`, { origin }, "POST", "{}")).status).toBe(204);
  expect((await ask(`/rehearsal/${tokenOf("presenter")}`, {}, "POST", "{}")).status).toBe(403);
  expect((await ask(`/rehearsal/${tokenOf("follower")}`, { origin }, "POST", "{}")).status).toBe(403);
  expect((await ask(`/rehearsal/${tokenOf("presenter")}`, { origin }, "POST", "x".repeat(2_000_000))).status).toBe(413);
  expect(saved).toEqual(["{}"]);
});
