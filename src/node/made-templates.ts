import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { MadeTemplates } from "../render/templates.ts";
import { packageFolder, runsFromSource } from "./package.ts";

/** The product's templates as they were compiled on `prepare`; none when the code runs from source, where they change. */
export async function readMadeTemplates(
  name: "templates.js" | "pptx-templates.js" = "templates.js",
): Promise<MadeTemplates | undefined> {
  if (runsFromSource()) return undefined;
  return (await import(pathToFileURL(join(packageFolder(), "lib", name)).href)) as MadeTemplates;
}
