import { openFind } from "./find-box.ts";
import type { Giving } from "./give.ts";
import { openHelp } from "./help.ts";
import type { Command } from "./keys.ts";
import { REMOTE_COMMANDS, type RemoteCommand } from "./messages.ts";
import { BIGGER, SMALLER } from "./notes.ts";
import { openOverview } from "./overview.ts";
import { openPrint } from "./printing.ts";
import { buildRehearsal } from "./rehearsal.ts";
import { openRehearsal } from "./rehearsal-view.ts";
import { hasTwoScreens, offerScreens } from "./screens.ts";
import { openSpeakerWindow } from "./speaker-window.ts";

/** Does what a key asks for; false leaves the key to the browser. */
type Run = (giving: Giving) => boolean;

/** What each key does in the deck's window. Those that another window may send too are the session's. */
export const DECK_COMMANDS: { readonly [K in Command]: Run } = {
  ...(Object.fromEntries(REMOTE_COMMANDS.map((command) => [command, runInSession(command)])) as Record<
    RemoteCommand,
    Run
  >),
  undo: done(({ board, session }) => board.undo(session.place.slide)),
  clear: done(({ board, session }) => board.clear(session.place.slide)),
  hidden: done(({ session, toast, say }) => {
    session.run("hidden");
    toast.say(say(session.withHidden ? "hiddenShown" : "hiddenSkipped"));
  }),
  rehearse: done((giving) => {
    const { session, toast, say, slides, data } = giving;
    session.run("rehearse");
    if (session.rehearsing) toast.say(say("rehearsalStarted"));
    else openRehearsal(buildRehearsal(slides, session.spent), data, say);
  }),
  "go-to-number": () => false,
  find: done(({ slides, say, session }) => {
    openFind({
      slides,
      say,
      withNotes: false,
      numberOf: (slide) => session.numberOf(slide),
      go: (slide) => session.jump({ slide, step: 0 }),
    });
  }),
  overview: done(({ slides, say, session, board, data }) => {
    if (session.tool !== "none") return session.setTool("none");
    if (session.black) return session.setBlack(false);
    openOverview({
      slides,
      say,
      order: session.order,
      current: session.place.slide,
      rtl: data.dir === "rtl",
      strokesOf: (slide) => board.strokesOf(slide),
      go: (slide) => session.jump({ slide, step: 0 }),
    });
  }),
  fullscreen: done(() => {
    void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  }),
  transitions: done(({ stage, toast, say }) => {
    const off = document.documentElement.classList.toggle("no-transitions");
    stage.setTransitions(!off);
    toast.say(say(off ? "transitionsOff" : "transitionsOn"));
  }),
  speaker: done((giving) => {
    const { say, secret, link } = giving;
    if (link.open) return link.focus();
    const opened = openSpeakerWindow({ say, secret, showNotes: () => showNotes(giving, true) });
    if (opened) link.setPeer(opened);
    if (opened && hasTwoScreens()) offerScreens(say);
  }),
  notes: done((giving) => showNotes(giving, !document.documentElement.classList.contains("with-notes"))),
  "notes-bigger": done(({ notes }) => notes.resize(BIGGER)),
  "notes-smaller": done(({ notes }) => notes.resize(SMALLER)),
  prompter: () => false,
  print: done(({ say }) => openPrint(say)),
  help: done(({ say, data }) => openHelp(say, data.dir, "deck")),
};

function showNotes({ notes, slides, session }: Giving, on: boolean): void {
  document.documentElement.classList.toggle("with-notes", on);
  const slide = slides[session.place.slide];
  if (slide) notes.show(slide);
}

function runInSession(command: RemoteCommand): Run {
  return done(({ session }) => session.run(command));
}

function done(work: (giving: Giving) => unknown): Run {
  return (giving) => {
    work(giving);
    return true;
  };
}
