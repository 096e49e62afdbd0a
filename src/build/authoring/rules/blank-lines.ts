import type { LessonBody } from '../lesson-body.ts';
import { type Element, elements } from '../mdast.ts';
import type { Place, ReportProblem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import { componentNamed } from '../vocabulary.ts';

/**
 * Block components stand on lines of their own, with blank lines around each tag: without them the
 * parser takes a tag for part of a sentence, or the text beside it for no paragraph at all.
 */
export const blocksStandAlone: Rule = ({ lessons }, report) => {
  for (const { body } of lessons) {
    if (!body) continue;
    const gaps = new Set<number>();
    for (const element of elements(body.root)) {
      const component = componentNamed(element.name ?? '');
      if (!component) continue;
      if (component.holds === 'text') {
        if (element.type === 'mdxJsxFlowElement') report('link-alone', body.placeOf(element));
        continue;
      }
      const firstLine = element.children[0]?.position?.start.line;
      if (
        element.type === 'mdxJsxTextElement' ||
        (component.holds === 'blocks' && firstLine === element.position?.start.line)
      ) {
        report('component-in-text', body.placeOf(element), { component: element.name ?? '' });
      } else checkGaps(element, body, gaps, report);
    }
  }
};

/** `gaps` holds the lines after which a blank line was already found missing. */
function checkGaps(
  element: Element,
  { lines, placeOf }: LessonBody,
  gaps: Set<number>,
  report: ReportProblem,
): void {
  const start = placeOf(element);
  const end = element.position?.end.line ?? start.line;
  const closing = { ...start, line: end, column: (lines[end - 1]?.lastIndexOf('</') ?? 0) + 1 };
  const openTag = `<${element.name}>`;
  const closeTag = `</${element.name}>`;
  const need = (blank: number, gap: number, place: Place, tag: string, side: '前面' | '后面') => {
    // Quoted text keeps its mark on an empty line.
    if (/^[\s>]*$/.test(lines[blank - 1] ?? '') || gaps.has(gap)) return;
    gaps.add(gap);
    report('no-blank-line', place, { tag, side });
  };
  const firstLine = element.children[0]?.position?.start.line;
  const lastLine = element.children.at(-1)?.position?.end.line;

  need(start.line - 1, start.line - 1, start, openTag, '前面');
  if (firstLine === undefined || lastLine === undefined) {
    need(end + 1, end, start, openTag, '后面');
    return;
  }
  need(firstLine - 1, firstLine - 1, start, openTag, '后面');
  need(lastLine + 1, lastLine, closing, closeTag, '前面');
  need(end + 1, end, closing, closeTag, '后面');
}
