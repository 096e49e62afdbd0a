import type { Rule } from '../authoring/rule.ts';
import { wholeModules } from './whole-modules.ts';

/** One question is not enough: who sees it in the lesson has seen it in the test. */
const fewestQuestions = 2;
/** What must not go wrong in a module is asked at least so often, over all its red lines. */
const fewestOnRedLines = 3;

/** Every objective of a published module is asked, and in a situation too. */
export const objectivesAreAsked: Rule = (course, report) => {
  for (const { folder, entry, data, questions } of wholeModules(course)) {
    const asking = ({ id }: { id: string }) =>
      questions.filter(({ objective }) => objective === id);
    data.objectives.forEach((objective, index) => {
      const asked = asking(objective);
      // One that nothing asks for is said to be empty.
      if (asked.length === 0) return;
      if (asked.length >= fewestQuestions && asked.some(({ situation }) => situation)) return;
      report('objective-unasked', entry.placeOf('objectives', index, 'id'), {
        objective: objective.id,
        questions: asked.length,
        fewest: fewestQuestions,
      });
    });
    const redLines = data.objectives.filter(({ redLine }) => redLine);
    const onRedLines = redLines.flatMap(asking).length;
    if (redLines.length > 0 && onRedLines < fewestOnRedLines) {
      report('red-lines-unasked', entry.placeOf('objectives'), {
        module: folder,
        questions: onRedLines,
        fewest: fewestOnRedLines,
      });
    }
  }
};
