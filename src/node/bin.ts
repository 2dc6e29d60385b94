#!/usr/bin/env node
import { main } from "./cli.ts";
import { io } from "./io.ts";

// A reader that stops reading (`| head`) is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await main(process.argv.slice(2), io);
