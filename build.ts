import { main } from "./src/node/cli.ts";
import { io } from "./src/node/io.ts";

/**
 * Turns every deck in `slides/` into `dist/<deck>/index.html`. The whole way, from text to file, is
 *
 *   decode → parse → typeset → check → render → write
 *
 * and stands in `src/node/build.ts`. The options are those of `tadrich build`: `npm run build -- --help`.
 */
process.exitCode = await main(["build", ...process.argv.slice(2)], io);
