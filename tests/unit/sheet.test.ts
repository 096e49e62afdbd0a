import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordEvent } from '../../src/core/record/event.ts';
import { checkCode, type Person, type SheetLine, sheetLines } from '../../src/core/record/sheet.ts';
import { summarizeRecord } from '../../src/core/record/summarize.ts';
import { buildLesson, buildModule, buildOutline, buildQuestion } from '../course-builder.ts';
import { buildAnswer, buildPaper, buildRead } from '../record-builder.ts';

const outline = buildOutline([
  buildModule('attitude', [
    buildLesson('waiting', [buildQuestion({ id: 'q-wait' })]),
    buildLesson('letter'),
  ]),
  buildModule('skills', [buildLesson('ask', [buildQuestion({ id: 'q-ask' })])]),
]);
const utcDay = (at: number) => new Date(at).toISOString().slice(0, 10);
const linesOf = (log: RecordEvent[]) =>
  sheetLines(outline, summarizeRecord(outline, log, utcDay), utcDay);
const noon = Date.UTC(2026, 0, 5, 12);

describe('the lines of a record sheet', () => {
  test('are none while nothing was done', () => {
    expect(linesOf([])).toEqual([]);
    expect(sheetLines(outline, new Map(), utcDay)).toEqual([]);
  });

  test('are of the modules in which something was done', () => {
    expect(linesOf([buildAnswer({ question: 'q-wait', at: noon })])).toEqual([
      {
        module: '服务态度',
        version: '1.0.0',
        lessons: '1/2',
        mastered: '0/2',
        minutes: 7,
        test: '未考',
        date: '2026-01-05',
      },
    ]);
    const both = [buildAnswer({ question: 'q-ask' }), buildRead('attitude/letter')];
    expect(linesOf(both)).toHaveLength(2);
  });

  test('count the objectives that are mastered', () => {
    const log = [noon, noon + 86_400_000].map((at) => buildAnswer({ question: 'q-wait', at }));
    expect(linesOf(log)[0]).toMatchObject({ mastered: '1/2', date: '2026-01-06' });
  });

  const exam = (sitting: string, correct: boolean, at = noon) => [
    buildPaper('attitude', sitting, ['q-wait@00000001'], { at }),
    buildAnswer({ question: 'q-wait', sitting, correct, at }),
  ];

  test('have the best test, and whether one was passed', () => {
    expect(linesOf(exam('p1', false))[0]?.test).toBe('0分，未通过');
    expect(linesOf([...exam('p1', true), ...exam('p2', false)])[0]?.test).toBe('100分，通过');
  });

  test('have the last day on which something was done, the test among it', () => {
    const later = noon + 3 * 86_400_000;
    const log = [buildRead('attitude/letter', { at: noon }), ...exam('p1', true, later)];
    expect(linesOf(log)[0]?.date).toBe('2026-01-08');
  });
});

describe('the check code', () => {
  const texts = fc.string({ unit: 'grapheme' });
  const persons: fc.Arbitrary<Person> = fc.record({
    name: texts,
    number: texts,
    unit: texts,
    path: texts,
  });
  const sheetLine: fc.Arbitrary<SheetLine> = fc.record({
    module: texts,
    version: texts,
    lessons: texts,
    mastered: texts,
    minutes: fc.nat(),
    test: texts,
    date: texts,
  });

  test('is two groups of four', () => {
    fc.assert(
      fc.property(persons, fc.array(sheetLine), texts, (person, lines, date) => {
        expect(checkCode(person, lines, date)).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
        expect(checkCode({ ...person }, [...lines], date)).toBe(checkCode(person, lines, date));
      }),
    );
  });

  test('is another one as soon as any field of the person differs', () => {
    fc.assert(
      fc.property(
        persons,
        fc.constantFrom('name', 'number', 'unit', 'path'),
        texts,
        (person, field, other) => {
          fc.pre(person[field] !== other);
          const changed = { ...person, [field]: other };
          expect(checkCode(changed, [], '')).not.toBe(checkCode(person, [], ''));
        },
      ),
    );
  });

  test('is another one as soon as any field of any line differs', () => {
    const person = { name: '张三', number: '1', unit: '', path: '' };
    fc.assert(
      fc.property(
        fc.array(sheetLine, { minLength: 1, maxLength: 3 }),
        fc.nat(),
        fc.constantFrom('module', 'version', 'lessons', 'mastered', 'minutes', 'test', 'date'),
        (lines, pick, field) => {
          const at = pick % lines.length;
          const changed = lines.map((line, index) =>
            index === at
              ? { ...line, [field]: field === 'minutes' ? line.minutes + 1 : `${line[field]}0` }
              : line,
          );
          expect(checkCode(person, changed, '')).not.toBe(checkCode(person, lines, ''));
        },
      ),
    );
  });

  test('is another one on another day, with a line less, and with lines in another order', () => {
    const person = { name: '张三', number: '1', unit: '', path: '' };
    const lines = linesOf([
      buildAnswer({ question: 'q-wait' }),
      buildAnswer({ question: 'q-ask' }),
    ]);
    const codes = [
      checkCode(person, lines, '2026-01-05'),
      checkCode(person, lines, '2026-01-06'),
      checkCode(person, lines.slice(1), '2026-01-05'),
      checkCode(person, [...lines].reverse(), '2026-01-05'),
    ];
    expect(new Set(codes).size).toBe(4);
  });

  test('does not mistake two fields for each other', () => {
    const person = { name: '张三', number: '12', unit: '', path: '' };
    const other = { name: '张三1', number: '2', unit: '', path: '' };
    expect(checkCode(person, [], '')).not.toBe(checkCode(other, [], ''));
  });
});
