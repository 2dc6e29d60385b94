import { readdirSync, readFileSync } from "node:fs";
import { build } from "esbuild";
import { expect, test } from "vitest";

/** Who may import whom: room → rooms. The reasons stand in ARCHITECTURE.md. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  text: [],
  deck: ["text"],
  render: ["deck", "text"],
  import: ["deck", "text", "render"],
  export: ["deck", "text", "render"],
  check: ["deck", "text", "render"],
  client: ["deck", "text", "render", "check"],
  node: ["deck", "text", "render", "import", "export", "check", "client"],
};

/** Packages that one file only may import, so that they can be replaced there. */
const ONE_FILE: readonly string[] = ["marked", "yaml", "handlebars"];

const PURE = ["text", "deck", "render", "check", "import", "export"];

interface Import {
  readonly from: string;
  readonly to: string;
}

const imports = await collectImports();

test("rooms import only the rooms that the table allows", () => {
  const broken = imports.filter(({ from, to }) => {
    const [room, other] = [roomOf(from), roomOf(to)];
    return room !== null && other !== null && room !== other && !MAY_IMPORT[room]?.includes(other);
  });
  expect(broken.map(show)).toEqual([]);
});

test("pure rooms import nothing of Node", () => {
  const broken = imports.filter(({ from, to }) => PURE.includes(roomOf(from) ?? "") && to.startsWith("node:"));
  expect(broken.map(show)).toEqual([]);
});

test.each(ONE_FILE)("%s is imported by one file", (name) => {
  const files = imports.filter(({ to }) => to === name || to.startsWith(`${name}/`)).map(({ from }) => from);
  expect([...new Set(files)]).toHaveLength(1);
});

test("every room of the house stands in the table", () => {
  const rooms = readdirSync("src", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(rooms.map(({ name }) => name).sort()).toEqual(Object.keys(MAY_IMPORT).sort());
});

async function collectImports(): Promise<readonly Import[]> {
  const { metafile } = await build({
    entryPoints: sourceFiles("src"),
    bundle: true,
    write: false,
    metafile: true,
    outdir: "unused",
    packages: "external",
    platform: "node",
    format: "esm",
    loader: { ".css": "empty", ".bin": "empty", ".hbs": "text" },
    logLevel: "error",
  });
  return Object.entries(metafile.inputs).flatMap(([from, input]) =>
    input.imports.map(({ path }) => ({ from, to: path })),
  );
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "testing" || entry.name === "fixtures" ? [] : sourceFiles(path);
    return /\.ts$/.test(entry.name) && !/(\.test|testing)\.ts$/.test(entry.name) ? [path] : [];
  });
}

function roomOf(path: string): string | null {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function show({ from, to }: Import): string {
  return `${from} → ${to}`;
}

test("the lock file holds every platform's packages, and no registry's address", () => {
  const lock = readFileSync("package-lock.json", "utf8");
  const { packages } = JSON.parse(lock) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  // npm leaves out what its registry did not have, and `npm ci` then refuses the whole file.
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
    ),
  );
  expect(missing).toEqual([]);
  expect(lock).not.toContain('"resolved"');
});
