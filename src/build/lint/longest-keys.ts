import type { Rule } from '../authoring/rule.ts';
import { choicesIn } from './choices.ts';
import { chanceOfAtLeast } from './text/chance.ts';
import { widthOf } from './text/width.ts';
import { wholeModules } from './whole-modules.ts';

/** Keys are too often the longest where chance would do it more rarely than this. */
const notByChance = 0.05;

/** No module in which the longest option is the best guess; one such question is no habit. */
export const longestIsNoGuess: Rule = (course, report) => {
  for (const module of wholeModules(course)) {
    const singles = choicesIn(module).filter(({ question }) => question.kind === 'single');
    const longest = singles.filter(({ keys: [key], distractors }) =>
      distractors.every(({ text }) => widthOf(key?.text ?? '') > widthOf(text)),
    ).length;
    const chances = singles.map(({ question }) => 1 / question.options.length);
    if (chanceOfAtLeast(longest, chances) >= notByChance) continue;
    report('longest-keys', module.entry.placeOf('id'), {
      module: module.folder,
      longest,
      questions: singles.length,
    });
  }
};
