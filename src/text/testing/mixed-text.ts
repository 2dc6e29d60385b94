import fc from "fast-check";

/**
 * Text as it is met: words of several scripts, numbers, signs, addresses, emoji, points, and now and then anything at
 * all. Without isolates and doubled marks, which are what the writers add.
 */
const PIECES = [
  ..."אבגדהולמש",
  ..."abCD",
  ..."0129",
  ..." \u00A0\u2029",
  ..."-–−+.,:;/'\"()[]%₪$°×<>=!?@#*_~&־׳״|",
  ...["שלום", "ב-", "ל -", "של ", "OECD", "C++", ".NET", "p<0.05", "F-35", "Inc.", "U.S.", "km", " GB"],
  ...[
    "2019-2023",
    "3.2%",
    "16:00",
    "1,250₪",
    "03-640-0400",
    "https://a.org/",
    "x@y.org",
    "/var/log",
    "31.7683, 35.2137",
  ],
  ...[
    "שָׁלוֹם",
    "العربية",
    "٤٥",
    "۱۲",
    "😀",
    "👍🏽",
    "👨\u200D👩",
    "𐤀",
    "𝒳",
    "é",
    "e\u0301",
    "\u200E",
    "\u200F",
    "→",
    "—",
  ],
];
const piece = fc.constantFrom(...PIECES);
const anything = fc
  .string({ unit: "binary", maxLength: 6 })
  .map((text) => text.replace(/[\u2066-\u2069\u202A-\u202E]/gu, ""));

export const mixedText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 12, arbitrary: piece }, { weight: 1, arbitrary: anything }), { maxLength: 14 })
  .map((pieces) => pieces.join("").replace(/\u200E+\u200F+|\u200F+\u200E+/g, "\u200E"))
  .filter((text) => !/\u200E\u200F|\u200F\u200E/.test(text));
