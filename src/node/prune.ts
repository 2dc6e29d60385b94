import type { Plugin } from "esbuild";

/**
 * What of reveal's style sheet no deck of ours can reach: its overlays, notes, scroll view, playback and print view have
 * successors here, and of its transitions only `none`, `fade` and `slide` can be chosen. They are half of its bytes.
 */
const UNREACHABLE =
  /overlay|playback|speaker-notes|scroll|reading|print|pdf|convex|concave|zoom|cube|\bpage\b|kenburns|jump-to|controls|progress|slide-number|r-stretch|r-frame|r-hstack|r-vstack|r-fit|vertical|stack\b|overview/;

/** An esbuild plugin that leaves these rules of `reveal.css` out. */
export const pruneReveal: Plugin = {
  name: "prune-reveal",
  setup({ onLoad }) {
    onLoad({ filter: /reveal\.js[\\/]dist[\\/]reveal\.css$/ }, async ({ path }) => {
      const [{ default: postcss }, { readFile }] = await Promise.all([import("postcss"), import("node:fs/promises")]);
      const root = postcss.parse(await readFile(path, "utf8"));
      root.walkRules((rule) => {
        if (rule.parent?.type === "atrule" && /keyframes/.test((rule.parent as { name?: string }).name ?? "")) return;
        rule.selectors = rule.selectors.filter((selector) => !UNREACHABLE.test(selector));
        if (rule.selectors.length === 0 || rule.selector === "") rule.remove();
      });
      root.walkAtRules((rule) => {
        if (rule.name === "media" && (rule.params.includes("print") || rule.nodes?.length === 0)) rule.remove();
        if (rule.name.endsWith("keyframes") && UNREACHABLE.test(rule.params)) rule.remove();
      });
      return { contents: root.toString(), loader: "css" };
    });
  },
};
