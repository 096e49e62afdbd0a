import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradeAnswer, isAnswered, keyOf, reasonsOf } from '../../src/core/quiz/grade.ts';
import { everyKind } from '../question-builder.ts';

const kinds = everyKind.map(({ question, right }) => ({ kind: question.kind, question, right }));

describe.each(kinds)('a question of the kind $kind', ({ question, right }) => {
  const key = keyOf(question);
  const parts = reasonsOf(question).map(({ part }) => part);

  test('is answered by its right answer, and right by it', () => {
    expect(isAnswered(key, right)).toBe(true);
    const verdict = gradeAnswer(key, right);
    expect(verdict.correct).toBe(true);
    expect(new Set(Object.values(verdict.parts))).toEqual(new Set(['right']));
  });

  test('is not answered by nothing, and not right by it', () => {
    expect(isAnswered(key, [])).toBe(false);
    expect(gradeAnswer(key, []).correct).toBe(false);
    expect(Object.values(gradeAnswer(key, []).parts)).not.toContain('right');
  });

  test('gives its page what it needs to grade an answer, and no stem and no reason', () => {
    const { id, kind, revision, credited, ...own } = key;
    expect({ id, kind, revision, credited }).toEqual({
      id: question.id,
      kind: question.kind,
      revision: question.revision,
      credited: question.credited,
    });
    const text = JSON.stringify(own);
    for (const said of [question.stem, ...reasonsOf(question).map(({ reason }) => reason)]) {
      if (said !== '') expect(text).not.toContain(said);
    }
    expect(JSON.parse(JSON.stringify(key))).toEqual(key);
  });

  test('has something to say about each part of the right answer, each part once', () => {
    expect(new Set(parts).size).toBe(parts.length);
    const rightParts = reasonsOf(question).filter((reason) => reason.right);
    const graded = Object.keys(gradeAnswer(key, right).parts);
    expect(rightParts.map(({ part }) => part).sort()).toEqual([...graded].sort());
    for (const { text } of reasonsOf(question)) expect(text).not.toContain('undefined');
  });

  const texts = fc.oneof(
    fc.constantFrom(...right, '', ' ', '0', '-1', '99', '__proto__', 'constructor', 'gone', 'b'),
    fc.string({ unit: 'grapheme' }),
  );

  test('survives any list of texts, and calls none right that is not as long as a right one', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 8 }), (answer) => {
        expect([true, false]).toContain(isAnswered(key, answer));
        const { correct, parts } = gradeAnswer(key, answer);
        const marks = Object.values(parts);
        for (const mark of marks) expect(['right', 'wrong', 'missed']).toContain(mark);
        if (correct) {
          expect(answer.length).toBeGreaterThanOrEqual(right.length);
          expect(new Set(marks)).toEqual(new Set(['right']));
        }
      }),
    );
  });

  test('is graded the same every time, and leaves the answer as it was', () => {
    fc.assert(
      fc.property(fc.array(texts), (answer) => {
        const given = [...answer];
        expect(gradeAnswer(key, answer)).toEqual(gradeAnswer(key, answer));
        expect(answer).toEqual(given);
      }),
    );
  });
});
