import type { Mark, QuestionKind } from '../../../core/quiz/question.ts';

/** The words with which a kind of question speaks to a learner. */
export interface Presentation {
  title: string;
  /** Said by the group when nothing can be submitted yet. */
  unanswered: string;
  /** On the button in practice, where it is not asked how sure one is: one's own sentence. */
  submit?: string;
  /**
   * Beside a part of the answer, by its mark; and the verdict, `missed` when nothing was wrong but
   * something is missing. Left out where they are the usual words, which `question-view.ts` has.
   */
  marks?: Words;
  verdict?: Words;
}

type Words = Partial<Record<Mark, string>>;

const worked = { right: '算对了', wrong: '你的答案', missed: '该是' };

export const presentations: Record<QuestionKind, Presentation> = {
  single: { title: '单选', unanswered: '请选择一个答案，再提交。' },
  multiple: {
    title: '多选',
    unanswered: '请至少选一个答案，再提交。',
    verdict: { missed: '没选全' },
  },
  judge: { title: '判断', unanswered: '请选择对或者错，再提交。' },
  order: {
    title: '排序',
    unanswered: '请先用上移、下移排一排，再提交。',
    marks: { right: '排对了', wrong: '排错了', missed: '该是' },
  },
  match: {
    title: '配对',
    unanswered: '每一行都选一项，再提交。',
    marks: { right: '配对了', wrong: '配错了', missed: '该配' },
  },
  fill: {
    title: '填空',
    unanswered: '每个空都填上，再提交。',
    marks: { ...worked, right: '填对了' },
  },
  number: { title: '算数', unanswered: '请填一个数，再提交。', marks: worked },
  rewrite: {
    title: '改写',
    unanswered: '请先写一句，再对照。',
    submit: '勾好了，提交',
    marks: { right: '做到了', wrong: '还没做到', missed: '还没做到' },
    verdict: { right: '都做到了', wrong: '还差一点', missed: '还差一点' },
  },
};
