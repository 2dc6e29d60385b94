import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Print } from "../../export/types.ts";
import type { BrowserProgram } from "../browser.ts";
import type { ExportJob } from "./job.ts";

/** Milliseconds; a deck of a thousand slides takes a tenth of it. */
const PATIENCE = 180_000;

/**
 * Prints a page: tagged, with backgrounds, in the page's own size. The browser prints by itself, by its own command
 * line, which spares the time to load and start what steers it; where that fails, it is steered.
 */
export function printer(job: ExportJob): Print {
  return async (html) => (await printAlone(html, await job.program())) ?? (await printSteered(html, job));
}

async function printAlone(html: string, { executablePath, env }: BrowserProgram): Promise<Uint8Array | null> {
  const folder = await mkdtemp(join(tmpdir(), "tadrich-print-"));
  try {
    const [page, printed] = [join(folder, "page.html"), join(folder, "page.pdf")];
    await writeFile(page, html);
    const args = [
      "--headless",
      "--no-pdf-header-footer",
      "--no-first-run",
      "--disable-gpu",
      "--disable-extensions",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // Nothing in the page asks for the network; this browser could not reach it.
      "--host-resolver-rules=MAP * ~NOTFOUND",
      // Chromium refuses its sandbox to root; the page holds no script.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      `--user-data-dir=${join(folder, "profile")}`,
      `--print-to-pdf=${printed}`,
      pathToFileURL(page).href,
    ];
    const isDone = await runQuietly(executablePath, args, env);
    return isDone ? await readFile(printed) : null;
  } catch {
    return null; // nothing was printed: the browser is steered instead, and says what is wrong
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function runQuietly(program: string, args: readonly string[], env: Record<string, string>): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { env, stdio: "ignore", timeout: PATIENCE });
    child.on("error", () => resolve(false));
    child.on("exit", (code) => resolve(code === 0));
  });
}

async function printSteered(html: string, job: ExportJob): Promise<Uint8Array> {
  const page = await job.newPage();
  try {
    await page.setContent(html, { waitUntil: "load" });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
  } finally {
    await page.context().close();
  }
}
