import type { MdastNode } from 'satteri';
import type { LessonBody } from '../lesson-body.ts';
import { textOf, walk } from '../mdast.ts';
import type { ReportProblem } from '../problem.ts';
import type { Rule } from '../rule.ts';

/** Markdown that the page does not allow, or that silently says something else than was meant. */
export const markdownIsPlain: Rule = ({ lessons }, report) => {
  for (const { body } of lessons) {
    if (!body) continue;
    let footnotes = 0;
    for (const node of walk(body.root)) {
      if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') {
        // A footnote comes in two parts; one report is enough.
        if (footnotes++ === 0) report('footnote', body.placeOf(node));
      } else checkNode(node, body, report);
    }
  }
};

function checkNode(node: MdastNode, body: LessonBody, report: ReportProblem): void {
  switch (node.type) {
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      report('expression', body.placeOf(node));
      break;
    case 'mdxjsEsm':
      report('import-export', body.placeOf(node), { word: node.value.split(/\s/)[0] ?? '' });
      break;
    case 'table':
      if (node.align?.some((side) => side !== null)) {
        report('table-alignment', body.placeOfText(node, /:-|-:/));
      }
      break;
    case 'listItem':
      if (typeof node.checked === 'boolean') report('task-list', body.placeOf(node));
      break;
    case 'delete':
      report('strikethrough', body.placeOf(node), { text: textOf(node) });
      break;
    case 'emphasis':
      report('italic', body.placeOf(node), { text: body.sourceOf(node) });
      break;
  }
}
