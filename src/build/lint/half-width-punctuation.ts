import type { Rule } from '../authoring/rule.ts';
import { wordingsOf } from './wording.ts';

const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  '.': '。',
  '!': '！',
  '?': '？',
  ':': '：',
  ';': '；',
  '(': '（',
  ')': '）',
};

/** Punctuation beside Chinese is as wide as Chinese. */
export const punctuationIsFullWidth: Rule = (course, report) => {
  for (const { text, placeOf } of wordingsOf(course)) {
    for (const written of halfWidthIn(text)) {
      const instead = /["']/.test(written)
        ? '中文的引号，前面用“，后面用”'
        : written.replace(/[,.!?:;()]/g, (mark) => fullWidth[mark] ?? mark);
      report('half-width-punctuation', placeOf(written), { written, instead });
    }
  }
};

/** Half-width marks with the Chinese beside them; those between Latin letters or digits are fine. */
export function halfWidthIn(text: string): string[] {
  const chinese = '[\\p{Script=Han}，。！？：；、（）《》“”‘’]';
  const mark = '[,.!?:;()"\']';
  // `1.一` was meant to be a list.
  const words = text.replace(/^\d+\.(?=\p{Script=Han})/gmu, '');
  return words.match(new RegExp(`${chinese}${mark}+${chinese}?|${mark}+${chinese}`, 'gu')) ?? [];
}
