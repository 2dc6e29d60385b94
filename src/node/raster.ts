import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { FontFace } from "../render/fonts/face.ts";

/** Pixels across: sharp on a projector of full HD at the whole width of a slide. */
const WIDTH = 1920;

let ready: Promise<typeof import("@resvg/resvg-wasm")> | undefined;

/** Starts the drawing program once a process; it is loaded only when a deck has a vector picture. */
function resvg(): Promise<typeof import("@resvg/resvg-wasm")> {
  ready ??= (async () => {
    const module = await import("@resvg/resvg-wasm");
    const folder = join(createRequire(import.meta.url).resolve("@resvg/resvg-wasm"), "..");
    await module.initWasm(await readFile(join(folder, "index_bg.wasm")));
    return module;
  })();
  return ready;
}

/**
 * Draws an SVG as a PNG without a browser, for programs that cannot draw one. It fetches nothing and runs no script.
 * @returns null where it is no SVG that can be drawn.
 */
export async function rasterize(svg: Uint8Array, fonts: readonly FontFace[]): Promise<Uint8Array | null> {
  const { Resvg } = await resvg();
  try {
    const drawing = new Resvg(svg, {
      fitTo: { mode: "width", value: WIDTH },
      font: {
        fontBuffers: fonts.map(({ data }) => Buffer.from(data, "base64")),
        loadSystemFonts: false,
        defaultFontFamily: "Heebo",
        sansSerifFamily: "Heebo",
        serifFamily: "Frank Ruhl Libre",
      },
    });
    const image = drawing.render();
    const png = image.asPng();
    image.free();
    drawing.free();
    return png;
  } catch {
    return null; // the picture is damaged; the vector itself still goes into the file
  }
}
