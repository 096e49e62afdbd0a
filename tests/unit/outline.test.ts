import { expect, test } from 'vitest';
import { outlineOf } from '../../src/core/course/outline.ts';
import { buildLesson, buildModule, buildQuestion } from '../course-builder.ts';

test('an outline holds what progress is derived from, and no prose, key or reason', () => {
  const quiz = [buildQuestion({ id: 'q-wait', revision: 'new', credited: ['old', 'new'] })];
  const lessons = [buildLesson('waiting', quiz), buildLesson('letter')];
  expect(outlineOf(buildModule('attitude', lessons))).toEqual({
    id: 'attitude',
    title: '服务态度',
    version: '1.0.0',
    objectives: ['tell', 'greet'],
    redLines: ['greet'],
    passMark: 80,
    lessons: [
      {
        id: 'waiting',
        title: '等得住',
        minutes: 7,
        questions: [{ id: 'q-wait', objective: 'tell', credited: ['old', 'new'] }],
      },
      { id: 'letter', title: '等得住', minutes: 7, questions: [] },
    ],
  });
});
