import { type Document, isAlias, isCollection, isNode, isScalar, visit } from 'yaml';
import type { PlaceAt, ReportProblem } from './problem.ts';

/**
 * Reports what YAML takes for something else than text: anchors, aliases, tags, fields whose name
 * is a list, and dates where they have to be quoted. Returns whether there was any.
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
    Node(_key, node) {
      const start = node.range?.[0] ?? 0;
      if (isAlias(node)) sign(`*${node.source}`, start);
      else if (node.anchor) sign(`&${node.anchor}`, text.lastIndexOf(`&${node.anchor}`, start));
      else if (node.tag?.startsWith('!')) sign(node.tag, text.lastIndexOf(node.tag, start));
      else if (isScalar(node) && node.value instanceof Date) {
        report('needs-quotes', placeAt(start), { value: node.source ?? '' });
        found = true;
      }
    },
  });
  return found;
}
