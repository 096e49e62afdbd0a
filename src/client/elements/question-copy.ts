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

/** The keys that a printed quiz carries (`components/lesson/Quiz.astro`); none where it has none. */
export function printedKeys(quiz: Element): QuestionKey[] {
  const printed = quiz.querySelector('script[type="application/json"]:not([data-part])');
  const keys: Omit<QuestionKey, 'revision'>[] = JSON.parse(printed?.textContent ?? '[]');
  return keys.map((key) => ({ ...key, revision: key.credited.slice(-1)[0] ?? '' }) as QuestionKey);
}

/** The questions that a lesson's page prints, by id. */
export function copyQuestions(page: Document): Map<string, QuestionCopy> {
  const copies = new Map<string, QuestionCopy>();
  for (const key of [...page.querySelectorAll('course-quiz')].flatMap(printedKeys)) {
    const question = page.querySelector(`[data-question="${key.id}"]`);
    if (question) copies.set(key.id, { key, markup: copyMarkup(question) });
  }
  return copies;
}

function copyMarkup(node: Node): Markup {
  if (node.nodeType !== Node.ELEMENT_NODE) return node.textContent ?? '';
  const element = node as Element;
  const attributes = Object.fromEntries(
    [...element.attributes].map(({ name, value }) => [name, value]),
  );
  const content = [...element.childNodes].filter(isContent).map(copyMarkup);
  return { tag: element.localName, attributes, content };
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

// Not `instanceof`: the nodes may be of another document.
const isContent = ({ nodeType }: Node): boolean =>
  nodeType === Node.ELEMENT_NODE || nodeType === Node.TEXT_NODE;
