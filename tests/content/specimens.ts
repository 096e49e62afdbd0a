import type { QuestionKind } from '../../src/core/quiz/question.ts';

/**
 * What tests add to the real course, whole or broken: it hangs on no text there, only on ids that
 * are written down for good (the lesson attitude/waiting and its objective tell-four).
 */

const questionStart = (kind: QuestionKind, stem: string) => `- id: q-specimen-${kind}
  kind: ${kind}
  objective: tell-four
  situation: true
  stem: ${stem}
`;

const questionEnd = `  source: 本课做法
  reviewBy: 2099-11-30
`;

/** One valid question of each kind. */
export const questions: Record<QuestionKind, string> = {
  single: `${questionStart('single', '样机停了，一位先生问几点能好。你先说什么？')}  options:
    - id: a
      text: “我也说不好，您坐着等。”
      reason: 话是实话，可他听完还是不知道该站着还是该走，等于没有问。
    - id: b
      text: “还没准信，十点我来报。”
      correct: true
      reason: 没有数就认没有数，给一个守得住的钟点，他可以安排这段时间。
${questionEnd}`,

  multiple: `${questionStart('multiple', '样机停了，只说“请稍等”，漏了哪几样？（多选）')}  options:
    - id: why
      text: 出了什么事
      correct: true
      reason: 机器停了，一句话就能说清；不说，等的人只好自己往坏处猜。
    - id: next
      text: 几点再来报
      correct: true
      reason: 没有钟点，他隔两分钟就来问一回，两边都比说这一句要累得多。
    - id: polite
      text: 一句客气话
      reason: 客气话已经说了，“请”字就是。再添一句，他还是什么也不知道。
${questionEnd}`,

  judge: `${questionStart('judge', '样机停了，贴一张“暂停服务”就可以了。')}  options:
    - id: right
      reason: 贴纸条比不贴强，看得见。可上面没有钟点，也没有别的路可走。
    - id: wrong
      correct: true
      reason: 纸条只说了停，没说几点好、能去哪里，这几样要有人开口来说。
${questionEnd}`,

  order: `${questionStart('order', '样机停了，大厅坐着人。三步怎么排？')}  steps:
    - id: say
      text: 抬头说出了什么事
      reason: 先让大家知道有人管，再去报修。闷头打电话，满屋的人只看见没人理。
    - id: call
      text: 打电话报修
      reason: 话说在前头，打电话的这几分钟才有人肯等。反过来，电话没打完就吵了。
    - id: back
      text: 到了钟点再来报
      reason: 报修有没有结果都要来。排在最后，因为这时候才有新的话可以说。
${questionEnd}`,

  match: `${questionStart('match', '样机停了，每句话各是在问什么？')}  rows:
    - id: long
      text: “还要多久？”
      choice: time
      reason: 问的是时间，给一个数，没有数就给一个下次来报的钟点。
    - id: where
      text: “别处能办吗？”
      choice: way
      reason: 问的是有没有别的路，楼上开着就说楼上，不必先解释机器。
  choices:
    - id: time
      text: 时间
    - id: way
      text: 出路
${questionEnd}`,

  fill: `${questionStart('fill', '样机停了。先说____，再说____。')}  blanks:
    - accept: [出了什么事, 怎么了]
    - accept: [几点再来报]
  words: [请耐心等, 出了什么事, 几点再来报]
  reason: 先有缘由，后有钟点，听的人才接得住；只有后一半，他还要再问一遍。
  common:
    - answer: [请耐心等, 几点再来报]
      reason: 钟点给了，这是好的。可头一句没说出了什么事，他等得没有缘由。
${questionEnd}`,

  number: `${questionStart('number', '前面5位，每位约4分钟，开1个样窗。往宽里报几分钟？')}  unit: 分钟
  accept: { min: 22, max: 25 }
  model: 25
  reason: 5×4是20分钟，往宽里报一档，报25分钟，多问一句的人也算进去了。
  near:
    - value: 20
      reason: 算得不错，只是没有留余地。有一位多问一句，这个数就守不住了。
    - below: 22
      reason: 报得短，听着舒服。可超出的每一分钟，都会记在你这句话的头上。
    - above: 25
      reason: 留余地是对的。可留得太多，赶时间的人听完就走了，白来一趟。
${questionEnd}`,

  rewrite: `${questionStart('rewrite', '把这句话改写：“样机坏了，等着吧。”')}  checklist:
    - 说了出了什么事
    - 说了几点再来报
  models:
    - text: 样机停了，在修。还没准信，十点我来报一次。
      note: 事情、钟点都有，一口气说得完。
  almost:
    - text: 给您带来不便，敬请谅解。
      note: 客气，可一样也没说。
${questionEnd}`,
};

export const phrase = `- id: ph-specimen
  they: 样机几点能好？
  busy: 没准信，十点我来报。
  calm: 还没有准信，十点我来报一次，修没修好都来。
  avoid: 我也不知道。
  heard: 你的事没人接。
  push: 十点还没好呢？
  then: 那我也来，再给您下一个钟点。
  aliases: [样机好了没有]
`;

/** A module with one lesson, which has one question. It takes the place of nothing. */
export const specimenModule = {
  'module.yaml': `id: specimen
ticket: 样
order: 90
title: 样课
summary: 测试用的一课。
status: draft
objectives:
  - id: tell-four
    text: 说全四样
passMark: 80
version: 0.1.0
owner: ''
approval: ''
effective: 2026-12-01
reviewBy: 2099-11-30
changelog:
  - version: 0.1.0
    date: 2026-12-01
    note: 开始写。
`,
  '01-plan/lesson.mdx': `---
id: plan
ticket: 样-01
title: 样课
subtitle: 还在写
minutes: { read: 4, practice: 4 }
say: 先写完，再发布。
objectives: [tell-four]
sources: []
---

<Goal id="tell-four">

## 一段

文字。

</Goal>

<Quiz />
`,
  '01-plan/quiz.yaml': questions.single.replaceAll('q-specimen', 'q-plan'),
} as const;
