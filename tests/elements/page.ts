/** Pages for element tests: finished HTML, then what a person sees and does. */
import { readFileSync } from 'node:fs';
import { expect, vi } from 'vitest';

/** The element `tag` as a component has written it down, where nothing but addresses is computed. */
export function markupOf(component: string, tag: string): string {
  const source = readFileSync(`src/components/${component}.astro`, 'utf8').replace(
    /\{href\('([^']*)'\)\}/g,
    '"/$1"',
  );
  const markup = new RegExp(`<${tag}[ >][^]*</${tag}>`).exec(source)?.[0];
  if (!markup || /[{}]/.test(markup)) throw new Error(`<${tag}> is not plain in ${component}`);
  return markup;
}

/** Puts HTML on the page; elements that are defined come to life. Gives the first one. */
export function render<T extends HTMLElement = HTMLElement>(html: string): T {
  document.body.innerHTML = html;
  return document.body.firstElementChild as T;
}

/** The element for `selector`, which has to be there. */
export function find<T extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): T {
  const element = root.querySelector<T>(selector);
  if (!element) throw new Error(`The page has no ${selector}`);
  return element;
}

/** The part that the markup names `data-part`. */
export const part = (root: ParentNode, name: string): HTMLElement =>
  find(root, `[data-part="${name}"]`);

/** What stands on the screen, parts that are hidden left out. */
export function visibleText(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[hidden], script, template')) hidden.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Waits for a promise chain inside an element to get this far. */
export const until = (check: () => void): Promise<void> => vi.waitFor(check, { interval: 2 });

/** Lets everything that has no reason to wait happen: for what must not happen. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

/** Asserts that `element` has the focus. */
export const expectFocus = (element: Element): void => expect(document.activeElement).toBe(element);
