export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/";

/** The relationship types that are written, by their last word (ECMA-376 part 1 §13, part 2 §11). */
export function relationType(name: string): string {
  return name === "core-properties" ? PACKAGE + name : OFFICE + name;
}

/** The relationships of one part: the same target is asked for twice and listed once. */
export class Relations {
  readonly #list: Relation[] = [];

  /** @returns the id to write, e.g. `rId3`. */
  add(name: string, target: string, external = false): string {
    const type = relationType(name);
    const known = this.#list.find((relation) => relation.type === type && relation.target === target);
    if (known !== undefined) return known.id;
    const id = `rId${this.#list.length + 1}`;
    this.#list.push({ id, type, target, external });
    return id;
  }

  get list(): readonly Relation[] {
    return this.#list;
  }
}
