/** One question of each kind, of two objectives. */
import { buildQuestion } from '../course-builder.ts';

export const single = buildQuestion({ id: 'q-single', objective: 'tell', correct: ['b'] });
export const multiple = buildQuestion({
  id: 'q-multiple',
  kind: 'multiple',
  objective: 'greet',
  options: ['a', 'b', 'c', 'd'],
  correct: ['a', 'c'],
});
export const judge = buildQuestion({
  id: 'q-judge',
  kind: 'judge',
  objective: 'tell',
  options: ['right', 'wrong'],
  correct: ['wrong'],
});
export const questions = [single, multiple, judge];
