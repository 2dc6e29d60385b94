#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { io } from "./io.ts";
import { expectShortRun, loadReady, READY } from "./ready/load.ts";

// A reader that stops reading (`| head`) is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const words = process.argv.slice(2);
const script = READY.get(words[0] ?? "");
if (script !== undefined) expectShortRun(script);
// Beside this file only in `lib/`.
const ready = script === undefined ? null : loadReady(fileURLToPath(new URL(script, import.meta.url)));
const { main } = ready ?? (await import("./cli.ts"));
process.exitCode = await main(words, io);
