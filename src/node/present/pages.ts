import { forAudience } from "../../deck/audience.ts";
import { render } from "../../render/render.ts";
import { type Kit, sha256 } from "../build.ts";
import { type LoadedDeck, toDataAddresses } from "../deck.ts";
import { codeOf } from "./code.ts";
import type { Program, Role } from "./room.ts";
import type { Pages, Place } from "./server.ts";

/**
 * The pages of a briefing. The follower's is made of a deck that has neither notes nor hidden slides, so that nothing of
 * them can be in its bytes.
 * @param script The room's script, in place of the deck's.
 */
export function makePages(
  deck: LoadedDeck,
  kit: Kit,
  script: string,
  theme?: string,
): { pages: Pages; program: Program } {
  const whole = deck.set;
  const open = forAudience(whole, { notes: false, hidden: false });
  const made = new Map<string, string>();
  const page = (role: Role) => (place: Place) => {
    const known = made.get(role + place.socket);
    if (known !== undefined) return known;
    const text = renderRole(role, place);
    made.set(role + place.socket, text);
    return text;
  };

  function renderRole(role: Role, { socket, links }: Place): string {
    const origin = new URL(socket);
    const { value } = render(role === "follower" ? open : whole, {
      ...kit,
      client: { ...kit.client, script },
      path: deck.file.shown,
      name: deck.file.name,
      images: toDataAddresses(deck.images),
      sha256,
      ...(theme === undefined ? {} : { theme }),
      ...(role === "presenter" ? { rehearsalUrl: `/rehearsal/${origin.pathname.split("/").at(-1)}` } : {}),
      room: {
        data: {
          role,
          socket,
          links: links && { follower: invite(links.follower), remote: invite(links.remote) },
        },
        connect: [`${origin.protocol}//${origin.host}`, `${origin.protocol.replace("ws", "http")}//${origin.host}`],
      },
    });
    return value;
  }

  let next = 0;
  const openIndex = whole.slides.map((slide) => (slide.hidden ? null : next++));
  return {
    pages: { presenter: page("presenter"), remote: page("remote"), follower: page("follower") },
    program: { openIndex },
  };
}

function invite(url: string): { url: string; code: string } {
  return { url, code: codeOf(url) };
}
