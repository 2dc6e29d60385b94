/** Shortened words whose stop belongs to them. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    "Inc Ltd Co Corp LLC Bros Jr Sr Dr Mr Mrs Ms Prof St Mt Gen Col Lt Sgt Capt Gov Sen Rep Rev Hon No Nos vs v al etc " +
    "cf art arts Art para ed eds vol pp p Fig Eq Sec Ch Dept Univ Assoc approx est Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
  ).split(" "),
);

/** What follows a name after a comma and is of it. */
export const SUFFIXES: ReadonlySet<string> = new Set(
  "Inc Ltd LLC LLP Corp Jr Sr PhD Ph.D MD M.D Esq DC D.C CA NY TX MA VA MD UK U.K USA U.S".split(" "),
);
