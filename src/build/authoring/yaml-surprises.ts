import {
  type Document,
  isAlias,
  isCollection,
  isNode,
  isScalar,
  isSeq,
  type Scalar,
  visit,
  type YAMLSeq,
} from 'yaml';
import type { PlaceAt, ReportProblem } from './problem.ts';

/**
 * Reports what YAML takes for something else than was meant: anchors, aliases, tags, fields whose
 * name is a list, dates where they have to be quoted, words after a #, items that a Chinese comma
 * makes one, lines that it joins with a space. Returns whether there was any.
 */
export function reportSurprises(
  document: Document.Parsed,
  text: string,
  placeAt: PlaceAt,
  report: ReportProblem,
): boolean {
  let found = false;
  const sign = (written: string, offset = 0) => {
    report('yaml-feature', placeAt(Math.max(0, offset)), { written });
    found = true;
  };
  visit(document, {
    Pair(_key, { key }) {
      if (isNode(key) && isCollection(key)) sign('?', key.range?.[0]);
    },
    Node(_key, node, path) {
      const start = node.range?.[0] ?? 0;
      if (isAlias(node)) sign(`*${node.source}`, start);
      else if (node.anchor) sign(`&${node.anchor}`, text.lastIndexOf(`&${node.anchor}`, start));
      else if (node.tag?.startsWith('!')) sign(node.tag, text.lastIndexOf(node.tag, start));
      else if (isScalar(node) && node.value instanceof Date) {
        report('needs-quotes', placeAt(start), { value: node.source ?? '' });
        found = true;
      } else if (isScalar<string>(node) && typeof node.value === 'string') {
        const isItem = isSeq(path.at(-1)) && (path.at(-1) as YAMLSeq).flow === true;
        found = reportText(node, isItem, text, placeAt, report) || found;
      }
    },
  });
  return found;
}

/** What happens to a text on its way: words that are lost, items and lines that become one. */
function reportText(
  { range, type, comment }: Scalar<string>,
  isItem: boolean,
  text: string,
  placeAt: PlaceAt,
  report: ReportProblem,
): boolean {
  const [start, end] = range ?? [0, 0];
  const typed = text.slice(start, end);
  const second = secondLine(typed, type);
  const comma = type === 'PLAIN' && isItem && /[，、]/.test(typed);
  // A remark beside an id or a number takes no words away.
  const cut = type === 'PLAIN' && comment && !isComment(text, end) && /\p{sc=Han}/u.test(typed);
  const lost = cut ? `#${comment}` : undefined;
  if (comma) report('yaml-full-width-comma', placeAt(start), { written: typed });
  if (lost) report('yaml-text-after-hash', placeAt(text.indexOf('#', end)), { lost });
  if (second !== undefined) report('line-joined', placeAt(start + second));
  return comma || lost !== undefined || second !== undefined;
}

/** Whether the comment after a value stands on a line of its own. */
const isComment = (text: string, end: number) => /^[ \t]*\r?\n/.test(text.slice(end));

/** Where the second line of a text begins; a block has a line above its first. */
function secondLine(typed: string, type: string | undefined): number | undefined {
  const lines = type?.startsWith('BLOCK') ? /^.*\n.*\n\s*(?=\S)/ : /^.*\n\s*(?=\S)/;
  return typed.match(lines)?.[0].length;
}
