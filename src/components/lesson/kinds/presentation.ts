import type { QuestionKind } from '../../../core/quiz/question.ts';

/** The words with which a kind of question speaks to a learner. */
export interface Presentation {
  title: string;
  /** Said by the group when nothing can be submitted yet. */
  unanswered: string;
  /** On the button in practice, where it is not asked how sure one is: one's own sentence. */
  submit?: string;
  /** Beside a part of the answer, by its mark. */
  marks: { right: string; wrong: string; missed: string };
  /** The verdict; `missed` when nothing was wrong but something is missing. */
  verdict: { right: string; wrong: string; missed: string };
}

const verdict = { right: '答对了', wrong: '答错了', missed: '答错了' };
const chosen = { right: '选对了', wrong: '不该选', missed: '该选它' };
const worked = { right: '算对了', wrong: '你的答案', missed: '该是' };

export const presentations: Record<QuestionKind, Presentation> = {
  single: { title: '单选', unanswered: '请选择一个答案，再提交。', marks: chosen, verdict },
  multiple: {
    title: '多选',
    unanswered: '请至少选一个答案，再提交。',
    marks: chosen,
    verdict: { ...verdict, missed: '没选全' },
  },
  judge: { title: '判断', unanswered: '请选择对或者错，再提交。', marks: chosen, verdict },
  order: {
    title: '排序',
    unanswered: '请先用上移、下移排一排，再提交。',
    marks: { right: '排对了', wrong: '排错了', missed: '该是' },
    verdict,
  },
  match: {
    title: '配对',
    unanswered: '每一行都选一项，再提交。',
    marks: { right: '配对了', wrong: '配错了', missed: '该配' },
    verdict,
  },
  fill: {
    title: '填空',
    unanswered: '每个空都填上，再提交。',
    marks: { ...worked, right: '填对了' },
    verdict,
  },
  number: { title: '算数', unanswered: '请填一个数，再提交。', marks: worked, verdict },
  rewrite: {
    title: '改写',
    unanswered: '请先写一句，再对照。',
    submit: '勾好了，提交',
    marks: { right: '做到了', wrong: '还没做到', missed: '还没做到' },
    verdict: { right: '都做到了', wrong: '还差一点', missed: '还差一点' },
  },
};
