import type { QuestionKey } from '../../core/quiz/question.ts';

/** A question as it was when it was drawn: its key, and what it looked like. */
export interface QuestionCopy {
  key: QuestionKey;
  markup: Markup;
}

/** An element with its attributes and content, or a text; plain data that a database can hold. */
export type Markup =
  | string
  | { tag: string; attributes: Record<string, string>; content: Markup[] };

export function copyMarkup(node: Node): Markup {
  if (!(node instanceof Element)) return node.textContent ?? '';
  const attributes = Object.fromEntries(
    [...node.attributes].map(({ name, value }) => [name, value]),
  );
  const content = [...node.childNodes].filter(isContent).map(copyMarkup);
  return { tag: node.localName, attributes, content };
}

/**
 * The copied node again. No HTML is parsed, and what the page's policy forbids in HTML (scripts,
 * handlers in attributes) it forbids here.
 */
export function buildMarkup(markup: Markup): Node {
  if (typeof markup === 'string') return document.createTextNode(markup);
  const element = document.createElement(markup.tag);
  for (const [name, value] of Object.entries(markup.attributes)) element.setAttribute(name, value);
  element.append(...markup.content.map(buildMarkup));
  return element;
}

const isContent = (node: Node): boolean => node instanceof Element || node instanceof Text;
