import { main } from "./src/node/cli.ts";
import { io } from "./src/node/io.ts";
import { expectShortRun } from "./src/node/ready/load.ts";

/**
 * Turns every deck in `slides/` into `dist/<deck>/index.html`. The whole way, from text to file, is
 *
 *   decode → parse → typeset → check → render → write
 *
 * and stands in `src/node/build.ts`. The options are those of `tadrich build`: `npm run build -- --help`.
 */
expectShortRun("ready.js");
process.exitCode = await main(["build", ...process.argv.slice(2)], io);
