import { type HastNode, htmlToHast } from 'satteri';
import type { Passage } from '../core/search/passages.ts';
import { plainText } from '../core/search/plain-text.ts';

/** What nobody reads in a lesson, or nobody looks for: code, controls, what is said without scripts. */
const UNREAD = new Set(['script', 'style', 'template', 'noscript', 'button']);

/** What stands on lines of its own. In a row its texts would run into one another. */
const BLOCKS = /^(?:h[1-6]|p|li|dt|dd|summary|legend|label|figcaption|t[dh])$/;

/**
 * Cuts the searchable part of a page (`data-pagefind-body`) at its headings with an id, and takes
 * each question out: a quiz shows one of them, and a link to it opens that one. What a page hides
 * until its script shows it is not searched.
 */
export function readPassages(address: string, html: string): Passage[] {
  const passages: Passage[] = [];
  let passage: Passage | undefined;
  const begin = (title: string, id = ''): void => {
    passage = { url: id ? `${address}#${id}` : address, title, text: '' };
    passages.push(passage);
  };
  const visit = (node: HastNode, searchable: boolean): void => {
    if (node.type === 'text') {
      if (searchable && passage) passage.text += ` ${node.value}`;
      return;
    }
    if (!('children' in node)) return;
    const { tagName = '', properties = {} } = node as Partial<Element>;
    if (UNREAD.has(tagName) || properties.hidden !== undefined) return;
    // 单选, 排序: what kind of question it is.
    if (properties.dataPagefindIgnore !== undefined || isOf('kind', properties)) return;
    const inside = searchable || properties.dataPagefindBody !== undefined;
    const heading = inside && /^h[1-6]$/.test(tagName);
    const id = properties.id ? String(properties.id) : undefined;
    const outer = passage;
    const question = inside && properties.dataQuestion !== undefined;
    if (question) begin('题目', id);
    if (heading && (id || tagName === 'h1')) begin(plainText(textOf(node)), id);
    const start = passage?.text.length ?? 0;
    for (const child of node.children) visit(child as HastNode, inside);
    if (question) passage = outer;
    if (!inside || !passage) return;
    if (BLOCKS.test(tagName)) passage.text = closed(passage.text, tagName === 'dt' ? '：' : '。');
    // What `components/lesson/Phrases.astro` prints of a phrase.
    if (isOf('busy', properties)) passage.say = asRead(passage.text.slice(start));
    if (isOf('aliases', properties)) passage.aliases = listed(asRead(passage.text.slice(start)));
  };
  visit(htmlToHast(html), false);
  const [page] = passages;
  return (
    passages
      .map(({ title, text, ...passage }) => ({
        ...passage,
        title: page && title !== page.title ? `${page.title}：${title}` : title,
        text: asRead(text),
        heading: asRead(closed(title, '。')),
      }))
      // A heading of headings, like 话术, is no place to go to.
      .filter(({ text, heading }) => text !== heading)
      .map(({ heading: _, ...passage }) => passage)
  );
}

interface Element {
  tagName: string;
  properties: Record<string, unknown>;
}

const isOf = (name: string, { className }: Element['properties']): boolean =>
  Array.isArray(className) && className.includes(name);

/** 也会这样说：甲、乙。 */
const listed = (text: string): string[] => text.replace(/^.*：|。$/g, '').split('、');

/** Nor does anybody read the space between one block and the next. */
const asRead = (text: string): string => plainText(text).replace(/([：。]) /g, '$1');

/** `text` with a mark at its end. */
const closed = (text: string, mark: string): string =>
  /(?:^|[\p{P}\p{Z}\s])$/u.test(text.trimEnd()) ? text : text.trimEnd() + mark;

function textOf(node: HastNode): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((c) => textOf(c as HastNode)).join('') : '';
}
