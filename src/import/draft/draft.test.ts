import { describe, expect, test } from "vitest";
import { blockTexts, parse, plainText as plainInlines, toSource } from "../../deck/index.ts";
import { serialize } from "../../deck/serialize.ts";
import type { Deck, Slide } from "../../deck/types.ts";
import { type Brief, plainText } from "../brief.ts";
import { NO_PROPERTIES, structure } from "../structure.ts";
import { realBrief, textNames, truthOf } from "../testing/files.ts";
import { decodeText, plainLines, readText } from "../text.ts";
import { cutsOf, POINT_WORDS } from "./cuts.ts";
import { draft } from "./draft.ts";
import { LABELS } from "./labels.ts";

const real = realBrief();
const briefs: readonly (readonly [string, Brief])[] = [
  ...textNames().map((name) => [name, truthOf(name).brief] as const),
  ...(real === null
    ? []
    : [
        [
          "the real brief",
          structure({
            ...readText(plainLines(decodeText(real))),
            footnotes: [],
            pictures: [],
            properties: NO_PROPERTIES,
          }),
        ] as const,
      ]),
];

const words = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** Do the words stand in the text, in this order? */
function standsIn(needle: string, text: string): boolean {
  let at = 0;
  const all = words(text);
  return words(needle).every((word) => {
    at = all.indexOf(word, at) + 1;
    return at > 0;
  });
}

/** Each piece of text on a slide apart: title, points, cells, the value of a number with its label. */
function pieces(slide: Slide): string[] {
  const body = slide.body.flatMap((block) => {
    if (block.type === "timeline")
      return block.events.flatMap(({ when, what }) => [plainInlines(when), plainInlines(what)]);
    if (block.type === "number")
      return [`${plainInlines(block.value)} ${plainInlines(block.label)}`, ...blockTexts(block.blocks)];
    return blockTexts([block]);
  });
  return [plainInlines(slide.title), ...body].filter((text) => text !== "");
}

const points = (slide: Slide): string[] =>
  slide.body.flatMap((block) => (block.type === "list" ? block.items.flatMap((item) => blockTexts(item.blocks)) : []));

describe.each(briefs)("%s", (_, brief) => {
  const { deck, sources, leftOut } = draft(brief);
  const labels = Object.values(LABELS[brief.lang]);

  test("every word on a slide stands in a block of the brief, in that order", () => {
    const texts = [brief.title, ...brief.blocks.map(plainText)];
    const strange = deck.slides
      .flatMap(pieces)
      .filter((piece) => !labels.includes(piece) && !texts.some((text) => standsIn(piece, text)));
    expect(strange).toEqual([]);
  });

  test("points are short, and no more than four a slide unless the brief's own list has more", () => {
    for (const slide of deck.slides.filter(({ layout }) => layout === "points" || layout === "bottom-line")) {
      expect(points(slide).length).toBeLessThanOrEqual(6);
      for (const point of points(slide)) expect(point.split(" ").length, point).toBeLessThanOrEqual(POINT_WORDS + 1);
    }
  });

  test("each slide of content knows its paragraphs, and the full paragraphs are in the notes", () => {
    const said = deck.slides.flatMap(({ notes }) => blockTexts(notes.blocks)).join("\n");
    for (const block of brief.blocks) if (block.type === "paragraph") expect(said).toContain(block.text);
    for (const slide of deck.slides)
      if (slide.layout !== "cover" && slide.layout !== "agenda")
        expect(slide.origin?.paragraphs.length).toBeGreaterThan(0);
    expect(sources).toHaveLength(deck.slides.length - 1);
  });

  test("what is on no slide is listed", () => {
    const shown = deck.slides.flatMap(pieces).join("\n");
    for (const { text, paragraph, inNotes } of leftOut) {
      expect(shown).not.toContain(text);
      expect(inNotes, `${paragraph}: ${text}`).toBe(true);
    }
  });

  test("the written source is read back as the same deck", () => {
    const text = serialize(deck);
    const { value, diagnostics } = parse(toSource(text, "draft.md"));
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(bare(value)).toEqual(bare(deck));
    expect(serialize(value)).toBe(text);
  });

  test.each([2, 5, 8])("a budget of %i slides is kept, and the rest is listed", (slides) => {
    const short = draft(brief, { slides });
    expect(short.deck.slides.length).toBeLessThanOrEqual(slides);
    expect(short.leftOut.length).toBeGreaterThanOrEqual(leftOut.length);
  });

  test("an outline has the same titles and nothing below them", () => {
    const outline = draft(brief, { outline: true }).deck;
    expect(outline.slides.map(({ title }) => plainInlines(title))).toEqual(
      deck.slides.map(({ title }) => plainInlines(title)),
    );
    expect(outline.slides.flatMap(({ body, notes }) => [...body, ...notes.blocks])).toEqual([]);
  });

  test("a draft of the same brief is the same", () => {
    expect(draft(brief)).toEqual({ deck, sources, leftOut });
  });
});

