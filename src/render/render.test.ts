import { describe, expect, test } from "vitest";
import { renderCatalog } from "./catalog.ts";
import { renderHandout } from "./handout.ts";
import { deckOf, ourTemplates, pageOf, sha256, slidesOf } from "./testing.ts";

const COVER = "---\ntitle: תדריך\nlang: he\n---\n\n";

describe("the page", () => {
  test("has a language, a direction, and its first title as the only h1", () => {
    const page = pageOf(`${COVER}## אחת\n\n## שתיים\n`).value;
    expect(page).toContain('<html lang="he" dir="rtl" class="no-js">');
    expect(page.match(/<h1\b/g)).toHaveLength(1);
    expect(page.match(/<h2\b/g)).toHaveLength(2);
  });

  /** The scripts that run: at once, or as text that is made a script after the first paint. */
  const SCRIPTS = /<script(?: type="text\/plain" id="client")?>([\s\S]*?)<\/script>/g;

  test("is the same each time", () => {
    const source = `${COVER}# חלק\n\n## אחת\n\n- א\n- ב\n`;
    expect(pageOf(source).value).toBe(pageOf(source).value);
  });

  test("allows its own scripts and styles by their hashes, and nothing else", () => {
    const page = pageOf(`${COVER}## אחת\n`, { client: { script: 'a="</script><!--"', style: "p{}" } }).value;
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/
      .exec(page)?.[1]
      ?.replaceAll("&#x27;", "'")
      .replaceAll("&#x3D;", "=");
    const scripts = [...page.matchAll(SCRIPTS)].map(([, code = ""]) => sha256(code));
    const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, css = ""]) => sha256(css));
    expect(scripts).toHaveLength(2);
    expect(styles).toHaveLength(1);
    expect(policy).toBe(
      `default-src 'none'; script-src ${scripts.map((hash) => `'sha256-${hash}'`).join(" ")}; ` +
        `style-src 'sha256-${styles[0]}'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`,
    );
  });

  test("a client script keeps its meaning, whatever stands in its strings", () => {
    const script = 'globalThis.told = "</SCRIPT><!--<script>"';
    const page = pageOf(`${COVER}## אחת\n`, { client: { script, style: "" } }).value;
    const last = [...page.matchAll(SCRIPTS)].at(-1)?.[1] ?? "";
    expect(new Function(`${last}; return told`)()).toBe("</SCRIPT><!--<script>");
  });

  test("tells the client of the deck in JSON that cannot end its element", () => {
    const page = pageOf('---\ntitle: "</script><script>alert(1)</script>"\nduration: 20\n---\n\n## אחת\n').value;
    const json = /<script type="application\/json" id="deck-data">([^<]*)<\/script>/.exec(page)?.[1] ?? "";
    expect(JSON.parse(json)).toMatchObject({
      name: "test",
      title: "</script><script>alert(1)</script>",
      lang: "he",
      dir: "rtl",
      duration: 20,
    });
  });

  test("has no inline style and no event handler", () => {
    const main = slidesOf(
      `${COVER}## אחת\n\n::: number\n5 מתוך 11\nקבוצות\n:::\n\n## שתיים\n\n| א | ב |\n| :-- | --: |\n| 1 | 2 |\n`,
    );
    expect(main).not.toMatch(/<[^>]+\s(?:style|on\w+)=/);
  });
});

