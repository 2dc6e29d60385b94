import { type Check, exact, oneOf, optional, text } from "../shape.ts";

/** What a page that a server shows in a room knows of it, in `<script type="application/json" id="room-data">`. */
export interface RoomData {
  readonly role: Role;
  /** Address of the server's socket for this role. */
  readonly socket: string;
  /** Only the presenter's page knows where the others are. */
  readonly links: { readonly follower: Invitation; readonly remote: Invitation } | null;
}

export const ROLES = ["presenter", "remote", "follower"] as const;
export type Role = (typeof ROLES)[number];

/** An address for people with phones. */
export interface Invitation {
  readonly url: string;
  /** The same as a QR code: a data: address of a picture. */
  readonly code: string;
}

const invitation: Check<Invitation> = exact<Invitation>({ url: text(500), code: text(50_000) });
const roomData = exact<RoomData>({
  role: oneOf(...ROLES),
  socket: text(500),
  links: optional(exact<NonNullable<RoomData["links"]>>({ follower: invitation, remote: invitation })),
});

/** The page's room, or null for a page that stands alone. */
export function readRoom(page: Document): RoomData | null {
  try {
    const data: unknown = JSON.parse(page.getElementById("room-data")?.textContent ?? "null");
    return roomData(data) ? data : null;
  } catch {
    return null;
  }
}
