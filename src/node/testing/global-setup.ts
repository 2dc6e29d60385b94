import type { TestProject } from "vitest/node";
import { type BrowserProgram, findBrowser } from "../browser.ts";
import { Failure } from "../failure.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Null where no browser was found: browser tests are skipped then. */
    browser: BrowserProgram | null;
  }
}

/** Finds the browser once for all files. Without one, browser tests are skipped locally, and CI fails. */
export default async function setup(project: TestProject): Promise<void> {
  try {
    project.provide("browser", await findBrowser());
  } catch (error) {
    if (!(error instanceof Failure) || process.env.CI) throw error;
    console.warn(`Browser tests are skipped. ${error.message} ${error.help ?? ""}`);
    project.provide("browser", null);
  }
}
