import type { Rule } from '../authoring/rule.ts';
import { choicesIn } from './choices.ts';
import { wholeModules } from './whole-modules.ts';

const mostInOnePlace = 0.5;
const longestRun = 4;
/** Of fewer questions no habit can be told. */
const fewest = 8;

/**
 * Lessons show options as they were written, so their keys must not keep to one place. A test
 * shuffles them by its attempt (`shuffle.test.ts`), where there is nothing for an author to do.
 */
export const keysChangePlace: Rule = (course, report) => {
  for (const module of wholeModules(course)) {
    const positions = choicesIn(module)
      .filter(({ question }) => question.kind === 'single')
      .map(({ question }) => question.options.findIndex(({ correct }) => correct));
    const habit = habitOf(positions);
    if (habit === undefined) continue;
    report('key-position', module.entry.placeOf('id'), { module: module.folder, habit });
  }
};

/** What is too regular in a list of positions (from 0), if anything is. */
export function habitOf(positions: readonly number[]): string | undefined {
  if (positions.length < fewest) return;
  for (const position of new Set(positions)) {
    const times = positions.filter((each) => each === position).length;
    if (times > mostInOnePlace * positions.length) {
      return `${positions.length}道里有${times}道的正确选项写在第${position + 1}个`;
    }
  }
  let run = 0;
  for (const [index, position] of positions.entries()) {
    run = position === positions[index - 1] ? run + 1 : 1;
    if (run > longestRun) return `正确选项接连${run}道写在第${position + 1}个`;
  }
  return;
}
