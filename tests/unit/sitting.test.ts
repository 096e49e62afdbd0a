import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyOf } from '../../src/core/quiz/grade.ts';
import {
  adoptSelections,
  type DrawnQuestion,
  isSitting,
  moveTo,
  openSitting,
  outcomes,
  reconcile,
  type Sitting,
  select,
} from '../../src/core/quiz/sitting.ts';
import { buildQuestion } from '../course-builder.ts';
import { buildAnswer, buildRead } from '../record-builder.ts';

/** Questions drawn as `a1 b1`: an id and a revision of one character each. */
const draw = (text: string): DrawnQuestion[] =>
  text.split(' ').map(([id = '', revision = '']) => ({ id, revision }));
const print = (sitting: Sitting) =>
  sitting.questions.map(({ id, revision }) => id + revision).join(' ');

const opened = openSitting('attitude/waiting', 'attempt', draw('a1 b1 c1'));

describe('a sitting', () => {
  test('opens at the first question with nothing selected', () => {
    expect(opened).toEqual({
      id: 'attitude/waiting',
      attempt: 'attempt',
      questions: draw('a1 b1 c1'),
      selections: {},
      position: 0,
      partial: false,
    });
  });

  test('keeps of each question its id and revision, not its key', () => {
    const { questions } = openSitting('attitude/waiting', 'attempt', [keyOf(buildQuestion())]);
    expect(questions).toEqual([{ id: 'q-wait', revision: '00000001' }]);
  });

  test('remembers the latest selection of each question', () => {
    const once = select(select(opened, 'a', ['x']), 'b', ['x', 'y']);
    expect(select(once, 'b', []).selections).toEqual({ a: ['x'], b: [] });
    expect(once.selections).toEqual({ a: ['x'], b: ['x', 'y'] });
    expect(opened.selections).toEqual({});
  });

  test.each([
    [1, 1],
    [2, 2],
    [3, 2],
    [-1, 0],
  ])('moves to %i and stays among its questions', (to, position) => {
    expect(moveTo(opened, to).position).toBe(position);
  });

  test('stays at the start when it has no questions', () => {
    expect(moveTo(openSitting('attitude/waiting', 'attempt', []), 1).position).toBe(0);
  });
});

describe('a sitting that meets a changed page', () => {
  const middle = moveTo(select(select(opened, 'a', ['x']), 'b', ['y']), 1);

  test('keeps the order in which it was drawn', () => {
    expect(print(reconcile(middle, draw('c1 b1 a1')))).toBe('a1 b1 c1');
  });

  test('loses a question that is gone, with its selection', () => {
    const fitted = reconcile(middle, draw('b1 c1'));
    expect(print(fitted)).toBe('b1 c1');
    expect(fitted.selections).toEqual({ b: ['y'] });
  });

  test('stays at its question although others before it are gone', () => {
    expect(reconcile(middle, draw('b1 c1')).position).toBe(0);
    expect(reconcile(moveTo(middle, 2), draw('b1 c1')).position).toBe(1);
  });

  test('goes to the start when its own question is gone', () => {
    expect(reconcile(moveTo(middle, 2), draw('a1 b1')).position).toBe(0);
  });

  test('takes new questions in at the end', () => {
    expect(print(reconcile(middle, draw('d1 a1 e1 b1 c1')))).toBe('a1 b1 c1 d1 e1');
  });

  test('takes a revised question as it is now, without the old selection', () => {
    const fitted = reconcile(middle, draw('a2 b1 c1'));
    expect(print(fitted)).toBe('a2 b1 c1');
    expect(fitted.selections).toEqual({ b: ['y'] });
  });

  test('stays a retry of the same few questions', () => {
    const retry = openSitting('attitude/waiting', 'attempt', draw('b1'), true);
    const fitted = reconcile(retry, draw('a1 b2 c1 d1'));
    expect(print(fitted)).toBe('b2');
    expect(fitted.partial).toBe(true);
  });

  test('becomes a sitting of everything when all that it retried is gone', () => {
    const retry = openSitting('attitude/waiting', 'attempt', draw('b1'), true);
    const fitted = reconcile(retry, draw('a1 c1'));
    expect(print(fitted)).toBe('a1 c1');
    expect(fitted.partial).toBe(false);
  });

  const drawnQuestions = fc.uniqueArray(
    fc.record({ id: fc.constantFrom(...'abcdef'), revision: fc.constantFrom('1', '2') }),
    { selector: ({ id }) => id },
  );
  const sittings = fc
    .record({
      questions: drawnQuestions,
      selections: fc.dictionary(fc.constantFrom(...'abcdef'), fc.array(fc.constantFrom('x', 'y'))),
      position: fc.nat(5),
      partial: fc.boolean(),
    })
    .map(({ questions, selections, position, partial }) => {
      const sitting = openSitting('attitude/waiting', 'attempt', questions, partial);
      const here = questions.flatMap(({ id }) => (selections[id] ? [[id, selections[id]]] : []));
      return moveTo({ ...sitting, selections: Object.fromEntries(here) }, position);
    });

  test('never loses a selection whose question reads the same, nor keeps another', () => {
    fc.assert(
      fc.property(sittings, drawnQuestions, (sitting, now) => {
        const same = sitting.questions.filter(({ id, revision }) =>
          now.some((question) => question.id === id && question.revision === revision),
        );
        const expected = Object.entries(sitting.selections).filter(([id]) =>
          same.some((question) => question.id === id),
        );
        expect(reconcile(sitting, now).selections).toEqual(Object.fromEntries(expected));
      }),
    );
  });

  test('fits once and for all', () => {
    fc.assert(
      fc.property(sittings, drawnQuestions, (sitting, now) => {
        const fitted = reconcile(sitting, now);
        expect(reconcile(fitted, now)).toEqual(fitted);
      }),
    );
  });

  test('asks exactly what the page has, or, as a retry, a part of it', () => {
    fc.assert(
      fc.property(sittings, drawnQuestions, (sitting, now) => {
        const fitted = reconcile(sitting, now);
        expect(now).toEqual(expect.arrayContaining([...fitted.questions]));
        if (!fitted.partial) expect(fitted.questions).toHaveLength(now.length);
        expect(moveTo(fitted, fitted.position)).toEqual(fitted);
      }),
    );
  });
});