/** A deck without its places, which only a source has. */
function bare(deck: Deck): unknown {
  return JSON.parse(JSON.stringify(deck, (key, value: unknown) => (key === "span" ? undefined : value)));
}

test("dates that carry sentences become a timeline in the order of time", () => {
  const { deck } = draft(truthOf("transport").brief);
  const timeline = deck.slides.flatMap(({ body }) => body).find((block) => block.type === "timeline");
  expect(timeline?.events.map(({ when }) => plainInlines(when))).toEqual(["2011", "בינואר 2015", "2018", "2021"]);
});

test("a figure that carries a sentence becomes a number, with the words that limit it", () => {
  const { deck } = draft(truthOf("water").brief);
  const values = deck.slides
    .flatMap(({ body }) => body)
    .flatMap((block) => (block.type === "number" ? [plainInlines(block.value)] : []));
  expect(values).toEqual(["כ-585 מיליון", "לפחות 90 מיליון"]);
});

test("a sentence in a doubtful line comes to a slide only where there is nothing else", () => {
  const sentences = [
    "התקציב לשנה הבאה קוצץ ברבע.",
    "המנהלים דחו את הקיצוץ פה אחד.",
    "השר הבטיח לבחון את התקציב שוב.",
    "הקיצוץ בתקציב נדחה לשנה אחת.",
    "התקציב נשאר אפוא כמו שהיה.",
  ];
  const text = sentences.join(" ");
  const place = { page: null, line: 1, lastLine: 5 };
  const paragraph = {
    type: "paragraph" as const,
    number: 1,
    text,
    strong: [],
    doubtful: [{ start: 0, end: sentences[0]!.length }],
    marks: [],
    place,
  };
  const brief: Brief = { ...truthOf("water").brief, abstract: [], blocks: [paragraph], footnotes: [] };
  const shown = draft(brief).deck.slides.flatMap(points);
  expect(shown).toHaveLength(4);
  expect(shown).not.toContain("התקציב לשנה הבאה קוצץ ברבע");
});

describe("words in a doubtful line that come to a slide", () => {
  const place = { page: null, line: 1, lastLine: 1 };
  const whole = (text: string) => [{ start: 0, end: text.length }];
  const paragraph = (number: number, text: string, isDoubtful: boolean): Brief["blocks"][number] => {
    return { type: "paragraph", number, text, strong: [], doubtful: isDoubtful ? whole(text) : [], marks: [], place };
  };
  const heading = (number: number, text: string, isDoubtful: boolean): Brief["blocks"][number] => {
    return { type: "heading", number, level: 1, text, isDoubtful, place };
  };
  const brief: Brief = {
    ...truthOf("water").brief,
    abstract: [],
    blocks: [
      heading(1, "התקציב", false),
      paragraph(2, "התקציב לשנה הבאה קוצץ ברבע.", false),
      heading(3, "מה ענו המנהלים?", true),
      paragraph(4, "המנהלים דחו את הקיצוץ פה אחד.", false),
      heading(5, "ההבטחה", false),
      paragraph(6, "השר הבטיח לבחון את התקציב שוב.", true),
    ],
    footnotes: [],
  };
  const notesWithDoubt = (outline: boolean) =>
    draft(brief, { outline }).deck.slides.flatMap(({ title, notes }) => {
      const checks = blockTexts(notes.blocks).filter((text) => text.startsWith(LABELS.he.doubt));
      return checks.map((text) => [plainInlines(title), text.slice(LABELS.he.doubt.length + 2)]);
    });

  test("stand first in its notes, with the word that a person should check them", () => {
    expect(notesWithDoubt(false)).toEqual([
      [LABELS.he.agenda, "מה ענו המנהלים?"],
      ["מה ענו המנהלים?", "מה ענו המנהלים?"],
      ["ההבטחה", "השר הבטיח לבחון את התקציב שוב."],
    ]);
  });

  test("are not told of in an outline, which has no notes", () => {
    expect(notesWithDoubt(true)).toEqual([]);
  });
});

