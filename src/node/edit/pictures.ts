import { mkdir, open, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Diagnostic, diagnose, type Lang } from "../../deck/index.ts";
import type { ImageUse } from "../../render/images.ts";
import { isSystemError } from "../failure.ts";
import { isInside, locateInside, readWhole } from "../files.ts";
import { IMAGE_LIMIT, type ImageProblem, imageType, type LoadedImage, loadImage } from "../images.ts";
import type { DeckFile } from "../project.ts";

/** The pictures of one deck, each read once until something beside the deck changes. */
export class Pictures {
  readonly #file: DeckFile;
  #loaded = new Map<string, Promise<LoadedImage | ImageProblem>>();

  constructor(file: DeckFile) {
    this.#file = file;
  }

  forget(): void {
    this.#loaded.clear();
  }

  /** @param src as the author wrote it. */
  load(src: string): Promise<LoadedImage | ImageProblem> {
    let loading = this.#loaded.get(src);
    if (loading === undefined) {
      loading = loadImage(src, this.#file.path, this.#file.project);
      this.#loaded.set(src, loading);
    }
    return loading;
  }

  /** The pictures that can be shown, as the page holds them, and what is wrong with the others. */
  async resolve(
    uses: readonly ImageUse[],
    lang: Lang,
  ): Promise<{ readonly addresses: ReadonlyMap<string, string>; readonly diagnostics: readonly Diagnostic[] }> {
    const addresses = new Map<string, string>();
    const diagnostics: Diagnostic[] = [];
    for (const { src, span } of uses) {
      const loaded = await this.load(src);
      if (typeof loaded !== "string") addresses.set(src, this.#addressOf(loaded));
      else diagnostics.push(diagnose(`image/${loaded}`, this.#file.shown, span, { src }, { lang }));
    }
    return { addresses, diagnostics };
  }

  #addresses = new WeakMap<LoadedImage, string>();

  #addressOf(image: LoadedImage): string {
    let address = this.#addresses.get(image);
    if (address === undefined) {
      address = `data:${image.type};base64,${Buffer.from(image.bytes).toString("base64")}`;
      this.#addresses.set(image, address);
    }
    return address;
  }
}

/** Why a picture was not saved. */
export type SaveProblem = "not-an-image" | "too-large" | "outside";

const EXTENSIONS: Readonly<Record<string, string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
  "image/avif": "avif",
  "image/svg+xml": "svg",
};

/**
 * Stores a picture in the deck's own folder, `slides/<deck>/`, under a name made of the given one. What it is, is read
 * from the bytes. No file is ever replaced: the same picture is used again, another one of the same name gets a number.
 * @returns what to write into the source.
 */
export async function savePicture(
  file: DeckFile,
  name: string,
  bytes: Uint8Array,
): Promise<{ readonly src: string } | SaveProblem> {
  const type = imageType(bytes);
  if (bytes.length > IMAGE_LIMIT) return "too-large";
  if (type === null) return "not-an-image";
  const folder = join(dirname(file.path), file.name);
  if (!(await isOwnFolder(file, folder))) return "outside";
  const base = safeName(name);
  const extension = EXTENSIONS[type] ?? "png";
  for (let number = 1; ; number++) {
    const candidate = `${base}${number === 1 ? "" : `-${number}`}.${extension}`;
    if (await createOrMatch(join(folder, candidate), bytes))
      return { src: `${encodePath(file.name)}/${encodePath(candidate)}` };
  }
}

/** The folder is made where there is none; a link that leads out of the project is not followed. */
async function isOwnFolder(file: DeckFile, folder: string): Promise<boolean> {
  if (!isInside(file.project, folder)) return false;
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    // A file, or a link to nothing, is in the way: told as outside.
    if (!isSystemError(error, "EEXIST", "ENOTDIR")) throw error;
  });
  const place = await locateInside(file.project, folder.slice(file.project.length + 1));
  return typeof place !== "string";
}

/** Writes a new file, and only a new one: neither an existing file nor a link is opened. True also where it is there. */
async function createOrMatch(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    const handle = await open(path, "wx");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } catch (error) {
      await rm(path, { force: true }).catch(() => undefined);
      throw error;
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (!isSystemError(error, "EEXIST")) throw error;
    const there = await readWhole(path, IMAGE_LIMIT).catch(() => null);
    return there !== null && Buffer.from(there).equals(bytes);
  }
}

const MAX_NAME = 60;
/** Names that Windows keeps for devices, with any ending. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Letters, digits and hyphens of the name without its ending; a device's name, or none, is called `picture`. */
export function safeName(name: string): string {
  const stem = name
    .normalize("NFC")
    .replace(/^.*[/\\]/, "")
    .replace(/\.[^.]*$/, "");
  const words = stem.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
  const cut = [...words].slice(0, MAX_NAME).join("");
  return cut === "" || DEVICES.test(cut) ? "picture" : cut;
}

/** A path as it stands in `![](…)`: spaces and brackets would end it there. */
function encodePath(name: string): string {
  return name.replace(/[\s()<>%?#\\]/g, (character) => encodeURIComponent(character));
}
