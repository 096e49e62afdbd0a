import type { MdastNode } from 'satteri';
import type { LessonBody } from '../lesson-body.ts';
import { attributeOf, type Element, isElement, walk } from '../mdast.ts';
import type { ReportProblem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import { componentNamed } from '../vocabulary.ts';

/** Goals, questions and phrases stand where everybody sees them, and a goal begins with a heading. */
export const blocksAreInPlace: Rule = ({ lessons }, report) => {
  for (const { body } of lessons) if (body) visit(body.root, [], body, report);
};

function visit(
  node: MdastNode,
  around: readonly string[],
  body: LessonBody,
  report: ReportProblem,
): void {
  if (isElement(node)) {
    const { within } = componentNamed(node.name ?? '') ?? {};
    const wrong = within && around.find((name) => !within.includes(name));
    if (wrong !== undefined) {
      report('component-misplaced', body.placeOf(node), {
        component: node.name ?? '',
        within: containers[wrong] ?? ` <${wrong}> `,
      });
    }
    checkGoal(node, body, report);
  }
  if (!('children' in node)) return;
  const name = isElement(node) ? (node.name ?? '') : node.type;
  const inside = isElement(node) || name in containers ? [...around, name] : around;
  for (const child of node.children) visit(child, inside, body, report);
}

/** What of Markdown holds blocks. */
const containers: Readonly<Record<string, string>> = { listItem: '列表', blockquote: '引用' };

function checkGoal(node: Element, body: LessonBody, report: ReportProblem): void {
  if (node.name !== 'Goal' || node.children.length === 0) return;
  for (const inner of walk(node)) if (inner.type === 'heading') return;
  const id = attributeOf(node, 'id');
  if (id) report('goal-without-heading', body.placeOf(node), { objective: id });
}
