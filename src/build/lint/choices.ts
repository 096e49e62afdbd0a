import type { MultipleQuestion, Option, SingleQuestion } from '../../core/quiz/kinds/choice.ts';
import type {
  AuthoredCourse,
  AuthoredModule,
  QuestionEntry,
} from '../authoring/authored-course.ts';

/** A question with options that their author wrote, told apart into keys and distractors. */
export interface Choice {
  question: SingleQuestion | MultipleQuestion;
  keys: readonly Option[];
  distractors: readonly Option[];
  placeOf: QuestionEntry['placeOf'];
}

/** The 单选 and 多选 of a module or of the course; those without a key or a distractor left out. */
export function choicesIn({ lessons }: AuthoredCourse | AuthoredModule): Choice[] {
  return lessons
    .flatMap(({ questions = [] }) => questions)
    .flatMap(({ data, placeOf }) => {
      if (data?.kind !== 'single' && data?.kind !== 'multiple') return [];
      const keys = data.options.filter(({ correct }) => correct);
      const distractors = data.options.filter(({ correct }) => !correct);
      return keys.length > 0 && distractors.length > 0
        ? [{ question: data, keys, distractors, placeOf }]
        : [];
    });
}
