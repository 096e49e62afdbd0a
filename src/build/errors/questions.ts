import { error, notice } from '../author-error.ts';
import { list, part } from './words.ts';

/** Questions. */
export const questionErrors = {
  'no-correct-option': error<{ question: string }>(
    ({ question }) => `题目 ${question} 没有正确选项。`,
    () => '请在正确的选项上写 correct: true。',
  ),
  'several-correct-options': error<{ question: string; correct: readonly string[] }>(
    ({ question, correct }) =>
      `题目 ${question} 只能有一个正确选项，现在有${correct.length}个：${list(correct)}。`,
    () => '请只留一个 correct: true；真有几个都对，改成 kind: multiple。',
  ),
  'too-few-correct-options': error<{ question: string }>(
    ({ question }) => `多选题 ${question} 的正确选项不到两个。`,
    () => '请在另一个正确的选项上也写 correct: true；只有一个对，改成 kind: single。',
  ),
  'all-options-correct': error<{ question: string }>(
    ({ question }) => `多选题 ${question} 的选项全是正确的。`,
    () => '请至少留一个不对的选项，删掉它的 correct: true。',
  ),
  'multiple-stem-mark': error<{ question: string }>(
    ({ question }) => `多选题 ${question} 的题干没有以（多选）结尾。`,
    () => '请在题干最后加上：（多选）',
  ),
  'blank-count': error<{ question: string; inStem: number; listed: number }>(
    ({ question, inStem, listed }) =>
      `填空题 ${question} 的题干里有${inStem}个空，blanks 里有${listed}项。`,
    () => '题干里每个空写四条下划线 ____，blanks 里按先后各写一项，请让两边一样多。',
  ),
  'word-not-offered': error<{ subject: string; field: string; word: string }>(
    ({ subject, field, word }) => `${part(subject, field)}“${word}”不在 words 里，学员点不到它。`,
    ({ word }) => `请在 words 里加上“${word}”；要学员自己打字，就删掉 words。`,
  ),
  'common-answer-count': error<{
    subject: string;
    field: string;
    written: number;
    blanks: number;
  }>(
    ({ subject, field, written, blanks }) =>
      `${part(subject, field)}写了${written}个词，题目有${blanks}个空。`,
    ({ field, blanks }) =>
      `请每个空写一个词，按先后：${field}: [${list(Array(blanks).fill('词')).replaceAll('、', ', ')}]`,
  ),
  'right-listed-as-wrong': error<{ subject: string; field: string }>(
    ({ subject, field }) => `${part(subject, field)}把算对的也列成了错的。`,
    () => '请换成不算对的，或者改 accept。',
  ),
  'range-reversed': error<{ question: string; min: number; max: number }>(
    ({ question, min, max }) => `算数题 ${question} 的 accept 里，min ${min} 比 max ${max} 大。`,
    ({ min, max }) => `请对调：accept: { min: ${max}, max: ${min} }`,
  ),
  'model-not-accepted': error<{ question: string; model: number; min: number; max: number }>(
    ({ question, model, min, max }) =>
      `算数题 ${question} 示范的 ${model} 自己不算对，算对的是 ${min} 到 ${max}。`,
    () => '请改 model，或者改 accept，让示范的答案落在范围里。',
  ),
  'near-miss-condition': error<{ subject: string; written: readonly string[] }>(
    ({ subject, written }) =>
      written.length === 0
        ? `${subject}没有写是哪个数。`
        : `${subject}同时写了 ${list(written)}，分不清是哪个数。`,
    () => '请只写一样：value 正好等于，below 比它小，above 比它大；两种情形分成两条。',
  ),
  'unknown-choice': error<{
    subject: string;
    field: string;
    choice: string;
    nearest: string | undefined;
    known: readonly string[];
  }>(
    ({ subject, field, choice }) => `${part(subject, field)}“${choice}”不在 choices 里。`,
    ({ nearest, known }) => (nearest ? `请改成 ${nearest}。` : `能写的有：${list(known)}。`),
  ),
  'one-choice-for-all': error<{ question: string; choice: string }>(
    ({ question, choice }) => `配对题 ${question} 的每一行都配 ${choice}，看一行就知道全部。`,
    () => '请让几行配到不同的项。',
  ),
  'same-text': error<{ subject: string; field: string; text: string }>(
    ({ subject, field }) => `${part(subject, field)}和前面的一样，学员分不出来。`,
    ({ text }) => `“${text}”写了两次，请改掉一处，或者删掉一条。`,
  ),
  'reason-too-short': error<{ subject: string; field: string; length: number; minimum: number }>(
    ({ subject, field, length }) => `${part(subject, field)}只有${length}个字。`,
    ({ minimum }) => `请写到${minimum}个字以上：对的说为什么，错的先认它对的那一半，再说断在哪里。`,
  ),
  'unknown-objective': error<{ objective: string; module: string; nearest: string | undefined }>(
    ({ objective, module }) => `模块 ${module} 没有目标 ${objective}。`,
    ({ nearest, module }) =>
      nearest
        ? `请改成 ${nearest}。`
        : `请先在 modules/${module}/module.yaml 的 objectives 里加上它。`,
  ),
  'objective-not-taught': error<{ question: string; objective: string; taught: readonly string[] }>(
    ({ question, objective }) => `题目 ${question} 考的目标 ${objective} 不在这一课里教。`,
    ({ taught }) =>
      `这一课教的是：${list(taught)}。请改 objective，或者在 lesson.mdx 的 objectives 里加上它。`,
  ),
  'review-overdue': notice<{ subject: string; date: string }>(
    ({ subject, date }) => `${subject}在 ${date} 就该复核了。`,
    () => '请核对一遍依据，再把 reviewBy 改成下一次复核的日期。',
  ),
  'blind-stale': notice<{ question: string; module: string }>(
    ({ question }) => `题目 ${question} 改过以后，还没有第二读者不看答案做一遍。`,
    ({ module }) =>
      `请用 npm run review -- ${module} 打出题来，请没写它的人做，见 docs/editorial.md。`,
  ),
  'blind-disagrees': notice<{ question: string; module: string }>(
    ({ question }) => `题目 ${question} 的答案，第二读者做出来的不一样。`,
    () => '先怀疑题：改题干或者选项，让答案只有一个说得通，再请人重做。',
  ),
  'review-broken': error<{ module: string }>(
    ({ module }) => `模块 ${module} 的盲答文件读不出。`,
    ({ module }) => `它由 npm run review -- ${module} --answers 写成，请重写一次，或者删掉它。`,
  ),
  'placeholder-left': notice<{ text: string }>(
    ({ text }) => `这里还没有写完：${text}`,
    () => '请把【待写】这一处换成自己的话。',
  ),
} as const;
