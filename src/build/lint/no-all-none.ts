import type { Rule } from '../authoring/rule.ts';
import { choicesIn } from './choices.ts';

/** Options that speak of other options: they give the answer away, and shuffling breaks them. */
export const noAllOrNone: Rule = (course, report) => {
  for (const { question, placeOf } of choicesIn(course)) {
    question.options.forEach(({ text }, index) => {
      if (!speaksOfOptions(text)) return;
      report('no-all-none', placeOf('options', index, 'text'), {
        question: question.id,
        option: text,
      });
    });
  }
};

const patterns = [
  /^“?(以上|上述|上面)(各|三|四|几|两)?(项|种|样|条|个|句|者)?(说法|做法)?(都|皆|均|全)/,
  /^(全部?|都|皆|均)(都)?(对|是|不对|不是|正确|错误?|可以|不可以|选)。?$/,
  /(前|后)(面)?(两|三|几)(项|个|种|条)(都|均|皆)/,
  /[A-E]\s*(和|与|及|、|或)\s*[A-E](?![A-Za-z])/,
  /[①-⑥]/,
];

/** 以上都对, 都不是, A和B … */
export function speaksOfOptions(option: string): boolean {
  return patterns.some((pattern) => pattern.test(option));
}
