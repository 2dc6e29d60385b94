import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { median } from "./rows.ts";

export interface Run {
  /** Seconds by the clock, from start to end of the whole process. */
  readonly seconds: number;
  /** Peak resident memory in MB, of the process and its children as the kernel counts the largest. */
  readonly megabytes: number;
}

/**
 * Runs each command `rounds` times, in turn (A B A B …), after one warm-up of each, and answers with medians.
 * Memory is read by GNU time where it is installed, else it is NaN.
 */
export async function compareRuns(
  commands: Readonly<Record<string, readonly string[]>>,
  rounds: number,
): Promise<Record<string, Run>> {
  const runs: Record<string, Run[]> = {};
  for (let round = -1; round < rounds; round++) {
    for (const [name, command] of Object.entries(commands)) {
      const run = await timeProcess(command);
      runs[name] = round < 0 ? [] : [...(runs[name] ?? []), run];
    }
  }
  return Object.fromEntries(
    Object.entries(runs).map(([name, list]) => [
      name,
      { seconds: median(list.map((run) => run.seconds)), megabytes: median(list.map((run) => run.megabytes)) },
    ]),
  );
}

/** GNU time; the one of macOS has no `-f`. */
const TIME = "/usr/bin/time";
const hasTime = process.platform === "linux" && existsSync(TIME);

async function timeProcess(command: readonly string[]): Promise<Run> {
  const [program = "", ...args] = hasTime ? [TIME, "-f", "peak %M", ...command] : command;
  const start = process.hrtime.bigint();
  const { code, stderr } = await runProcess(program, args);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}:\n${stderr}`);
  return { seconds, megabytes: Number(/peak (\d+)\s*$/.exec(stderr)?.[1] ?? Number.NaN) / 1024 };
}

function runProcess(program: string, args: readonly string[]): Promise<{ code: number | null; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stderr }));
  });
}
