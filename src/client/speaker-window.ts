import type { Say } from "./data.ts";
import { h } from "./dom.ts";
import { openDialog } from "./overlay.ts";

/** What opening the speaker window needs of the deck. */
export interface SpeakerOptions {
  readonly say: Say;
  readonly secret: string;
  readonly showNotes: () => void;
}

/** Opens the speaker window. Returns null, and says what to do, when the browser blocks it. */
export function openSpeakerWindow({ say, secret, showNotes }: SpeakerOptions): Window | null {
  const address = speakerAddress(secret);
  const opened = window.open(address, "_blank", "popup,width=1280,height=800");
  if (opened) return opened;
  const showUnder = (): void => {
    dialog.close();
    showNotes();
  };
  const dialog = openDialog(
    say("blockedTitle"),
    "blocked",
    say,
    h("p", {}, say("blockedHelp")),
    h(
      "p",
      { class: "actions" },
      // A link that a person clicks is never blocked; "opener" is what lets the two windows talk.
      h("a", { href: address, target: "_blank", rel: "opener", class: "button primary" }, say("blockedLink")),
      h("button", { type: "button", class: "button", click: showUnder }, say("blockedNotes")),
    ),
  );
  return null;
}

function speakerAddress(secret: string): string {
  return `${location.href.split("#")[0]}#speaker=${secret}`;
}
