import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { isSystemError } from "../failure.ts";
import { writeWhole } from "../files.ts";
import { makeTokens, ROLES, type Tokens } from "./server.ts";

/** Where a deck was served last: a page that is still open finds the server again, and drafts are kept by address. */
export interface Remembered {
  readonly port: number;
  readonly tokens: Tokens;
}

/** Ports for decks that were never served: one each, so that drafts of the browser stay theirs. */
const FIRST_PORT = 41_000;
const PORTS = 4_000;

/**
 * What is remembered of a deck, in the user's own folder, which nobody else can read; fresh where nothing is.
 * @param path of the deck, absolute.
 */
export async function recallPlace(
  path: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Remembered> {
  const written = await readPlace(fileFor(path, env));
  if (written !== null) return written;
  const fresh = {
    port: FIRST_PORT + (createHash("sha256").update(path).digest().readUInt16BE() % PORTS),
    tokens: makeTokens(),
  };
  return fresh;
}

export async function rememberPlace(
  path: string,
  place: Remembered,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  try {
    await mkdir(folderOf(env), { recursive: true, mode: 0o700 });
    await writeWhole(fileFor(path, env), JSON.stringify(place), { durable: false });
  } catch {
    // Without it everything works until the command is started again.
  }
}

async function readPlace(path: string): Promise<Remembered | null> {
  try {
    const { port, tokens } = JSON.parse(await readFile(path, "utf8")) as Partial<Remembered>;
    const isPlace =
      Number.isInteger(port) &&
      Number(port) > 1023 &&
      Number(port) < 65_536 &&
      ROLES.every((role) => /^[\w-]{24}$/.test(String(tokens?.[role])));
    return isPlace ? { port: Number(port), tokens: tokens as Tokens } : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || isSystemError(error, "ENOENT", "EACCES"))
      return null;
    throw error;
  }
}

function folderOf(env: Readonly<Record<string, string | undefined>>): string {
  return join(env.XDG_STATE_HOME ?? join(homedir(), ".local", "state"), "tadrich", "edit");
}

function fileFor(path: string, env: Readonly<Record<string, string | undefined>>): string {
  return join(folderOf(env), `${createHash("sha256").update(path).digest("hex").slice(0, 24)}.json`);
}
