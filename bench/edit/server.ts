import { openEditor } from "../../src/node/edit/server.ts";
import { findDecks } from "../../src/node/project.ts";

/** Serves the deck of `process.argv[2]` in a process of its own, and says where, and how much memory it takes. */
const [file] = await findDecks(process.argv[2] ?? "", ["deck"]);
if (file === undefined) throw new Error("There is no deck to serve.");
const { addresses } = await openEditor(file, { port: 0 });
process.send?.({ addresses });
process.on("message", () => process.send?.({ megabytes: process.memoryUsage().rss / 2 ** 20 }));
process.on("disconnect", () => process.exit());
