import type { Say } from "../data.ts";
import { h } from "../dom.ts";
import { type Giving, receive } from "../give.ts";
import type { Message, StateMessage } from "../messages.ts";
import { openDialog } from "../overlay.ts";
import type { Invitation, RoomData } from "./room-data.ts";
import { openSocket } from "./socket.ts";

/** Joins a deck that is being given to its room: the server is told what happens, and remotes may steer. */
export function joinRoom(giving: Giving, room: RoomData): void {
  const { session, board, transports, toast, say } = giving;
  let first = true;
  const line = openSocket(room.socket, {
    received(message) {
      if (message.kind === "state") adopt(message);
      else receive(giving, message, line);
    },
    opened() {
      toast.clear();
      // A page that was opened afresh hears first where the briefing stands; one that comes back tells it.
      if (!first || session.elapsed > 0) tellAll();
      first = false;
    },
    lost: () => toast.say(say("reconnecting")),
  });

  function tellAll(): void {
    line.send(session.message());
    for (const drawing of board.messages()) line.send(drawing);
  }
  function adopt({ slide, step, elapsed, running }: StateMessage): void {
    if (session.elapsed > 0 || session.place.slide > 0) return;
    session.jump({ slide, step });
    session.adoptTime(elapsed, running);
  }

  transports.push({ send: (message: Message) => line.send(message) });
  if (room.links !== null) document.querySelector(".reveal")?.append(inviteButton(say, room.links));
}

function inviteButton(say: Say, links: NonNullable<RoomData["links"]>): HTMLElement {
  return h("button", { type: "button", class: "room-invite", click: () => openInvitation(say, links) }, say("invite"));
}

/** The followers' code stands open; the remote's, which leads to the notes, only when asked for. */
function openInvitation(say: Say, { follower, remote }: NonNullable<RoomData["links"]>): void {
  openDialog(
    say("invite"),
    "invite",
    say,
    h("div", { class: "invitation" }, h("h3", {}, say("inviteFollow")), ...showCode(follower, say("inviteFollow"))),
    h(
      "details",
      { class: "invitation" },
      h("summary", {}, `${say("inviteRemote")}: ${say("inviteShow")}`),
      h("p", { class: "invitation-warning" }, say("inviteSecret")),
      ...showCode(remote, say("inviteRemote")),
    ),
  );
}

function showCode({ url, code }: Invitation, name: string): readonly HTMLElement[] {
  return [
    h("img", { class: "invitation-code", src: code, alt: name }),
    h("p", { class: "invitation-address", dir: "ltr" }, url),
  ];
}
