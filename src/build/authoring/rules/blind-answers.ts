import { isReadBlind, standingOf } from '../../review/blind-answers.ts';
import type { Rule } from '../rule.ts';

/** Where a module was answered blind, each of its questions still is, and in its present words. */
export const blindAnswersAreFresh: Rule = ({ modules, blindAnswers }, report) => {
  for (const { folder, lessons } of modules) {
    const answers = blindAnswers.get(folder);
    if (!answers) continue;
    for (const { data, placeOf } of lessons.flatMap((lesson) => lesson.questions ?? [])) {
      if (!data || !isReadBlind(data)) continue;
      const standing = standingOf(data, answers);
      if (standing === 'agrees') continue;
      const id = standing === 'wrong' ? 'blind-disagrees' : 'blind-stale';
      report(id, placeOf('id'), { question: data.id, module: folder });
    }
  }
};
