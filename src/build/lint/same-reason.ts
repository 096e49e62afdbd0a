import type { Rule } from '../authoring/rule.ts';
import { choicesIn } from './choices.ts';

/** Each option has a reason of its own: what is wrong with one is not what is wrong with another. */
export const reasonsDiffer: Rule = (course, report) => {
  for (const { question, placeOf } of choicesIn(course)) {
    const firstWith = new Map<string, string>();
    question.options.forEach(({ id, reason }, index) => {
      const first = firstWith.get(reason);
      if (first === undefined) firstWith.set(reason, id);
      else {
        report('same-reason', placeOf('options', index, 'reason'), {
          question: question.id,
          option: id,
          first,
        });
      }
    });
  }
};
