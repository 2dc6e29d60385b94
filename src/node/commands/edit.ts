import type { Lang } from "../../deck/index.ts";
import { type Command, type ExitCode, flag, type Io, textValue } from "../command.ts";
import { makeExporter } from "../edit/exporter.ts";
import { recallPlace, rememberPlace } from "../edit/remember.ts";
import { type Editing, type EditOptions, openEditor } from "../edit/server.ts";
import { Failure } from "../failure.ts";
import { interfaceLanguage } from "../interface-language.ts";
import { openAddress } from "../open.ts";
import { type DeckFile, findDecks } from "../project.ts";

export const command: Command = {
  name: "edit",
  usage: "DECK",
  summary: "Edit a deck beside its slides, or watch it while you edit it elsewhere.",
  details: `Two pages are served, to this machine alone: the editor, and the deck itself, which follows the file while it is saved
from any editor. A deck that was served before has the same addresses again, so that open pages come back.

Examples:
  tadrich edit hanoi-summit
  tadrich edit hanoi-summit --open`,
  options: {
    port: {
      type: "string",
      short: "p",
      value: "N",
      help: "Port; one of the deck's own by default, 0 for any free one.",
    },
    open: { type: "boolean", help: "Open the editor in the browser." },
    lang: { type: "string", value: "LANG", help: "Language of the editor and of messages: he, ar, en." },
  },
  async run(values, positionals, io) {
    const file = await findDeck(positionals, io);
    const lang = interfaceLanguage(textValue(values, "lang"), io.env);
    const editing = await serve(file, readPort(textValue(values, "port")), lang, io);
    const { edit, deck } = editing.addresses;
    io.out(`Editor  ${edit}\nDeck    ${deck}\n`);
    io.error(`Serving ${file.shown} to this machine; Ctrl+C stops.\n`);
    if (flag(values, "open")) await openAddress(edit);
    return new Promise<ExitCode>((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const)
        process.once(signal, () => void editing.close().then(() => resolve(0)));
    });
  },
};

async function findDeck(named: readonly string[], io: Io): Promise<DeckFile> {
  if (named.length > 1) throw new Failure("usage", "One deck is edited at a time.", "tadrich edit --help");
  const files = await findDecks(io.cwd, named);
  const [file] = files;
  if (file === undefined || files.length > 1)
    throw new Failure("usage", `Which deck? ${files.map(({ name }) => name).join(", ")}`, "tadrich edit NAME");
  return file;
}

/** At the place of before; where somebody else has that port meanwhile, at any free one, unless it was asked for. */
async function serve(file: DeckFile, port: number | null, lang: Lang | undefined, io: Io): Promise<Editing> {
  const place = await recallPlace(file.path, io.env);
  const exporter = makeExporter(file, lang);
  const options: Omit<EditOptions, "port"> = {
    tokens: place.tokens,
    exporter,
    ...(lang === undefined ? {} : { lang }),
  };
  const editing = await openEditor(file, { ...options, port: port ?? place.port }).catch((error: unknown) => {
    const isBusy = port === null && error instanceof Failure && error.code === "port-busy";
    if (!isBusy) throw error;
    return openEditor(file, { ...options, port: 0 });
  });
  await rememberPlace(file.path, { port: editing.port, tokens: editing.tokens }, io.env);
  return editing;
}

/** @throws Failure `usage` */
function readPort(written: string | undefined): number | null {
  if (written === undefined) return null;
  const port = Number(written);
  if (/^\d{1,5}$/.test(written) && port < 65_536) return port;
  throw new Failure("usage", `${written} is no port.`, "A number from 0 to 65535.");
}
