import fc from "fast-check";
import { expect, test } from "vitest";
import { diffSlides } from "./merge.ts";
import { serialize } from "./serialize.ts";
import { arbitraryDeck } from "./testing.ts";

const base = "---\ntitle: א\n---\n\n## ראשונה\n\n1\n\n## שנייה\n\n2\n\n## שלישית\n\n3\n";

function merge(mine: string, theirs: string): string {
  const { text, conflicts } = diffSlides(base, mine, theirs);
  expect(conflicts).toEqual([]);
  return text;
}

test("each side's slides are taken, also when they are neighbours", () => {
  expect(merge(base.replace("1", "אחת"), base.replace("2", "שתיים"))).toBe(
    base.replace("1", "אחת").replace("2", "שתיים"),
  );
  expect(merge(base.replace("title: א", "title: ב"), base.replace("3", "שלוש"))).toBe(
    base.replace("title: א", "title: ב").replace("3", "שלוש"),
  );
});

test("a side that changed nothing gives the other as it is", () => {
  const other = base.replace("2", "שתיים");
  expect(merge(base, other)).toBe(other);
  expect(merge(other, base)).toBe(other);
  expect(merge(other, other)).toBe(other);
});

test("new slides of both stay, in their places", () => {
  const mine = base.replace("## שנייה", "## שלי\n\n## שנייה");
  const theirs = base.replace("## שלישית", "## שלהם\n\n## שלישית");
  expect(merge(mine, theirs)).toBe(
    base.replace("## שנייה", "## שלי\n\n## שנייה").replace("## שלישית", "## שלהם\n\n## שלישית"),
  );
  expect(merge(`${base}\n## שלי\n`, `${base}\n## שלהם\n`)).toBe(`${base}\n## שלהם\n\n## שלי\n`);
  expect(merge(base.trimEnd().replace("1", "אחת"), `${base}\n## שלהם\n`)).toBe(
    `${base.replace("1", "אחת")}\n## שלהם\n`,
  );
});

test("a slide that one removed goes, when the other left it alone", () => {
  expect(merge(base.replace("## שנייה\n\n2\n\n", ""), base.replace("3", "שלוש"))).toBe(
    base.replace("## שנייה\n\n2\n\n", "").replace("3", "שלוש"),
  );
  expect(merge(base.replace("3", "שלוש"), base.replace("## שנייה\n\n2\n\n", ""))).toBe(
    base.replace("## שנייה\n\n2\n\n", "").replace("3", "שלוש"),
  );
});

test("a moved slide is the same slide, and a retitled one too", () => {
  const moved = base.replace("## ראשונה\n\n1\n\n", "").replace("## שלישית", "## ראשונה\n\n1\n\n## שלישית");
  expect(merge(moved, base.replace("1", "אחת"))).toBe(moved.replace("1", "אחת"));
  expect(merge(base.replace("1", "אחת"), moved)).toBe(moved.replace("1", "אחת"));
  expect(merge(base.replace("## שנייה", "## אחרת"), base.replace("3", "שלוש"))).toBe(
    base.replace("## שנייה", "## אחרת").replace("3", "שלוש"),
  );
});

test("the same slide changed by both is a conflict that shows all three, and mine stays in the text", () => {
  const { text, conflicts } = diffSlides(base, base.replace("2", "שלי"), base.replace("2", "שלהם"));
  expect(text).toBe(base.replace("2", "שלי"));
  expect(conflicts).toMatchObject([
    { title: "שנייה", base: "## שנייה\n\n2", mine: "## שנייה\n\nשלי", theirs: "## שנייה\n\nשלהם" },
  ]);
  expect(text.slice(conflicts[0]!.span.start, conflicts[0]!.span.end).trim()).toBe("## שנייה\n\nשלי");
});

test("changed here and removed there is a conflict, and the words stay", () => {
  const removed = base.replace("## שנייה\n\n2\n\n", "");
  for (const [mine, theirs] of [
    [removed, base.replace("2", "שתיים")],
    [base.replace("2", "שתיים"), removed],
  ] as const) {
    const { text, conflicts } = diffSlides(base, mine, theirs);
    expect(text).toContain("שתיים");
    expect(conflicts).toHaveLength(1);
    expect([conflicts[0]!.mine, conflicts[0]!.theirs]).toContain(null);
  }
});

test("the file's byte order mark and line ends are kept, whatever the editor sent", () => {
  const disk = `\uFEFF${base.replace("3", "שלוש").replaceAll("\n", "\r\n")}`;
  expect(diffSlides(base, base.replace("1", "אחת"), disk).text).toBe(disk.replace("1", "אחת"));
});

test("a side without changes never makes a conflict, and no slide is lost", () => {
  fc.assert(
    fc.property(arbitraryDeck, arbitraryDeck, (one, other) => {
      const [a, b] = [serialize(one), serialize(other)];
      expect(diffSlides(a, a, b)).toEqual({ text: b, conflicts: [] });
      expect(diffSlides(a, b, a)).toEqual({ text: b, conflicts: [] });
      const added = `${a}\n## נוספה בצד השני\n`;
      expect(diffSlides(a, b, added).text).toContain("## נוספה בצד השני");
    }),
    { numRuns: 30 },
  );
});
