/** One published question of each kind, short enough to be known by heart. */
import type { PublishedQuestion } from '../src/core/course/course.ts';
import type { Answer, QuestionKind } from '../src/core/quiz/question.ts';
import { buildQuestion } from './course-builder.ts';

/** A published question of these kinds. */
export type QuestionOf<K extends QuestionKind> = Extract<PublishedQuestion, { kind: K }>;
export type ChoiceQuestion = QuestionOf<'single' | 'multiple' | 'judge'>;

const base = {
  objective: 'tell',
  revision: '00000001',
  credited: ['00000001'],
  situation: true,
  difficulty: 2 as const,
  source: 'T03',
  reviewBy: '2027-11-30',
  changes: [],
};

/** Four steps, in the right order. */
export const order: QuestionOf<'order'> = {
  ...base,
  kind: 'order',
  id: 'q-order',
  stem: '系统慢了，先做什么后做什么？',
  steps: ['look', 'say', 'do', 'back'].map((id) => ({
    id,
    text: `步骤${id}`,
    reason: `步骤${id}为什么在这里`,
  })),
};

/** Three rows, two of which share a choice; one choice is left over. */
export const match: QuestionOf<'match'> = {
  ...base,
  kind: 'match',
  id: 'q-match',
  stem: '哪句话配哪件事？',
  rows: [
    { id: 'slow', text: '系统慢', choice: 'time', reason: '慢就报时间' },
    { id: 'queue', text: '人多', choice: 'time', reason: '人多也报时间' },
    { id: 'torn', text: '证件破了', choice: 'way', reason: '破了就给办法' },
  ],
  choices: [
    { id: 'time', text: '报时间' },
    { id: 'way', text: '给办法' },
    { id: 'sorry', text: '道歉' },
  ],
};

/** Two blanks, words to tap, and one mistake that is known. */
export const fill: QuestionOf<'fill'> = {
  ...base,
  kind: 'fill',
  id: 'q-fill',
  stem: '先说____，再说____。',
  blanks: [{ accept: ['为什么', '原因'] }, { accept: ['20分钟'] }],
  words: ['为什么', '20分钟', '快了', '等着'],
  reason: '先原因，再时间',
  common: [{ answer: ['等着', '快了'], reason: '快了不是时间' }],
};

/** The same, to be typed. */
export const typed: QuestionOf<'fill'> = { ...fill, id: 'q-typed', words: [] };

/** 24 to 26 minutes are right; three near misses, of each sort one. */
export const number: QuestionOf<'number'> = {
  ...base,
  kind: 'number',
  id: 'q-number',
  stem: '前面5位，每位5分钟，报几分钟？',
  unit: '分钟',
  accept: { min: 24, max: 26 },
  model: 25,
  reason: '5乘5',
  near: [
    { value: 20, reason: '少算了一位' },
    { below: 20, reason: '太乐观' },
    { above: 30, reason: '太保守' },
  ],
};

/** Three points to find in one's own sentence. */
export const rewrite: QuestionOf<'rewrite'> = {
  ...base,
  kind: 'rewrite',
  id: 'q-rewrite',
  stem: '把“急什么”改成能说的话。',
  checklist: ['有原因', '有时间', '没有“您别急”'],
  models: [{ text: '读卡器连不上，约20分钟。', note: '原因和时间都有' }],
  almost: [{ text: '您稍等。', note: '没有时间' }],
};

/** Questions of every kind, each with one right answer. */
export const everyKind: readonly { question: PublishedQuestion; right: Answer }[] = [
  { question: buildQuestion({ id: 'q-single', kind: 'single' }), right: ['b'] },
  {
    question: buildQuestion({ id: 'q-multiple', kind: 'multiple', correct: ['a', 'c'] }),
    right: ['a', 'c'],
  },
  {
    question: buildQuestion({
      id: 'q-judge',
      kind: 'judge',
      options: ['right', 'wrong'],
      correct: ['wrong'],
    }),
    right: ['wrong'],
  },
  { question: order, right: ['look', 'say', 'do', 'back'] },
  { question: match, right: ['time', 'time', 'way'] },
  { question: fill, right: ['原因', '２０分钟。'] },
  { question: number, right: ['约25分钟'] },
  { question: rewrite, right: ['读卡器坏了，等10分钟。', '0', '1', '2'] },
];
