import { LANGS, type Lang } from "../deck/types.ts";
import type { Io } from "./command.ts";
import { Failure } from "./failure.ts";

/**
 * The language of messages: `--lang`, then `TADRICH_LANG`, then the locale of the terminal where it is one of ours and
 * not English (an English locale says little of the person). Undefined: each deck's own language.
 * @throws Failure `usage`
 */
export function interfaceLanguage(named: string | undefined, env: Io["env"]): Lang | undefined {
  const written = named ?? env.TADRICH_LANG;
  if (written !== undefined && written !== "") {
    const lang = LANGS.find((candidate) => candidate === written);
    if (lang === undefined) throw new Failure("usage", `Unknown language ${written}.`, `One of: ${LANGS.join(", ")}`);
    return lang;
  }
  const locale = (env.LC_ALL || env.LC_MESSAGES || env.LANG || "").slice(0, 2);
  return LANGS.find((candidate) => candidate === locale && candidate !== "en");
}
