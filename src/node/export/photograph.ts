import type { StaticPage } from "../../export/page.ts";
import type { ExportJob } from "./job.ts";

/** Of a photograph that is taken as JPEG. */
const QUALITY = 90;

/** A picture of every slide, `options.scale` pixels for each of its own. The ending of `path` says which kind. */
export async function photographSlides(job: ExportJob, page: StaticPage, path: string): Promise<Uint8Array[]> {
  const isPng = path.toLowerCase().endsWith(".png");
  const kind = isPng ? ({ type: "png" } as const) : ({ type: "jpeg", quality: QUALITY } as const);
  const tab = await job.newPage(job.options.scale);
  try {
    await tab.setContent(page.html, { waitUntil: "load" });
    await tab.evaluate(() => document.fonts.ready.then(() => undefined));
    const shots: Uint8Array[] = [];
    for (const at of page.slides.keys()) {
      const clip = { x: 0, y: at * page.height, width: page.width, height: page.height };
      shots.push(await tab.screenshot({ ...kind, clip, fullPage: true, animations: "disabled" }));
      job.options.progress(at + 1, page.slides.length, "slide");
    }
    return shots;
  } finally {
    await tab.context().close();
  }
}
