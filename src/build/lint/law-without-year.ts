import type { Rule } from '../authoring/rule.ts';
import { proseOf } from './wording.ts';

/** A law is named with its year where a lesson first mentions it. */
export const lawsHaveYears: Rule = ({ lessons }, report) => {
  for (const { body } of lessons) {
    if (!body) continue;
    const named = new Set<string>();
    for (const { text, placeOf } of proseOf(body)) {
      for (const { law, dated } of lawsIn(text)) {
        if (!named.has(law) && !dated) report('law-without-year', placeOf(law), { law });
        named.add(law);
      }
    }
  }
};

/** The laws that a text names, with their marks, and whether a year stands beside the name. */
export function lawsIn(text: string): { law: string; dated: boolean }[] {
  return [...text.matchAll(/《[^《》]*(?:法|条例|办法|规定|细则)》/g)].map(({ 0: law, index }) => {
    // As far as the sentence goes, and no further than an eye does.
    const [after = ''] = text.slice(index + law.length).match(/^[^。《》]{0,16}/) ?? [];
    const before = /\d{4}年的?$/.test(text.slice(0, index));
    // 2007年的 before another law is that one's.
    return { law, dated: before || /\d{4}(?!年的$)/.test(law + after) };
  });
}
