import type { Option } from '../../core/quiz/kinds/choice.ts';
import type { Rule } from '../authoring/rule.ts';
import { choicesIn } from './choices.ts';

/** 不一定 is the contrary, and 所有权 a thing. */
const absolute = /(?<!不)一定|绝对|从不|从来不|永远|一律|任何|所有(?![权人者])/g;
const guarded = /一般(?!人)|通常|往往/g;

/** Words that only wrong options have, or only right ones, tell them apart without any knowledge. */
export const wordsGiveNothingAway: Rule = (course, report) => {
  for (const { question, keys, distractors, placeOf } of choicesIn(course)) {
    for (const { words, side } of [
      { words: onlyIn(distractors, keys, absolute), side: '错' },
      { words: onlyIn(keys, distractors, guarded), side: '对' },
    ]) {
      if (words.length === 0) continue;
      report('absolutes', placeOf('options'), {
        question: question.id,
        words: words.join('、'),
        side,
      });
    }
  }
};

/** The words of one side, where the other has none of the sort. */
function onlyIn(side: readonly Option[], other: readonly Option[], sort: RegExp): string[] {
  const found = (options: readonly Option[]) =>
    options.flatMap(({ text }) => text.match(sort) ?? []);
  return found(other).length > 0 ? [] : [...new Set(found(side))];
}
