import { describe, expect, it } from "vitest";
import { Evidence } from "./evidence.ts";
import { addTokenFeatures, type FeatureName } from "./features.ts";
import { shippedModel } from "./testing/model.ts";
import { Token } from "./words.ts";

const model = shippedModel();

function featuresOf(text: string): Set<FeatureName> {
  const names = new Set<FeatureName>();
  addTokenFeatures((name) => names.add(name), new Token(text, model), model, new Evidence(), 1);
  return names;
}

describe("the features of a token", () => {
  it("know a word behind prefix letters and the mark that opens a quotation", () => {
    for (const text of ['ב"מצב', 'ה"מצב', 'וב"ממשלה', 'ה"מצב",'])
      expect(featuresOf(text), text).not.toContain("unknown");
    expect(featuresOf('ב"מצקבה')).toContain("unknown");
  });

  it("leave the mark of an acronym where it is", () => {
    for (const text of ['שב"כ', 'מו"מ', 'מל"ט', 'מל"טים', 'המל"טים', 'מכ"מים']) {
      expect(featuresOf(text), text).not.toContain("unknown");
    }
    expect(featuresOf('הב"ל')).toContain("unknown");
  });
});
