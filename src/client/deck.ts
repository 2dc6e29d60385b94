import { readData, readSlides } from "./data.ts";
import { openDeck } from "./give.ts";
import { roleOfHash } from "./link.ts";
import { openSpeaker } from "./speaker.ts";

/**
 * The script of every built deck. One file plays both parts: the deck itself, and, opened with `#speaker=…`, the
 * speaker window, so that both work from one file on a disk.
 */
const root = document.documentElement;

function begin(): void {
  const data = readData(document);
  const slides = readSlides(document);
  const given = roleOfHash(location.hash);
  if (slides.length === 0) return;
  if (given?.role === "speaker") openSpeaker(data, slides, given.secret);
  else openDeck(data, slides, given?.secret ?? null);
}

// A page that is made for printing keeps all its slides and needs no script.
if (!root.classList.contains("print")) {
  root.classList.remove("no-js");
  root.classList.add("js");
  begin();
}
