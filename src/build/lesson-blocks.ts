import { type MdastNode, mdxToMdast } from 'satteri';
import { slotsIn } from '../core/local/written.ts';

/** What a lesson's prose places, in order of appearance. */
export interface LessonBlocks {
  /** Ids of questions placed one by one with `<Quiz only="…" />`. */
  inlineQuestions: string[];
  /** Ids of the slots 〔id〕, as often as they stand there. */
  slots: string[];
}

/** Reads the body of a lesson with the parser that also renders it. */
export function lessonBlocks(body: string): LessonBlocks {
  const inlineQuestions: string[] = [];
  const slots: string[] = [];
  const visit = (node: MdastNode) => {
    if (node.type === 'mdxJsxFlowElement' && node.name === 'Quiz') {
      const only = node.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === 'only');
      if (typeof only?.value === 'string') inlineQuestions.push(only.value);
    }
    if (node.type === 'text') slots.push(...slotsIn(node.value));
    if ('children' in node) for (const child of node.children) visit(child as MdastNode);
  };
  visit(mdxToMdast(body));
  return { inlineQuestions, slots };
}
