import type { Rule } from '../authoring/rule.ts';
import { sentencesOf } from './text/sentences.ts';
import { wordingsOfLesson } from './wording.ts';

const longest = 80;

/** Sentences that can be read without going back to their beginning. */
export const sentencesAreShort: Rule = ({ lessons }, report) => {
  for (const lesson of lessons) {
    for (const { text, quoted, placeOf } of wordingsOfLesson(lesson)) {
      if (quoted) continue;
      for (const sentence of sentencesOf(text)) {
        const characters = [...sentence];
        if (characters.length <= longest) continue;
        const start = characters.slice(0, 12).join('');
        report('long-sentence', placeOf(start), { length: characters.length, start });
      }
    }
  }
};
