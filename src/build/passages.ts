import { type HastNode, htmlToHast } from 'satteri';
import type { Passage } from '../core/search/passages.ts';
import { plainText } from '../core/search/plain-text.ts';

/** Cuts the searchable part of a page (`data-pagefind-body`) at its headings with an id. */
export function readPassages(address: string, html: string): Passage[] {
  const passages: Passage[] = [];
  const visit = (node: HastNode, searchable: boolean): void => {
    if (node.type === 'text') {
      const passage = passages[passages.length - 1];
      if (searchable && passage) passage.text += ` ${node.value}`;
      return;
    }
    if (!('children' in node)) return;
    const { tagName = '', properties = {} } = node as Partial<Element>;
    if (['script', 'style', 'template'].includes(tagName)) return;
    if (properties.dataPagefindIgnore !== undefined) return;
    const inside = searchable || properties.dataPagefindBody !== undefined;
    const heading = inside && /^h[1-6]$/.test(tagName);
    if (heading && (properties.id || tagName === 'h1')) {
      const url = properties.id ? `${address}#${properties.id}` : address;
      passages.push({ url, title: plainText(textOf(node)), text: '' });
    }
    for (const child of node.children) visit(child as HastNode, inside);
  };
  visit(htmlToHast(html), false);
  const [page] = passages;
  return passages.map(({ url, title, text }) => ({
    url,
    title: page && title !== page.title ? `${page.title}：${title}` : title,
    text: plainText(text),
  }));
}

interface Element {
  tagName: string;
  properties: Record<string, unknown>;
}

function textOf(node: HastNode): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((c) => textOf(c as HastNode)).join('') : '';
}
