import type { Rule } from '../authoring/rule.ts';
import { withoutQuotations } from './text/quotations.ts';
import { wordingsOfLesson } from './wording.ts';

const banned = /应当|必须|树立|提升|增强|赋能|(?<!体|室|水)温度(?!计)|暖心|零距离/g;

/** No words of slogans; what a law says is quoted. */
export const wordsAreNoSlogans: Rule = ({ lessons }, report) => {
  for (const lesson of lessons) {
    for (const { text, quoted, placeOf } of wordingsOfLesson(lesson)) {
      if (quoted) continue;
      for (const word of withoutQuotations(text).match(banned) ?? []) {
        report('banned-word', placeOf(word), { word });
      }
    }
  }
};
