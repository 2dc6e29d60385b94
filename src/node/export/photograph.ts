import type { StaticPage } from "../../export/page.ts";
import type { ExportJob } from "./job.ts";

/** Of a photograph that is taken as JPEG. */
const QUALITY = 90;

/** A picture of every slide, `options.scale` pixels for each of its own. The ending of `path` says which kind. */
export async function photographSlides(job: ExportJob, page: StaticPage, path: string): Promise<Uint8Array[]> {
  const isPng = path.toLowerCase().endsWith(".png");
  const kind = isPng ? ({ type: "png" } as const) : ({ type: "jpeg", quality: QUALITY } as const);
  return job.withPage(job.options.scale, async (tab) => {
    await tab.setContent(page.html, { waitUntil: "load" });
    await tab.evaluate(() => document.fonts.ready.then(() => undefined));
    const shots: Uint8Array[] = [];
    for (const at of page.slides.keys()) {
      job.options.progress(path, `slide ${at + 1} of ${page.slides.length}`);
      const clip = { x: 0, y: at * page.height, width: page.width, height: page.height };
      shots.push(await tab.screenshot({ ...kind, clip, fullPage: true, animations: "disabled" }));
    }
    return shots;
  });
}
