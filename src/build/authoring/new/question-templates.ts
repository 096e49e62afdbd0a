import type { QuestionKind } from '../../../core/quiz/question.ts';
import { placeholder } from './change.ts';

interface QuestionFields {
  id: string;
  kind: QuestionKind;
  objective: string;
  reviewBy: string;
}

/** A question that passes `check` as it stands. Numbers have no room for 【待写】: they are examples. */
export const questionYaml = ({ id, kind, objective, reviewBy }: QuestionFields) => `- id: ${id}
  kind: ${kind}
  objective: ${objective}
  situation: true
  stem: ${placeholder}${drafts[kind].stem}
${drafts[kind].fields}  source: 本课做法
  reviewBy: ${reviewBy}
`;

const right = `${placeholder}为什么对：先说它好在哪里，再说为什么管用。`;
const wrong = `${placeholder}为什么不对：先认它对的那一半，再说断在哪里。`;
/** Each option has a reason of its own. */
const reasonOf = (id: string, correct: boolean) =>
  (correct ? right : wrong).replace('为什么', `${id}为什么`);
const moment = '谁，什么时刻，说了什么。';

const option = (id: string, correct: boolean) => `    - id: ${id}
      text: ${placeholder}选项${id}
${correct ? '      correct: true\n' : ''}      reason: ${reasonOf(id, correct)}
`;

const step = (id: string, number: string) => `    - id: ${id}
      text: ${placeholder}第${number}步做什么
      reason: ${placeholder}为什么排在这里：换到别处，会断在哪里。
`;

const row = (id: string, choice: string) => `    - id: ${id}
      text: ${placeholder}左边的话${id}
      choice: ${choice}
      reason: ${placeholder}为什么配${choice}：它和别的几项差在哪里。
`;

/** The stem and the fields of its own that each kind begins with. */
const drafts: Record<QuestionKind, { stem: string; fields: string }> = {
  single: {
    stem: `${moment}你怎么办？`,
    fields: `  options:
${option('a', false)}${option('b', true)}${option('c', false)}`,
  },
  multiple: {
    stem: `${moment}哪几样该做？（多选）`,
    fields: `  options:
${option('a', true)}${option('b', false)}${option('c', true)}`,
  },
  judge: {
    stem: `${moment}这样做就可以了。`,
    fields: `  options:
    - id: right
      correct: true
      reason: ${right}
    - id: wrong
      reason: ${wrong}
`,
  },
  order: {
    stem: `${moment}几步怎么排？`,
    fields: `  steps:
${step('a', '一')}${step('b', '二')}${step('c', '三')}`,
  },
  match: {
    stem: `${moment}一行配一项。`,
    fields: `  rows:
${row('a', 'x')}${row('b', 'y')}  choices:
    - { id: x, text: ${placeholder}右边的话x }
    - { id: y, text: ${placeholder}右边的话y }
`,
  },
  fill: {
    stem: `${moment}先____，再____。`,
    fields: `  blanks:
    - accept: [${placeholder}第一个词]
    - accept: [${placeholder}第二个词]
  words: [${placeholder}第一个词, ${placeholder}第二个词, ${placeholder}不对的词]
  reason: ${right}
  common:
    - answer: [${placeholder}第二个词, ${placeholder}第一个词]
      reason: ${wrong}
`,
  },
  number: {
    stem: `${moment}报几分钟？`,
    fields: `  unit: 分钟
  accept: { min: 20, max: 25 }
  model: 20
  reason: ${placeholder}怎么算出来的：写出算式，再说为什么报这个数。
  near:
    - value: 10
      reason: ${wrong}
    - below: 20
      reason: ${wrong}
    - above: 25
      reason: ${wrong}
`,
  },
  rewrite: {
    stem: `${moment}你回了一句：“……”把这句改写。`,
    fields: `  checklist:
    - ${placeholder}话里要有的一样
    - ${placeholder}话里不能有的一样
  models:
    - text: ${placeholder}说得好的一句
      note: ${placeholder}好在哪里
  almost:
    - text: ${placeholder}听着像、其实没做到的一句
      note: ${placeholder}差在哪里
`,
  },
};

/** Every kind there is a draft for, the most usual first. */
export const questionKinds = Object.keys(drafts) as QuestionKind[];
