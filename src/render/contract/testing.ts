/** For tests: the contracts as a person reads them in `templates/README.md`. */
import { slideShape } from "./layouts.ts";
import type { ObjectShape, Shape } from "./shape.ts";
import { TEMPLATE_SHAPES } from "./templates.ts";

/** A line a template, with its fields; what every slide has is described once. */
export function describeContracts(): string {
  const common = `- every layout, \`slide\`, \`heading\`, \`furniture\`: ${describeFields(slideShape)}`;
  const rows = Object.entries(TEMPLATE_SHAPES)
    .filter(([, shape]) => shape !== slideShape)
    .map(([path, shape]) => `- \`${path}\`: ${describeFields(withoutCommon(path, shape)) || "nothing more"}`);
  return [common, ...rows].join("\n");
}

function withoutCommon(path: string, shape: ObjectShape): ObjectShape {
  if (!path.startsWith("layouts/")) return shape;
  const own = Object.entries(shape.fields).filter(([name]) => !Object.hasOwn(slideShape.fields, name));
  return { kind: "object", fields: Object.fromEntries(own) };
}

function describeFields({ fields }: ObjectShape): string {
  return Object.entries(fields)
    .map(([name, shape]) => `\`${name}\`${describeShape(shape)}`)
    .join(", ");
}

type Describe = (shape: Shape) => string;

/** Text and numbers are what is expected, and say nothing. */
const DESCRIPTIONS: Readonly<Record<Shape["kind"], Describe>> = {
  text: () => "",
  number: () => "",
  flag: () => " (yes or no)",
  html: () => " (markup)",
  maybe: (shape) => (shape.kind === "maybe" ? `?${describeShape(shape.of)}` : ""),
  list: (shape) => (shape.kind === "list" ? ` (list${describeItem(shape.of)})` : ""),
  object: (shape) => (shape.kind === "object" ? ` (${describeFields(shape)})` : ""),
};

function describeShape(shape: Shape): string {
  return DESCRIPTIONS[shape.kind](shape);
}

function describeItem(shape: Shape): string {
  if (shape.kind === "html") return " of markup";
  return shape.kind === "object" ? ` of ${describeFields(shape)}` : "";
}
