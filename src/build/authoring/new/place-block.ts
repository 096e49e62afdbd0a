import { mdxToMdast } from 'satteri';
import { elements } from '../mdast.ts';

/** Puts `<Quiz />` or `<Phrases />` at the end of a lesson that lacks it; the quiz stays last. */
export function placeBlock(text: string, block: 'Quiz' | 'Phrases'): string {
  const placed = [...elements(mdxToMdast(text))].filter(
    ({ attributes }) => attributes.length === 0,
  );
  if (placed.some(({ name }) => name === block)) return text;
  const quiz = placed.find(({ name }) => name === 'Quiz')?.position?.start.offset;
  return quiz === undefined
    ? `${text.trimEnd()}\n\n<${block} />\n`
    : `${text.slice(0, quiz)}<${block} />\n\n${text.slice(quiz)}`;
}
