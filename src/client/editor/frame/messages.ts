/** What the editor tells a page that draws slides, and what that page says: that it is there. */
export type FrameMessage = LookMessage | PlaceMessage | DrawMessage;

export interface LookMessage {
  readonly kind: "look";
  readonly lang: string;
  readonly dir: string;
}
/** Where pictures stand, in px; those that are not named go. */
export interface PlaceMessage {
  readonly kind: "place";
  readonly slots: readonly Slot[];
}
export interface Slot {
  readonly key: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
}
export interface DrawMessage {
  readonly kind: "draw";
  readonly key: string;
  /** A slide's section. */
  readonly html: string;
}
/** The frame has been loaded, or has drawn what it was last told. */
export interface FrameReady {
  readonly kind: "ready";
}
