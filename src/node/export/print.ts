import type { Print } from "../../export/types.ts";
import type { ExportJob } from "./job.ts";

/** Prints with the job's browser: tagged, with backgrounds, by the page's own size unless one is given. */
export function printer(job: ExportJob): Print {
  return async (html, { width, height }) => {
    const page = await job.newPage();
    try {
      await page.setContent(html, { waitUntil: "load" });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const size = width === undefined || height === undefined ? { preferCSSPageSize: true } : { width, height };
      return await page.pdf({ ...size, printBackground: true, tagged: true });
    } finally {
      await page.context().close();
    }
  };
}
