/** Attributes by name; `true` sets an empty attribute, `false` and `null` leave it out, a function listens to an event. */
export type Attributes = Readonly<
  Record<string, string | number | boolean | null | ((event: Event & { readonly currentTarget: HTMLElement }) => void)>
>;
export type Child = Node | string | null;

/**
 * Makes an element. Text goes in as text nodes, never as HTML; listeners are given as functions under the event's name
 * (`click`, not `onclick`), because the page's security policy runs no inline handlers.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  element.append(...children.filter((child) => child !== null));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** The same for an SVG element. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, tag);
  setAttributes(element, attributes);
  element.append(...children.filter((child) => child !== null));
  return element;
}

function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value as EventListener);
    else if (value !== false && value !== null) element.setAttribute(name, value === true ? "" : String(value));
  }
}

/** A text that changes: written only when it differs, so that a live region is not announced twice. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** An arrow drawn in the reading direction by CSS (`.icon-forward` is mirrored in right-to-left). */
export function icon(name: keyof typeof ICONS): SVGElement {
  return svg(
    "svg",
    { viewBox: "0 0 24 24", class: `icon icon-${name}`, "aria-hidden": "true", focusable: "false" },
    svg("path", { d: ICONS[name] }),
  );
}

/** Paths on a 24-unit square, stroked with the current colour. Arrows point in left-to-right reading direction. */
const ICONS = {
  forward: "M9 5l7 7-7 7",
  back: "M15 5l-7 7 7 7",
  close: "M6 6l12 12M18 6L6 18",
  play: "M8 5l11 7-11 7z",
  pause: "M9 5v14M15 5v14",
  reset: "M5 12a7 7 0 1 0 2.2-5.1M5 4v4h4",
  laser: "M12 12m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0M12 3v3M12 18v3M3 12h3M18 12h3",
  pen: "M4 20l4-1L19 8l-3-3L5 16zM14 7l3 3",
  marker: "M5 15l8-8 4 4-8 8H5zM12 21h8",
  undo: "M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
  clear: "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13",
  black: "M3 5h18v12H3zM9 21h6",
  list: "M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01",
  find: "M11 11m-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0M16 16l5 5",
  help: "M9 9a3 3 0 1 1 4 3c-1 .6-1 1-1 2M12 18h.01",
  bigger: "M4 18l5-13 5 13M6 14h6M17 9v6M14 12h6",
  smaller: "M4 18l5-13 5 13M6 14h6M14 12h6",
  screens: "M3 4h12v9H3zM9 11h12v9H9z",
  scroll: "M6 4h12M6 9h12M12 13v7M9 17l3 3 3-3",
  record: "M12 12m-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0",
} as const;
export type IconName = keyof typeof ICONS;
