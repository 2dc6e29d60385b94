import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { Failure, isSystemError } from "../failure.ts";

export const LOOPBACK = ["127.0.0.1", "localhost", "::1"] as const;

/** This machine's IPv4 addresses in the room's network. */
export function lanAddresses(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
}

/**
 * A server with small limits on headers and time. It listens on the loopback unless told otherwise.
 * @param port 0 for any free one.
 * @throws Failure `port-busy`
 */
export async function listen(
  handler: RequestListener,
  { port, host }: { port: number; host: string },
): Promise<{ server: Server; port: number }> {
  const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 20_000, headersTimeout: 10_000 }, handler);
  server.maxConnections = 4096;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) =>
      reject(
        isSystemError(error, "EADDRINUSE", "EACCES")
          ? new Failure("port-busy", `Port ${port} cannot be used (${error.code}).`, "Name another: --port 4000", error)
          : error,
      ),
    );
    server.listen(port, host, resolve);
  });
  return { server, port: (server.address() as AddressInfo).port };
}
