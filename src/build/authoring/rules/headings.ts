import { textOf, walk } from '../mdast.ts';
import type { Rule } from '../rule.ts';

/** Headings begin at the second level, since the title is the first, skip none, and say something. */
export const headingsAreInOrder: Rule = ({ lessons }, report) => {
  for (const { body } of lessons) {
    if (!body) continue;
    let previous = 1;
    for (const node of walk(body.root)) {
      if (node.type !== 'heading') continue;
      const { depth } = node;
      const [underline] = body.sourceOf(node).match(/(?<=\n[ >]*)(=+|-+)(?=\s*$)/) ?? [];
      if (underline) report('heading-underlined', body.placeOf(node), { line: underline });
      else if (textOf(node).trim() === '') report('heading-empty', body.placeOf(node));
      else if (depth === 1) report('heading-level-one', body.placeOf(node));
      else if (depth > previous + 1) {
        report('heading-skipped', body.placeOf(node), { depth, allowed: previous + 1 });
      }
      previous = depth;
    }
  }
};
