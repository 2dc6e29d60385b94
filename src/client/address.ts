import type { Place, SlideFacts } from "./model.ts";

/**
 * The place in the address: `#/id`, `#/id/2` with two steps shown. A plain `#id`, which links use so that they work
 * without scripts too, and `#/12`, a number, are understood. Returns null for an address that names no slide.
 */
export function placeOfHash(
  slides: readonly SlideFacts[],
  hash: string,
  slideOfNumber: (n: number) => number | null,
): Place | null {
  const [, name = "", step = ""] = /^#\/?([^/]*)(?:\/(\d{1,3}))?$/.exec(hash) ?? [];
  if (name === "") return null;
  const id = decode(name);
  const byId = slides.findIndex((slide) => slide.id === id);
  const slide = byId >= 0 ? byId : /^\d{1,5}$/.test(id) ? (slideOfNumber(Number(id)) ?? -1) : -1;
  return slide < 0 ? null : { slide, step: Math.min(Number(step), slides[slide]?.steps ?? 0) };
}

export function hashOfPlace(slides: readonly SlideFacts[], place: Place): string {
  const id = encodeURIComponent(slides[place.slide]?.id ?? "");
  return place.step > 0 ? `#/${id}/${place.step}` : `#/${id}`;
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
