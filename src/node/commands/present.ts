import { dirname, join } from "node:path";
import { formatDiagnostics } from "../../deck/format.ts";
import { hasErrors } from "../../deck/index.ts";
import { loadKit } from "../build.ts";
import { clientFile } from "../bundle.ts";
import { type Command, type ExitCode, flag, type Io, textValue } from "../command.ts";
import { loadDeck } from "../deck.ts";
import { Failure } from "../failure.ts";
import { writeWhole } from "../files.ts";
import { interfaceLanguage } from "../interface-language.ts";
import { openAddress } from "../open.ts";
import { makePages } from "../present/pages.ts";
import { type Presentation, present } from "../present/server.ts";
import { findDecks, requireTheme } from "../project.ts";

const PORT = 3030;

export const command: Command = {
  name: "present",
  usage: "DECK",
  summary: "Give a briefing: the deck, a phone remote, and screens that follow.",
  details: `The server listens on this machine alone. With --lan it listens on the room's network, and the presenter's page shows
codes for the audience and for a phone that steers. Who has the audience's address gets neither notes nor hidden slides.

Examples:
  tadrich present hanoi-summit
  tadrich present hanoi-summit --lan`,
  options: {
    lan: { type: "boolean", help: "Let phones and screens in the room's network join." },
    port: { type: "string", short: "p", value: "N", help: `Port; ${PORT} by default, 0 for any free one.` },
    theme: { type: "string", value: "NAME", help: "A theme instead of the deck's own." },
    open: { type: "boolean", help: "Open the presenter's page in the browser." },
    lang: { type: "string", value: "LANG", help: "Language of the messages: he, ar, en." },
  },
  async run(values, positionals, io) {
    if (positionals.length > 1)
      throw new Failure("usage", "One deck is presented at a time.", "tadrich present --help");
    const show = await openShow(
      {
        deck: positionals[0],
        lan: flag(values, "lan"),
        port: readPort(textValue(values, "port")),
        theme: textValue(values, "theme"),
        lang: textValue(values, "lang"),
      },
      io,
    );
    if (show === null) return 1;
    announce(show, flag(values, "lan"), io);
    if (flag(values, "open")) await openAddress(show.addresses.presenter);
    return new Promise<ExitCode>((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const)
        process.once(signal, () => void show.close().then(() => resolve(0)));
    });
  },
};

interface ShowOptions {
  readonly deck: string | undefined;
  readonly lan: boolean;
  readonly port: number;
  readonly theme: string | undefined;
  readonly lang: string | undefined;
}

/** Serves the deck; null where its source has errors, which are printed. */
async function openShow({ deck, lan, port, theme, lang: named }: ShowOptions, io: Io): Promise<Presentation | null> {
  const lang = interfaceLanguage(named, io.env);
  const files = await findDecks(io.cwd, deck === undefined ? [] : [deck]);
  const [file] = files;
  if (file === undefined || files.length > 1) {
    throw new Failure("usage", `Which deck? ${files.map(({ name }) => name).join(", ")}`, "tadrich present NAME");
  }
  const [loaded, kit, script] = await Promise.all([loadDeck(file, lang), loadKit(io.cwd, lang), clientFile("room.js")]);
  const diagnostics = [...loaded.diagnostics, ...kit.diagnostics];
  io.error(
    formatDiagnostics(diagnostics, new Map([[file.shown, loaded.value.source]]), {
      isolate: io.isTerminal,
      color: io.isTerminal,
    }),
  );
  if (hasErrors(diagnostics) || kit.value === null) return null;
  if (theme !== undefined) requireTheme(theme, kit.value.files);
  const { pages, program } = makePages(loaded.value, kit.value, script, theme);
  const saveRehearsal = (text: string) => writeWhole(join(dirname(file.path), `${file.name}.rehearsal.json`), text);
  return present(pages, program, { port, lan, saveRehearsal });
}

function readPort(written: string | undefined): number {
  if (written === undefined) return PORT;
  const port = Number(written);
  if (!/^\d+$/.test(written) || port > 65_535)
    throw new Failure("usage", `${written} is no port.`, "A number from 0 to 65535.");
  return port;
}

function announce({ addresses }: Presentation, lan: boolean, io: Io): void {
  io.out(`Presenter  ${addresses.presenter}\n`);
  io.out(`Remote     ${addresses.remote}\n`);
  io.out(`Audience   ${addresses.follower}\n`);
  io.error(lan ? "" : "Only this machine can open them; --lan lets the room join.\n");
  io.error("Ctrl+C stops.\n");
}
