import type { Question } from '../../core/quiz/question.ts';
import { shuffle } from '../../core/quiz/shuffle.ts';

interface Part {
  id: string;
  text: string;
}

/** How the answer to each kind is written down. */
const HOW: Record<Question['kind'], string> = {
  single: '单选，写一个选项编号',
  multiple: '多选，写全部选项编号',
  judge: '判断，写一个选项编号',
  order: '排序，按先后写步骤编号',
  match: '配对，按行的顺序写右边的编号',
  fill: '填空，按空的顺序写词',
  number: '算数，写一个数',
  rewrite: '改写，不答',
};

/**
 * A module's questions for a second reader who answers them blind: no keys, no reasons, and parts in
 * an order that says nothing. 改写 is left out, since it has no key.
 */
export function printPaper(questions: readonly Question[]): string {
  return questions
    .filter(({ kind }) => kind !== 'rewrite')
    .map((question) =>
      [`${question.id}（${HOW[question.kind]}）`, question.stem, ...partsOf(question)].join('\n'),
    )
    .join('\n\n');
}

/** The options of single-choice questions without their stems: what gives itself away. */
export function printOptions(questions: readonly Question[]): string {
  return questions
    .filter(({ kind }) => kind === 'single')
    .map((question) => [question.id, ...partsOf(question)].join('\n'))
    .join('\n\n');
}

function partsOf(question: Question): string[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return mixed(question.options, question.id);
    case 'judge':
      return ['  right  对', '  wrong  不对'];
    case 'order':
      return mixed(question.steps, question.id);
    case 'match':
      return [
        ...question.rows.map(({ text }, index) => `  ${index + 1}. ${text}`),
        ...mixed(question.choices, question.id),
      ];
    case 'fill':
      return question.words.length > 0 ? [`  可用的词：${question.words.join('、')}`] : [];
    case 'number':
      return [`  单位：${question.unit}`];
    case 'rewrite':
      return [];
  }
}

const mixed = (parts: readonly Part[], seed: string): string[] =>
  shuffle(parts, seed).map(({ id, text }) => `  ${id}  ${text}`);
