import type { Rule } from '../authoring/rule.ts';
import { choicesIn } from './choices.ts';
import { bigramsOf } from './text/bigrams.ts';

/** By so many bigrams the key has to lead before it sounds like its stem. */
const margin = 3;

/** No key that echoes its stem while the distractors don't. */
export const keysDoNotEcho: Rule = (course, report) => {
  for (const { question, keys, distractors, placeOf } of choicesIn(course)) {
    if (question.kind !== 'single') continue;
    const stem = bigramsOf(question.stem);
    const echo = (text: string) => [...bigramsOf(text)].filter((bigram) => stem.has(bigram));
    const own = echo(keys[0]?.text ?? '');
    const others = distractors.map(({ text }) => echo(text).length);
    if (own.length < Math.max(...others) + margin) continue;
    const shared = new Set(distractors.flatMap(({ text }) => echo(text)));
    report('clang', placeOf('options'), {
      question: question.id,
      words: own.filter((bigram) => !shared.has(bigram)).join('、'),
    });
  }
};
