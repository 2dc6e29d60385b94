import { readFile } from "node:fs/promises";
import type { BuildOptions, Plugin } from "esbuild";

/**
 * What keeps the editor's bundle small: it gets its templates compiled, so it needs no compiler of them, and it reads
 * front matter but never writes YAML.
 */
export function slimEditor(): Pick<BuildOptions, "alias" | "plugins"> {
  return { alias: { handlebars: "handlebars/dist/cjs/handlebars.runtime.js" }, plugins: [withoutYamlWriter] };
}

/** The writer's functions are named all over the library; here nothing stands behind the names. */
const withoutYamlWriter: Plugin = {
  name: "without-yaml-writer",
  setup(build) {
    build.onLoad({ filter: /[/\\]yaml[/\\]browser[/\\]dist[/\\]stringify[/\\]\w+\.js$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const names = /export \{([^}]*)\}/.exec(text)?.[1] ?? "";
      return {
        contents: `const ${names
          .split(",")
          .map((name) => `${name.trim()} = undefined`)
          .join(", ")};\nexport {${names}};`,
      };
    });
  },
};
