import type { Rule } from '../authoring/rule.ts';
import { wholeModules } from './whole-modules.ts';

/** Of a module's questions. */
const mostJudges = 0.1;

/** 判断题 are half guessed. */
export const judgesAreFew: Rule = (course, report) => {
  for (const { folder, entry, questions } of wholeModules(course)) {
    const judges = questions.filter(({ kind }) => kind === 'judge').length;
    if (judges <= mostJudges * questions.length) continue;
    report('too-many-judges', entry.placeOf('id'), {
      module: folder,
      judges,
      questions: questions.length,
    });
  }
};
