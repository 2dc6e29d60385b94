import { readData, readSlides } from "../data.ts";
import { openDeck } from "../give.ts";
import { roleOfHash } from "../link.ts";
import { openSpeaker } from "../speaker.ts";
import { followSource } from "./follow.ts";
import { readLive } from "./messages.ts";

/** The script of the deck that `tadrich edit` serves: a deck, or its speaker window, that changes while it is open. */
const root = document.documentElement;
root.classList.remove("no-js");
root.classList.add("js");
const data = readData(document);
const slides = [...readSlides(document)];
const given = roleOfHash(location.hash);
const live = readLive(document);
if (given?.role === "speaker") {
  const speaker = openSpeaker(data, slides, given.secret);
  if (live) followSource(live, slides, ({ placeOf }) => speaker.reshape(placeOf));
} else {
  const { session, stage, board } = openDeck(data, slides, given?.secret ?? null);
  if (live) {
    followSource(live, slides, ({ pairs, placeOf, carry }) => {
      if (pairs !== null) board.reshape(carry);
      const slide = placeOf(session.place.slide);
      stage.refresh({ slide, step: Math.min(session.place.step, slides[slide]?.steps ?? 0) });
      session.reshape(placeOf);
    });
  }
}
