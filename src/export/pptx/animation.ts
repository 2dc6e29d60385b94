import type { EffectView } from "./view.ts";

/** What `timing.hbs` is given: every time node has an id of its own on the slide. */
export interface TimingView {
  readonly clicks: readonly {
    readonly id: number;
    readonly inner: number;
    readonly effects: readonly {
      readonly id: number;
      readonly inner: number;
      readonly node: "clickEffect" | "withEffect";
      readonly shape: number;
      readonly part: { readonly at: number } | null;
    }[];
  }[];
  readonly builds: readonly { readonly shape: number; readonly byParagraph: boolean }[];
}

/** The ids 1 and 2 are the root's and the main sequence's. */
const FIRST_ID = 3;

/** The entrance "appear" for each step, all of a click's effects together (ECMA-376 §19.5). */
export function timingView(clicks: readonly (readonly EffectView[])[]): TimingView {
  let last = FIRST_ID - 1;
  const next = (): number => ++last;
  const builds = new Map<number, boolean>();
  const views = clicks.map((effects) => ({
    id: next(),
    inner: next(),
    effects: effects.map(({ shape, paragraph }, at) => {
      builds.set(shape, paragraph !== null);
      return {
        id: next(),
        inner: next(),
        node: at === 0 ? ("clickEffect" as const) : ("withEffect" as const),
        shape,
        part: paragraph === null ? null : { at: paragraph },
      };
    }),
  }));
  return { clicks: views, builds: [...builds].map(([shape, byParagraph]) => ({ shape, byParagraph })) };
}
