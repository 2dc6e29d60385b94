/** The command `repair`: a scrambled text becomes text in order, line by line. */

import { relative, resolve } from "node:path";
import type { Lang } from "../../deck/types.ts";
import { decodeText, LIMITS, Refusal, refusalSentence, settleEmbeddings } from "../../import/index.ts";
import { type ExitCode, flag, type Io, textValue, textValues, type Values } from "../command.ts";
import { Failure } from "../failure.ts";
import { readWhole } from "../files.ts";
import { interfaceLanguage } from "../interface-language.ts";
import { writeOutputs } from "./outputs.ts";
import { doubtsOf, parseTakes, readModel, repairWith } from "./repaired.ts";
import { invocation, printDiagnostics, quote } from "./terminal.ts";

/** Repairs one text. */
export async function runRepair(values: Values, positionals: readonly string[], io: Io): Promise<ExitCode> {
  const [named] = positionals;
  if (named === undefined || positionals.length > 1)
    throw new Failure("usage", "Name one text, or - for a pipe.", "tadrich repair --help");
  const lang = interfaceLanguage(textValue(values, "lang"), io.env) ?? "en";
  const text = readPlain(
    named === "-" ? await io.input() : await readWhole(resolve(io.cwd, named), LIMITS.bytes),
    lang,
    named,
  );
  const takes = textValues(values, "take");
  const repaired = repairWith(text, await readModel(), parseTakes(takes), named);
  const out = textValue(values, "out");
  if (out === undefined) io.out(repaired.text);
  else {
    const backups = await writeOutputs(
      [{ path: resolve(io.cwd, out), content: repaired.text }],
      flag(values, "force"),
      (path) => relative(io.cwd, path),
    );
    for (const path of backups) io.error(`kept the old file as ${relative(io.cwd, path)}\n`);
  }
  const before = takes.map((take) => ` --take ${take}`).join("");
  const target = out === undefined ? "" : ` -o ${quote(out)} --force`;
  printDiagnostics(
    doubtsOf(repaired, named, lang, (take) => `${invocation("repair")} ${quote(named)}${target}${before} ${take}`),
    named,
    text,
    io,
  );
  return 0;
}

function readPlain(bytes: Uint8Array, lang: Lang, named: string): string {
  try {
    return settleEmbeddings(decodeText(bytes));
  } catch (error) {
    if (error instanceof Refusal)
      throw new Failure("not-readable", `${named}: ${refusalSentence(error, lang)}`, null, error);
    throw error;
  }
}