describe('a stored sitting', () => {
  const whole = moveTo(select(opened, 'a', ['x']), 1);

  test('is one, also after it was written as JSON', () => {
    expect(isSitting(opened)).toBe(true);
    expect(isSitting(JSON.parse(JSON.stringify(whole)))).toBe(true);
    expect(isSitting(openSitting('attitude#test', '', []))).toBe(true);
  });

  test.each([null, undefined, 5, '作答', [], {}, [whole]])('is not %o', (value) => {
    expect(isSitting(value)).toBe(false);
  });

  test.each<[keyof Sitting, unknown]>([
    ['id', 5],
    ['attempt', null],
    ['questions', {}],
    ['questions', [null]],
    ['questions', ['a']],
    ['questions', [{ id: 'a' }]],
    ['questions', [{ id: 'a', revision: 1 }]],
    ['selections', null],
    ['selections', 'a'],
    ['selections', { a: 'x' }],
    ['selections', { a: [1] }],
    ['selections', { a: [['x']] }],
    ['position', '1'],
    ['position', 1.5],
    ['position', Number.NaN],
    ['partial', undefined],
  ])('whose %s is %o is none', (field, value) => {
    expect(isSitting({ ...whole, [field]: value })).toBe(false);
  });
});

describe('the outcomes of a sitting', () => {
  const keys = new Map(
    ['a', 'b', 'c'].map((id) => [
      id,
      keyOf(buildQuestion({ id, revision: '1', credited: ['0', '1'] })),
    ]),
  );

  test('are the answers given in it, the latest of each question', () => {
    const wrong = buildAnswer({ question: 'a', revision: '1', correct: false });
    const right = buildAnswer({ question: 'a', revision: '1' });
    const other = buildAnswer({ question: 'b', revision: '1' });
    expect(outcomes(opened, [wrong, other, right], keys)).toEqual(
      new Map([
        ['a', right],
        ['b', other],
      ]),
    );
  });

  test('keep an answer that was given before a typo was corrected', () => {
    const before = buildAnswer({ question: 'a', revision: '0' });
    expect(outcomes(opened, [before], keys)).toEqual(new Map([['a', before]]));
  });

  test('leave out other attempts, reopened questions, other questions and 读完了', () => {
    const log = [
      buildAnswer({ question: 'a', revision: '1', sitting: 'another' }),
      buildAnswer({ question: 'b', revision: 'before' }),
      buildAnswer({ question: 'z', revision: '1' }),
      buildRead('attitude/waiting'),
    ];
    expect(outcomes(opened, log, keys)).toEqual(new Map());
  });
});

describe('selections of a question that has moved', () => {
  const left = select(opened, 'b', ['x']);
  const here = openSitting('attitude/visible', 'other', draw('b1 d1'));

  test('come along', () => {
    expect(adoptSelections(here, [left]).selections).toEqual({ b: ['x'] });
    expect(here.selections).toEqual({});
  });

  test('stay behind where it was reworded on the way', () => {
    const reworded = openSitting('attitude/visible', 'other', draw('b2'));
    expect(adoptSelections(reworded, [left]).selections).toEqual({});
  });

  test('give way to what is selected here', () => {
    expect(adoptSelections(select(here, 'b', ['y']), [left]).selections).toEqual({ b: ['y'] });
  });

  test('come once: a question that was here before is asked anew', () => {
    expect(adoptSelections(here, [left], draw('b1')).selections).toEqual({});
  });

  test('of a paper are its own', () => {
    const paper = { ...left, id: 'attitude#test' };
    expect(adoptSelections(here, [paper]).selections).toEqual({});
  });
});
