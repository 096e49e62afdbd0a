import { error } from '../author-error.ts';
import { list, perhaps } from './words.ts';

/** What was published before. */
export const ledgerErrors = {
  'id-vanished': error<{ what: string; id: string; key: string; today: string }>(
    ({ what, id }) => `${what} ${id} 发布过，现在找不到了。`,
    ({ key, today }) =>
      `改错了编号就改回来；真的不用了，请在 src/content/retired.yaml 里加一条：- { id: "${key}", date: ${today}, note: 为什么不用了 }`,
  ),
  'module-unpublished': error<{ module: string }>(
    ({ module }) => `模块 ${module} 发布过，不能退回 draft。`,
    ({ module }) =>
      `请改回 status: published；真的停用，在 src/content/retired.yaml 里写上 module:${module}。`,
  ),
  'id-returned': error<{ what: string; id: string; date: string }>(
    ({ what, id, date }) => `${what} ${id} 在 ${date} 停用了，现在又出现了。`,
    () => '停用的编号不再用，学员的旧记录还认着它；请换一个新编号。',
  ),
  'kind-changed': error<{ question: string; was: string; now: string }>(
    ({ question, was, now }) => `题目 ${question} 发布时是 ${was}，现在成了 ${now}。`,
    ({ was }) => `题型变了就是另一道题：请改回 kind: ${was}，或者换一个新编号。`,
  ),
  'revision-unexplained': error<{ question: string; today: string }>(
    ({ question }) => `题目 ${question} 发布以后改过题干、选项或答案，没有说明。`,
    ({ today }) =>
      `请在这道题里加一条 changes: [{ date: ${today}, kind: wording, note: 改了什么 }]；只改错字写 typo，规定变了写 policy。`,
  ),
  'changes-removed': error<{ question: string; was: number; now: number }>(
    ({ question, was, now }) => `题目 ${question} 发布时有${was}条改动说明，现在只有${now}条。`,
    () => '改动说明只增不减，请把删掉的那条补回来。',
  ),
  'change-incomplete': error<{ question: string; missing: readonly string[] }>(
    ({ question, missing }) => `题目 ${question} 的这条 policy 改动没有写 ${list(missing)}。`,
    () => 'policy 要写全三样：was 原来怎么规定，now 现在怎么规定，affects 影响哪句话。',
  ),
  'ledger-broken': error(
    () => '编号总账 ledger.json 读不懂，可能被手工改过。',
    () => '请从版本库恢复这个文件；它只由 npm run check -- --accept 来写。',
  ),
  'retired-unknown': error<{ key: string; nearest: string | undefined }>(
    ({ key }) => `停用表里的 ${key} 从来没有发布过。`,
    ({ nearest }) => `${perhaps(nearest)}没有发布过的直接删掉就行，不用写进停用表。`,
  ),
  'retired-present': error<{ key: string }>(
    ({ key }) => `停用表里有 ${key}，可它还在课里。`,
    () => '请把它从课里删掉；还要用，就把停用表里的这一条删掉。',
  ),
} as const;
