import type { Rule } from '../authoring/rule.ts';
import { choicesIn } from './choices.ts';

const most = 4;

/** Three options are enough; hardly anyone ever chooses a fifth. */
export const optionsAreFew: Rule = (course, report) => {
  for (const { question, placeOf } of choicesIn(course)) {
    const options = question.options.length;
    if (options <= most) continue;
    report('too-many-options', placeOf('options'), { question: question.id, options });
  }
};
