import { readData, readSlides } from "../data.ts";
import { openDeck } from "../give.ts";
import { roleOfHash } from "../link.ts";
import { openSpeaker } from "../speaker.ts";
import { followRoom } from "./follower.ts";
import { joinRoom } from "./presenter.ts";
import { openRemote } from "./remote.ts";
import { readRoom } from "./room-data.ts";

/** The script of the pages that `tadrich present` serves: presenter, remote or follower, as the server says. */
const root = document.documentElement;
root.classList.remove("no-js");
root.classList.add("js");
const room = readRoom(document);
const data = readData(document);
const slides = readSlides(document);
const given = roleOfHash(location.hash);
if (room?.role === "remote") openRemote(data, slides, room);
else if (room?.role === "follower") followRoom(data, slides, room);
else if (given?.role === "speaker") openSpeaker(data, slides, given.secret);
else {
  const giving = openDeck(data, slides, given?.secret ?? null);
  if (room !== null) joinRoom(giving, room);
}
