import type { Rule } from '../authoring/rule.ts';
import { choicesIn } from './choices.ts';

/** Options that differ only in their numbers stand in their order and are never shuffled. */
export const numbersStandInOrder: Rule = (course, report) => {
  for (const { question, placeOf } of choicesIn(course)) {
    const numbers = numbersOf(question.options.map(({ text }) => text));
    if (!numbers) continue;
    const sorted = isSorted(numbers);
    if (sorted && question.ordered) continue;
    report('options-unordered', placeOf('options'), { question: question.id, sorted });
  }
};

/** A number that counts or dates something; 3号窗 and 7号先生 are names. */
const number = /\d+(?:\.\d+)?(?!\d|号[窗口台桌房楼门柜机线库先女])/g;

/** What each option says in numbers, where that is all in which they differ. */
export function numbersOf(options: readonly string[]): number[][] | undefined {
  const frame = (text: string) => text.replace(number, '#');
  const [first = ''] = options;
  const alike = options.every((text) => frame(text) === frame(first));
  if (!alike || !frame(first).includes('#')) return;
  return options.map((text) => (text.match(number) ?? []).map(Number));
}

/** Whether the lists of numbers only rise, or only fall. */
export function isSorted(lists: readonly (readonly number[])[]): boolean {
  const signs = lists.slice(1).map((list, index) => Math.sign(compare(lists[index] ?? [], list)));
  return signs.every((sign) => sign <= 0) || signs.every((sign) => sign >= 0);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, at) => value !== b[at]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
