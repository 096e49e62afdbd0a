import type { MdastNode } from 'satteri';

/** A component, on lines of its own or inside a sentence. */
export type Element = Extract<
  MdastNode,
  { type: 'mdxJsxFlowElement' } | { type: 'mdxJsxTextElement' }
>;

/** `node` and every node below it, in reading order. */
export function* walk(node: MdastNode): Generator<MdastNode> {
  yield node;
  if (!('children' in node)) return;
  for (const child of node.children) yield* walk(child);
}

/** Every component below `node`. */
export function* elements(node: MdastNode): Generator<Element> {
  for (const inner of walk(node)) if (isElement(inner)) yield inner;
}

export function isElement(node: MdastNode): node is Element {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** The text of an attribute; nothing where it is missing or no plain text. */
export function attributeOf(element: Element, name: string): string | undefined {
  for (const attribute of element.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== name) continue;
    return typeof attribute.value === 'string' ? attribute.value : undefined;
  }
  return;
}

/** The words of a node, without their marks. */
export function textOf(node: MdastNode): string {
  if ('value' in node && node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
