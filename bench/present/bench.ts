import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { WebSocket } from "ws";
import { atLeast, atMost, median, type Row, told } from "../rows.ts";

const FOLLOWERS = 500;
const CHANGES = 200;

/**
 * Five hundred followers on the loopback, two hundred slide changes, and one follower that stops reading half-way. The
 * time counts from the presenter's send to the arrival at the last of them.
 */
export async function bench(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "tadrich-present-"));
  const script = join(folder, "server.mjs");
  await build({
    entryPoints: [join("bench", "present", "server.ts")],
    outfile: script,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  });
  const server = fork(script, { stdio: "inherit" });
  try {
    const [{ addresses }] = (await once(server, "message")) as [{ addresses: Record<string, string> }];
    return await measure(addresses, async () => {
      server.send({});
      const [answer] = (await once(server, "message")) as [{ megabytes: number; followers: number }];
      return answer;
    });
  } finally {
    server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(
  addresses: Record<string, string>,
  ask: () => Promise<{ megabytes: number; followers: number }>,
): Promise<Row[]> {
  const connect = async (role: string): Promise<WebSocket> => {
    const { host, pathname } = new URL(addresses[role] ?? "");
    const socket = new WebSocket(`ws://${host}/socket/${pathname.split("/")[2]}`, { origin: `http://${host}` });
    await once(socket, "open");
    return socket;
  };
  const presenter = await connect("presenter");
  const followers: WebSocket[] = [];
  for (let index = 0; index < FOLLOWERS; index++) followers.push(await connect("follower"));
  let lost = 0;
  let waiting = 0;
  let done: () => void = () => {};
  for (const follower of followers) {
    follower.on("close", () => (lost += 1));
    follower.on("message", () => {
      waiting -= 1;
      if (waiting === 0) done();
    });
  }
  const change = async (slide: number, readers: number): Promise<number> => {
    const start = performance.now();
    waiting = readers;
    const arrived = new Promise<void>((resolve) => {
      done = resolve;
    });
    presenter.send(
      JSON.stringify({
        kind: "state",
        slide,
        step: 0,
        black: false,
        withHidden: false,
        elapsed: 0,
        running: true,
        rehearsing: false,
        spent: [],
        tool: "none",
      }),
    );
    await arrived;
    return performance.now() - start;
  };
  // Paced under the server's own limit of messages a second, as no hand is faster.
  const pace = () => new Promise((resolve) => setTimeout(resolve, 20));
  const times: number[] = [];
  for (let index = 1; index <= CHANGES; index++) {
    times.push(await change(index, FOLLOWERS));
    await pace();
  }
  const kept = FOLLOWERS - lost;
  followers[0]?.pause();
  const beside: number[] = [];
  for (let index = 1; index <= 50; index++) {
    beside.push(await change(index, FOLLOWERS - 1));
    await pace();
  }
  const { megabytes } = await ask();
  for (const socket of [presenter, ...followers]) socket.terminate();
  times.sort((a, b) => a - b);
  return [
    told(`${FOLLOWERS} followers: median time to the last`, median(times), "ms"),
    atMost(
      `${FOLLOWERS} followers: p99 time to the last`,
      times[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN,
      "ms",
      250,
    ),
    atMost(`${FOLLOWERS} followers: slowest of 50 beside one that does not read`, Math.max(...beside), "ms", 250),
    atMost("server memory", megabytes, "MB", 150),
    atLeast(`connections kept over ${CHANGES} changes`, kept, "", FOLLOWERS),
  ];
}