describe("cuts of a sentence", () => {
  const texts = (sentence: string): string[] => cutsOf(sentence).map(({ text }) => text);

  test("drop what only joins it to the sentence before", () => {
    expect(texts("לכן, ההכנות המוקדמות אינן המפתח.")[0]).toBe("ההכנות המוקדמות אינן המפתח");
  });
  test("keep who says so, and on what condition", () => {
    const cuts = texts("לדברי השר, המחירים ירדו בשנה האחרונה, אם כי לא בכל הענפים.");
    expect(cuts.every((cut) => cut.startsWith("לדברי השר"))).toBe(true);
    expect(texts("אם יימשך הגירעון, הריבית תעלה בשיעור ניכר בשנה הבאה.").every((cut) => cut.startsWith("אם"))).toBe(
      true,
    );
  });
  test("never end between the subject and its verb", () => {
    const cuts = texts(
      "תושבי הערים הקטנות שבצפון הארץ ובדרומה, שסבלו מן המחסור יותר מכול, קיבלו את הפיצוי באיחור של שנה.",
    );
    expect(cuts.some((cut) => cut.endsWith("ובדרומה") || cut.endsWith("מכול"))).toBe(false);
    expect(cuts).toContain("תושבי הערים הקטנות שבצפון הארץ ובדרומה קיבלו את הפיצוי באיחור של שנה");
  });
  test("never are a condition or a circumstance alone", () => {
    const cuts = texts(
      "על פי הדיווחים, כאשר נשאל השר על מצב המתקנים שבצפון הארץ ועל לוח הזמנים, הוא הביע הפתעה מן השאלה ומן העיתוי שלה.",
    );
    expect(cuts.filter((cut) => cut.endsWith("הארץ") || cut.endsWith("הזמנים"))).toEqual([]);
  });
  test("never end on a word that only joins", () => {
    for (const cut of texts(
      "הטענה המרכזית היא, שהפסגה כונסה בלי הכנה מספקת של הצוותים, ועל כן נכשלה כבר ביומה הראשון.",
    ))
      expect(cut).not.toMatch(/ היא$/u);
  });
});

describe("a head whose order is in doubt", () => {
  const lines = [
    "מבט על, גיליון 1461, 11 במרץ 1920",
    "",
    "מסחר ימי בעת משבר",
    "",
    "הנמלים פועלים השנה בקצב גבוה מן הרגיל, והסיבה לכך היא הביקוש של התעשייה, שלא פסק גם בחודשי הקיץ.",
    "",
    "המחירים עלו אף הם, אולם בשיעור נמוך מן הצפוי, ולכן לא הורגשה ההתייקרות אצל הצרכנים בחנויות.",
  ];
  const read = plainLines(lines.join("\n"));
  const draftOf = (doubtful: boolean) =>
    draft(
      structure({
        ...readText(read.map((line) => (line.number === 1 ? { ...line, doubtful } : line))),
        footnotes: [],
        pictures: [],
        properties: NO_PROPERTIES,
      }),
    ).deck;

  test("does not come to the cover; its notes tell of it", () => {
    const { meta, slides } = draftOf(true);
    expect(meta).toMatchObject({ title: "מסחר ימי בעת משבר", series: "", number: "", date: "" });
    expect(blockTexts(slides[0]?.notes.blocks ?? [])).toEqual([`${LABELS.he.doubt}: ${lines[0]}`]);
  });

  test("comes to the cover where it is not in doubt", () => {
    const { meta, slides } = draftOf(false);
    expect(meta).toMatchObject({ number: "1461", date: "11 במרץ 1920" });
    expect(slides[0]?.notes.blocks).toEqual([]);
  });
});
