/**
 * Makes an element like another one while keeping every node that is the same in both: a picture that stays is not
 * decoded again, so nothing flashes, and reveal's marks on what stays are left alone.
 */
export function morph(element: Element, wanted: Element): void {
  morphAttributes(element, wanted);
  const kept = [...element.childNodes].filter((node) => !isOurs(node));
  const nodes = [...wanted.childNodes];
  const same = commonEnds(kept, nodes);
  const middle = kept.slice(same.start, kept.length - same.end);
  const replacement = nodes.slice(same.start, nodes.length - same.end);
  const pairs = Math.min(middle.length, replacement.length);
  for (let index = 0; index < pairs; index++) morphNode(middle[index] as ChildNode, replacement[index] as ChildNode);
  for (const node of middle.slice(pairs)) node.remove();
  const after = kept[kept.length - same.end] ?? [...element.childNodes].find(isOurs) ?? null;
  for (const node of replacement.slice(pairs)) element.insertBefore(node, after);
}

function morphNode(node: ChildNode, wanted: ChildNode): void {
  if (node.isEqualNode(wanted)) return;
  if (node instanceof Text && wanted instanceof Text) node.data = wanted.data;
  else if (node instanceof Element && wanted instanceof Element && node.tagName === wanted.tagName) morph(node, wanted);
  else node.replaceWith(wanted);
}

/** How many nodes at the start and at the end are equal, so that one more line in a list moves none of the others. */
function commonEnds(a: readonly Node[], b: readonly Node[]): { readonly start: number; readonly end: number } {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && isSame(a[start], b[start])) start++;
  let end = 0;
  while (end < most - start && isSame(a[a.length - 1 - end], b[b.length - 1 - end])) end++;
  return { start, end };
}

function isSame(a: Node | undefined, b: Node | undefined): boolean {
  return a !== undefined && b !== undefined && a.isEqualNode(b);
}

/** Strokes that were drawn over a slide. */
function isOurs(node: Node): boolean {
  return node instanceof Element && node.classList.contains("ink");
}

/** Classes and attributes that reveal sets on sections and on steps. */
const CLASSES = ["present", "past", "future", "visible", "current-fragment"];
const ATTRIBUTES: ReadonlySet<string> = new Set(["style", "hidden", "aria-hidden", "inert", "data-fragment-index"]);

function morphAttributes(element: Element, wanted: Element): void {
  const marks = CLASSES.filter((name) => element.classList.contains(name));
  for (const { name } of [...element.attributes])
    if (!wanted.hasAttribute(name) && !ATTRIBUTES.has(name)) element.removeAttribute(name);
  for (const { name, value } of wanted.attributes)
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  for (const name of marks) element.classList.add(name);
}
