import type { Rule } from '../authoring/rule.ts';

/**
 * What one counter grants and another does not: another day, a number that stays good, a place in
 * the queue, papers that may follow, a visit at home.
 */
const promises =
  /改(?:到|成|约)(?:上午|下午|明天|后天|下?周|别的|改天)|号(?:不作废|还在|还算|留着|给您留)|不用(?:再|重新)(?:取号|排)|先(?:收|办)后[办补]|(?<![关带锁])上门/;

/** In such a clause nothing is promised: 能不能上门，我去问. */
const denied = /不能|能不能|不了|没法|没有|不敢|是不是|要看|去问|问一?问|问准/;

/** What promises something carries the mark or a slot: another institution may not allow it. */
export const promisesAreMarked: Rule = ({ lessons }, report) => {
  for (const { subject, data, placeOf } of lessons.flatMap(({ phrases = [] }) => phrases)) {
    if (!data || data.ifAllowed) continue;
    for (const field of ['busy', 'calm', 'then'] as const) {
      const promise = promiseIn(data[field]);
      if (!promise || /〔[a-z]/.test(data[field])) continue;
      report('promise-unmarked', placeOf(field), { subject, promise });
    }
  }
};

/** The words of a promise, unless their own clause denies it. */
export function promiseIn(text: string): string | undefined {
  const clauses = text.split(/[，。；：？！]/);
  const promising = clauses.find((clause) => promises.test(clause) && !denied.test(clause));
  return promising?.match(promises)?.[0];
}
