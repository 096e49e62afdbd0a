import { wordingsOf } from '../../lint/wording.ts';
import type { Rule } from '../rule.ts';

const mark = /\*\*|`|!?\[[^\]]*\]\(|<\/?[A-Za-z][^<>]*>|^#{1,6} /;

/** Fields and attributes are plain texts: marks of Markdown and tags in them would be shown. */
export const textsArePlain: Rule = (course, report) => {
  for (const { text, plain, placeOf } of wordingsOf(course)) {
    const [written] = (plain && text.match(mark)) || [];
    if (written !== undefined) report('mark-in-text', placeOf(written), { written });
  }
};
