import type { Rule } from '../authoring/rule.ts';
import { wordingsOf } from './wording.ts';

/** Mainland quotation marks (GB/T 15834). */
export const quotesAreCurly: Rule = (course, report) => {
  for (const { text, placeOf } of wordingsOf(course)) {
    for (const mark of text.match(/[「」『』]/g) ?? []) {
      report('corner-bracket', placeOf(mark), { mark });
    }
  }
};