describe("text from the author", () => {
  test("is never markup", () => {
    const main = slidesOf(`${COVER}## <img src=x onerror=alert(1)> "&'\n\n<script>alert(1)</script>\n`);
    expect(main).not.toContain("<img");
    expect(main).not.toContain("<script");
    expect(main).toContain("&lt;script&gt;");
  });

  test("in the front matter and in attributes neither", () => {
    const main = slidesOf(
      `---\ntitle: '"><b>'\nsubtitle: <i>\nmarking: '<u>'\nfooter: '<s>'\n---\n\n# "><p>\n\n## x\n`,
    );
    expect(main).not.toMatch(/<(?:b|i|u|s)>/);
    expect(main).toContain('data-part="&quot;&gt;');
  });

  test("a link leads only where links may lead, whoever made the deck", () => {
    const deck = deckOf(`${COVER}## א\n\n[קישור](https://example.org/a?b=1&c=2)\n`);
    const evil = JSON.parse(JSON.stringify(deck).replaceAll("https://example.org/a?b=1&c=2", "javascript:alert(1)"));
    expect(slidesOf(`${COVER}## א\n\n[קישור](https://example.org/a?b=1&c=2)\n`)).toContain(
      'href="https://example.org/a?b=1&amp;c=2"',
    );
    expect(
      renderHandout(evil, {
        templates: ourTemplates,
        fonts: [],
        images: new Map(),
        sha256,
        perSheet: 1,
        withNotes: true,
      }),
    ).not.toContain("javascript:");
  });
});

describe("a slide", () => {
  test("says what it is to the client", () => {
    const main = slidesOf(
      `${COVER}# חלק\n\n## גלויה {minutes=2}\n\n## מוסתרת {.hidden}\n\n## סוף {.end}\n\n## גיבוי\n`,
    );
    expect(main).toMatch(/data-layout="points" data-index="2" data-part="חלק" data-minutes="2" aria-label="גלויה"/);
    expect(main.match(/ data-hidden/g)).toHaveLength(1);
    expect(main.match(/ data-backup/g)).toHaveLength(1);
  });

  test("without a title has one for those who do not see it", () => {
    expect(slidesOf(`${COVER}---\n\nטקסט\n`)).toContain('<h2 class="sr-only">שקופית 2</h2>');
  });

  test("with the title of another one is told apart", () => {
    const main = slidesOf(`${COVER}## סיכום\n\n## סיכום\n`);
    expect(main).toContain('aria-label="סיכום"');
    expect(main).toContain('aria-label="סיכום (2)"');
  });

  test("numbers the run first and the backup slides after it; a hidden slide has no number", () => {
    const main = slidesOf(`${COVER}## א\n\n## ב {.hidden}\n\n## סוף {.end}\n\n## ג\n`);
    expect([...main.matchAll(/class="page">(\d*)</g)].map(([, number]) => number)).toEqual(["1", "2", "", "3", "4"]);
  });

  test("carries its notes, their language, and the paragraphs that it stands on", () => {
    const main = slidesOf(`${COVER}## א {brief=2,4-6}\n\n::: notes\nדברים\n:::\n`);
    expect(main).toMatch(/<aside class="notes" lang="he" dir="rtl"[^>]*><p>דברים<\/p><p class="origin">[^<]*2, 4–6/);
  });

  test("shows the footnotes that it refers to, and only those", () => {
    const main = slidesOf(`${COVER}## א\n\nטקסט[^x]\n\n## ב\n\nעוד\n\n[^x]: מקור\n`);
    const [, id = ""] = /href="#(fn-[^"]+)"/.exec(main) ?? [];
    expect(id).not.toBe("");
    expect(main.split(`id="${id}"`)).toHaveLength(2);
    expect(main.match(/class="footnotes"/g)).toHaveLength(1);
  });

  test("reveals a list step by step when asked", () => {
    const main = slidesOf(`${COVER}## א {.steps}\n\n- אחת\n- שתיים\n`);
    expect(main.match(/<li class="fragment">/g)).toHaveLength(2);
  });

  test("shows the alternative text of a picture that could not be had", () => {
    const source = `${COVER}## א\n\n![תרשים](x.png)\n`;
    expect(slidesOf(source)).toContain('<p class="missing">תרשים</p>');
    expect(slidesOf(source, { images: new Map([["x.png", "data:image/png;base64,AAAA"]]) })).toContain(
      '<img src="data:image/png;base64,AAAA" alt="תרשים">',
    );
  });
});

