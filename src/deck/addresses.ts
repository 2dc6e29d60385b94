/** Addresses of links: which are allowed, and where their parts stand. */

const BAD_SCHEME_SPACE = /[\u0000-\u0020\u007f]/g;

/**
 * The address where it is allowed, else null. Browsers drop tabs and line ends inside a scheme (URL standard 4.4), so
 * they are taken out before it is looked at.
 */
export function checkHref(href: string): string | null {
  const clean = href.replace(BAD_SCHEME_SPACE, (c) => (c === " " ? "%20" : ""));
  if (/^#[^\s]+$/.test(clean)) return clean;
  if (/^https?:\/\/[^/\s]/i.test(clean)) return clean;
  return /^(?:mailto:[^\s]+|tel:\+?[\d().-]+)$/i.test(clean) ? clean : null;
}

/** The id that a fragment names; as written where its percent signs are no encoding. */
export function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Offset of the `]` that closes the `[` at `open`. */
export function closingBracket(raw: string, open: number): number {
  let depth = 0;
  for (let i = open; i < raw.length; i++) {
    const c = raw[i];
    if (c === "\\") i++;
    else if (c === "[") depth++;
    else if (c === "]" && --depth === 0) return i;
  }
  return raw.length;
}
