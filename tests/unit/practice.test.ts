import { describe, expect, test } from 'vitest';
import { keyOf } from '../../src/core/quiz/grade.ts';
import { openPractice, type PracticeHistory } from '../../src/core/quiz/practice.ts';
import type { QuestionKey } from '../../src/core/quiz/question.ts';
import { moveTo, openSitting, type Sitting, select } from '../../src/core/quiz/sitting.ts';
import { buildQuestion } from '../course-builder.ts';
import { buildAnswer, buildRead } from '../record-builder.ts';

const PLACE = 'attitude/waiting';

const keys = ['a', 'b', 'c'].map((id) => keyOf(buildQuestion({ id, revision: 'v1' })));

/** The same question after its wording has changed, with or without credit for older answers. */
const edited = (key: QuestionKey, credited: string[]): QuestionKey => ({
  ...key,
  revision: 'v2',
  credited: [...credited, 'v2'],
});

const answerTo = (question: string, changes: Parameters<typeof buildAnswer>[0] = {}) =>
  buildAnswer({ question, revision: 'v1', sitting: 'before', ...changes });

const open = (history: Partial<PracticeHistory> = {}, now: readonly QuestionKey[] = keys) =>
  openPractice(PLACE, 'now', now, { events: [], stored: undefined, sittings: [], ...history });

const asked = ({ questions }: Sitting) => questions.map(({ id }) => id);

describe('a practice quiz that is opened', () => {
  test('for the first time asks everything', () => {
    const { sitting, answers, reopened, finished } = open();
    expect(sitting).toEqual(openSitting(PLACE, 'now', keys));
    expect([answers.size, reopened.size, finished]).toEqual([0, 0, false]);
  });

  test('with all answered shows the answers, and asks nothing by itself', () => {
    const events = [...keys.map(({ id }) => answerTo(id)), answerTo('b', { correct: false })];
    const { sitting, answers, finished } = open({ events });
    expect(asked(sitting)).toEqual(['a', 'b', 'c']);
    expect([...answers.values()]).toEqual([events[0], events[2], events[3]]);
    expect(finished).toBe(true);
  });

  test('asks only what has no answer that counts', () => {
    const { sitting, answers, finished } = open({ events: [answerTo('a'), answerTo('c')] });
    expect(asked(sitting)).toEqual(['b']);
    expect([sitting.partial, answers.size, finished]).toEqual([true, 0, false]);
  });

  test('keeps the credit of a question whose typo was corrected', () => {
    const now = keys.map((key) => edited(key, ['v1']));
    const { reopened, finished } = open({ events: keys.map(({ id }) => answerTo(id)) }, now);
    expect([reopened.size, finished]).toEqual([0, true]);
  });

  test('asks again, alone, what a change of policy has reopened, until it is answered', () => {
    const now = keys.map((key) => (key.id === 'b' ? edited(key, []) : key));
    const events = keys.map(({ id }) => answerTo(id));
    const { sitting, reopened } = open({ events }, now);
    expect([asked(sitting), [...reopened]]).toEqual([['b'], ['b']]);
    const again = open({ events: [...events, answerTo('b', { revision: 'v2' })] }, now);
    expect([again.reopened.size, again.finished]).toEqual([0, true]);
  });

  test('is not moved by answers to questions of other lessons, or by other events', () => {
    const { sitting, reopened } = open({ events: [answerTo('z'), buildRead(PLACE)] });
    expect([asked(sitting), reopened.size]).toEqual([['a', 'b', 'c'], 0]);
  });

  test('goes on where it was left, with the answers of that sitting only', () => {
    const left = select(moveTo(openSitting(PLACE, 'left', keys), 1), 'b', ['x']);
    const mine = answerTo('a', { sitting: 'left' });
    const { sitting, answers, finished } = open({
      events: [answerTo('c'), mine],
      stored: left,
      sittings: [left],
    });
    expect(sitting).toEqual(left);
    expect([...answers.values()]).toEqual([mine]);
    expect(finished).toBe(false);
  });

  test('takes along what was selected where a question stood before', () => {
    const old = select(openSitting('attitude/queueing', 'old', keys), 'b', ['x']);
    expect(open({ sittings: [old] }).sitting.selections).toEqual({ b: ['x'] });
    const here = openSitting(PLACE, 'left', keys.slice(0, 1));
    const { sitting } = open({ stored: here, sittings: [here, old] });
    expect(sitting.selections).toEqual({ b: ['x'] });
  });
});
