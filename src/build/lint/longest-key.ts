import type { Option } from '../../core/quiz/kinds/choice.ts';
import type { Rule } from '../authoring/rule.ts';
import { choicesIn } from './choices.ts';
import { widthOf } from './text/width.ts';

/** So many times the width of the wrong options, and a key is seen from afar. */
const tooWide = 1.4;

/** No question whose key stands out by its length. */
export const keysAreNotLonger: Rule = (course, report) => {
  for (const { question, keys, distractors, placeOf } of choicesIn(course)) {
    const [key, others] = [meanWidth(keys), meanWidth(distractors)];
    if (key <= tooWide * others) continue;
    report('longest-key', placeOf('options'), { question: question.id, key, others });
  }
};

const meanWidth = (options: readonly Option[]): number =>
  options.reduce((sum, { text }) => sum + widthOf(text), 0) / options.length;