describe("markings", () => {
  test("stand at the head and at the foot of every slide", () => {
    const main = slidesOf("---\ntitle: א\nmarking: לשימוש פנימי\n---\n\n## ב\n");
    expect(main.match(/class="marking marking-top plain"/g)).toHaveLength(2);
    expect(main.match(/class="marking marking-bottom plain"/g)).toHaveLength(2);
  });

  test("TLP labels are never translated and read from the left (FIRST, TLP 2.0)", () => {
    const main = slidesOf('---\ntitle: א\nmarking: "tlp:amber+strict"\n---\n');
    expect(main).toContain('marking-top tlp-amber-strict"><bdi dir="ltr" lang="en">TLP:AMBER+STRICT</bdi>');
  });
});

describe("layouts", () => {
  test("an agenda is made of the parts and leads to them", () => {
    const main = slidesOf(`${COVER}## סדר היום {.agenda}\n\n# ראשון\n\n# שני\n`);
    expect([...main.matchAll(/<a href="#([^"]+)">([^<]+)<\/a>/g)].map(([, , title]) => title)).toEqual([
      "ראשון",
      "שני",
    ]);
  });

  test("a part of a whole is drawn: as many marks as the whole, as many filled as the part", () => {
    const main = slidesOf(`${COVER}## א\n\n::: number\n5 מתוך 11\n\nקבוצות\n:::\n`);
    expect(main.match(/<span class="mark/g)).toHaveLength(11);
    expect(main.match(/<span class="mark on"/g)).toHaveLength(5);
  });

  test("a judgment says likelihood and confidence in words, with ICD 203's range", () => {
    const main = slidesOf(`${COVER}## א\n\n::: judgment {likelihood=likely confidence=medium}\nיקרה.\n:::\n`);
    expect(main).toMatch(/סביר<\/strong> <bdi class="chip-range" dir="ltr">55–80%/);
    expect(main).toMatch(/בינוני<\/strong>/);
    expect(main.match(/<span class="bin on"/g)).toHaveLength(1);
  });

  test("what stands around a layout's own block is kept, in order", () => {
    const main = slidesOf(`${COVER}## א\n\nלפני\n\n| א | ב |\n| :-- | :-- |\n| 1 | 2 |\n\nאחרי\n`);
    expect(main).toMatch(/class="lead"><p>לפני<\/p>[\s\S]*<table[\s\S]*class="rest"><p>אחרי<\/p>/);
  });

  test("a layout without its block shows the body as it is", () => {
    expect(slidesOf(`${COVER}## א {.timeline}\n\nטקסט\n`)).toContain("<p>טקסט</p>");
  });

  test("an English deck reads from the left, in English", () => {
    const page = pageOf(
      "---\ntitle: Summit\nlang: en\n---\n\n## One {.options}\n\n::: options\n### a\nx\n\n### b\ny\n:::\n",
    ).value;
    expect(page).toContain('<html lang="en" dir="ltr"');
    expect(page).toContain('aria-hidden="true">A</p>');
  });
});

describe("the list of decks", () => {
  const options = { lang: "he", templates: ourTemplates, fonts: [], sha256 } as const;

  test("has a row a deck, each in its own language", () => {
    const { meta } = deckOf("---\ntitle: Summit\nlang: en\n---\n");
    const page = renderCatalog([{ meta, href: "summit/index.html", slides: 12, minutes: 9.6 }], options);
    expect(page).toContain('<li lang="en" dir="ltr"><a class="deck-link" href="summit/index.html">');
    expect(page).toContain("12 slides · 10 minutes");
  });

  test("says what to do where there is none", () => {
    expect(renderCatalog([], options)).toContain("אין עדיין תדריכים");
  });
});

test("a handout has as many slides on a sheet as asked, without the hidden ones", () => {
  const deck = deckOf(`${COVER}## א\n\n## ב {.hidden}\n\n## ג\n\n## ד\n\n::: notes\nדברים\n:::\n`);
  const options = { templates: ourTemplates, fonts: [], images: new Map(), sha256, perSheet: 3 } as const;
  const page = renderHandout(deck, { ...options, withNotes: true });
  expect(page.match(/class="sheet"/g)).toHaveLength(2);
  expect(page.match(/class="thumb"/g)).toHaveLength(4);
  expect(page).toContain("<p>דברים</p>");
  expect(renderHandout(deck, { ...options, withNotes: false }).match(/class="ruled"/g)).toHaveLength(4);
});
