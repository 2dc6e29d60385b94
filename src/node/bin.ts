#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { io } from "./io.ts";
import { expectShortRun, loadReady, READY } from "./ready/load.ts";

// A reader that stops reading (`| head`) is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const words = process.argv.slice(2);
const isShort = READY.includes(words[0] ?? "");
if (isShort) expectShortRun();
// Beside this file only in `lib/`.
const ready = isShort ? loadReady(fileURLToPath(new URL("ready.js", import.meta.url))) : null;
const { main } = ready ?? (await import("./cli.ts"));
process.exitCode = await main(words, io);
