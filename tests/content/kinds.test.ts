import { describe, expect, test } from 'vitest';
import type { QuestionKind } from '../../src/core/quiz/question.ts';
import { CourseFiles } from './course-files.ts';
import { questions } from './specimens.ts';

/** The ids of the problems in the course with this specimen, changed. */
function problemsOf(kind: QuestionKind, from: string | RegExp, to: string): string[] {
  const course = new CourseFiles();
  course.addQuestion(kind, from, to);
  return course.check().problems.map(({ id }) => id);
}

const reason = /reason: .*/g;
/** The start of every other field that a learner reads. */
const shown = /(stem|text|note|unit): /g;

describe.for(Object.keys(questions) as QuestionKind[])('a question of kind %s', (kind) => {
  test('passes as it stands', () => {
    expect(problemsOf(kind, '', '')).toEqual([]);
  });

  test('needs twenty characters for each of its reasons, and may fill slots in them', () => {
    const each = (id: string) => (questions[kind].match(reason) ?? []).map(() => id);
    expect(problemsOf(kind, /(reason: .{6}).*/g, '$1')).toEqual(each('reason-too-short'));
    expect(problemsOf(kind, reason, '$&〔duty-leader〕')).toEqual([]);
    expect(problemsOf(kind, reason, '$&〔duty-leeder〕')).toEqual(each('unknown-slot'));
  });

  test('fills no slot in anything else that is shown', () => {
    const each = (questions[kind].match(shown) ?? []).map(() => 'slot-not-allowed');
    expect(problemsOf(kind, shown, '$&〔duty-leader〕')).toEqual(each);
    expect(each).not.toEqual([]);
  });

  test('asks what its lesson teaches, on a reference that is no doubtful one', () => {
    expect(problemsOf(kind, 'tell-four', 'say-sorry')).toEqual(['objective-not-taught']);
    const course = new CourseFiles();
    course.addReference('Z99', '疑');
    course.addQuestion(kind, '本课做法', 'Z99');
    expect(course.check().problems.map(({ id }) => id)).toEqual(['doubtful-source']);
  });

  test('has to explain a change of what it asks, and not one of its reasons', () => {
    const course = new CourseFiles();
    course.addQuestion(kind);
    course.publish();
    course.editQuestion(kind, '本课做法', '本课做法，2027年核过');
    if (kind !== 'rewrite') course.editQuestion(kind, reason, '$&说完再看他一眼。');
    expect(course.check().problems).toEqual([]);
    course.editQuestion(kind, '样', '新样');
    expect(course.check().problems.map(({ id }) => id)).toEqual(['revision-unexplained']);
  });
});
