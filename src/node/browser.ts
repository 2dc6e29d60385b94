import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { Failure } from "./failure.ts";

/** A browser that can be started: Chromium or one of its kin. */
export interface BrowserProgram {
  readonly executablePath: string;
  /** The environment to start it in. */
  readonly env: Record<string, string>;
  /** How it was found, for messages. */
  readonly origin: "CHROME_PATH" | "installed" | "bundled";
}

const NAMES = [
  "chromium-headless-shell",
  "chrome-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "microsoft-edge",
];
const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
  linux: ["/snap/bin/chromium"],
};
const BUNDLED = "@sparticuz/chromium";

/** Every place where a browser is looked for, in order: what the message says when there is none. */
export function browserPlaces(env: NodeJS.ProcessEnv = process.env): readonly string[] {
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...(PLACES[process.platform] ?? [])];
}

/**
 * Finds a browser: `$CHROME_PATH`, then an installed one, then the one that comes as the optional npm package.
 * @throws Failure `no-browser`, naming what was looked for and how to name one.
 */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<BrowserProgram> {
  const named = env.CHROME_PATH;
  if (named) {
    if (!existsSync(named))
      throw new Failure(
        "no-browser",
        `CHROME_PATH names ${named}, and there is no such file.`,
        "Name a browser that is there: CHROME_PATH=/path/to/chrome. Without CHROME_PATH an installed one is looked for.",
      );
    return { executablePath: named, env: definedOnly(env), origin: "CHROME_PATH" };
  }
  const installed = browserPlaces(env).find((place) => existsSync(place));
  if (installed) return { executablePath: installed, env: definedOnly(env), origin: "installed" };
  const bundled = await findBundled(env);
  if (bundled) return bundled;
  throw new Failure(
    "no-browser",
    `No browser was found. Looked for ${NAMES.join(", ")} on PATH, for ${(PLACES[process.platform] ?? []).join(", ") || "nothing else on this system"}, and for the npm package ${BUNDLED}.`,
    "Install Chromium, Chrome or Edge, or name one: CHROME_PATH=/path/to/chrome",
  );
}

/** What helps against a browser that does not do its work. */
export const NAME_ANOTHER = "Name another: CHROME_PATH=/path/to/chrome";

/** Starts the browser that `findBrowser` finds. The caller closes it. */
export async function openBrowser(program?: BrowserProgram): Promise<Browser> {
  const { executablePath, env } = program ?? (await findBrowser());
  const { chromium } = await import("playwright-core");
  // The background services look up hosts of their maker; a briefing tool asks the network for nothing.
  const args = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
  try {
    return await chromium.launch({ executablePath, env, headless: true, args });
  } catch (error) {
    throw new Failure("no-browser", `The browser ${executablePath} did not start.`, NAME_ANOTHER, error);
  }
}

// ---- the bundled browser ------------------------------------------------------------------------

/**
 * The package ships compressed files and unpacks them into one shared folder, after a check that can see a half-written
 * file. So a child process unpacks into a private folder, which is then renamed: parallel first starts are safe.
 */
async function findBundled(env: NodeJS.ProcessEnv): Promise<BrowserProgram | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const entry = resolvePackage();
  if (entry === null) return null;
  const { version } = createRequire(import.meta.url)(join(entry, "..", "..", "..", "package.json")) as {
    version: string;
  };
  const home = join(await cacheFolder(env), `chromium-${version}`);
  if (!existsSync(join(home, "ready"))) await unpack(entry, home, env);
  const library = join(home, "al2023", "lib");
  return {
    executablePath: join(home, "chromium"),
    origin: "bundled",
    env: {
      ...definedOnly(env),
      LD_LIBRARY_PATH: [library, env.LD_LIBRARY_PATH].filter(Boolean).join(":"),
      // Without a fontconfig file Chromium draws boxes, or dies when it prints.
      FONTCONFIG_FILE: env.FONTCONFIG_FILE ?? join(home, "fonts.conf"),
    },
  };
}

function resolvePackage(): string | null {
  try {
    return createRequire(import.meta.url).resolve(BUNDLED);
  } catch {
    return null; // an optional dependency may be absent
  }
}

async function unpack(entry: string, home: string, env: NodeJS.ProcessEnv): Promise<void> {
  const folder = await mkdtemp(`${home}.`);
  try {
    const script = `import(${JSON.stringify(pathToFileURL(entry).href)}).then((m) => (m.default.default ?? m.default).executablePath())`;
    // The libraries that a bare system lacks are unpacked only for the environment that the package is made for.
    await run(process.execPath, ["-e", script], { ...env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" });
    await writeFile(join(folder, "fonts.conf"), fontsConf(join(home, "fonts"), join(home, "font-cache")));
    await writeFile(join(folder, "ready"), "");
    await rename(folder, home);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if (!existsSync(join(home, "ready"))) {
      throw new Failure("no-browser", `The bundled browser could not be unpacked into ${home}.`, null, error);
    }
  }
}

function fontsConf(fonts: string, cache: string): string {
  return `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${cache}</cachedir></fontconfig>\n`;
}

async function cacheFolder(env: NodeJS.ProcessEnv): Promise<string> {
  const candidates = [env.XDG_CACHE_HOME, env.HOME ? join(homedir(), ".cache") : undefined, tmpdir()];
  for (const candidate of candidates) {
    if (!candidate) continue;
    const folder = join(candidate, "tadrich");
    try {
      await mkdir(folder, { recursive: true });
      await rm(await mkdtemp(join(folder, "probe-")), { recursive: true });
      return folder;
    } catch {
      // not writable: the next place
    }
  }
  throw new Failure(
    "no-browser",
    "There is no folder to unpack the bundled browser into.",
    "Set TMPDIR or XDG_CACHE_HOME.",
  );
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ["ignore", "ignore", "inherit"] });
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`))));
  });
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
