import { describe, expect, test } from 'vitest';
import type { OutlineModule } from '../../src/core/course/outline.ts';
import { testResults } from '../../src/core/record/results.ts';
import { buildAnswer, buildPaper } from '../record-builder.ts';

/** Five questions: `r1` and `r2` are of a red line; 80 percent are needed. */
const module: OutlineModule = {
  id: 'attitude',
  title: '服务态度',
  version: '1.0.0',
  objectives: ['tell', 'respect'],
  redLines: ['respect'],
  passMark: 80,
  lessons: [
    {
      id: 'waiting',
      title: '等得住',
      minutes: 7,
      questions: ['t1', 't2', 't3', 'r1', 'r2'].map((id) => ({
        id,
        objective: id.startsWith('r') ? 'respect' : 'tell',
        credited: ['1'],
      })),
    },
  ],
};
const drawn = ['t1@1', 't2@1', 't3@1', 'r1@1', 'r2@1'];
const paper = (sitting = 'p1', questions = drawn) => buildPaper('attitude', sitting, questions);

/** Answers to the five questions in a sitting: `+` is right. */
const answers = (marks: string, sitting = 'p1') =>
  [...marks].map((mark, index) =>
    buildAnswer({
      question: drawn[index]?.slice(0, 2) ?? '',
      sitting,
      correct: mark === '+',
      at: 1000 + index,
    }),
  );

test('a finished test says how many were right, which were not, and when it ended', () => {
  expect(testResults(module, [paper(), ...answers('+-+++')])).toEqual([
    {
      sitting: 'p1',
      at: 1004,
      right: 4,
      total: 5,
      percent: 80,
      passMark: 80,
      redLinesKept: true,
      passed: true,
      wrong: ['t2'],
    },
  ]);
});

test.each([
  ['+++++', true],
  ['-++++', true],
  ['--+++', false],
  ['-----', false],
])('%s is passed at 80 percent: %s', (marks, passed) => {
  const [result] = testResults(module, [paper(), ...answers(marks)]);
  expect(result?.passed).toBe(passed);
});

test('the pass mark itself is enough, and one part in a thousand less is not', () => {
  const log = [paper(), ...answers('-++++')];
  expect(testResults({ ...module, passMark: 80 }, log)[0]?.passed).toBe(true);
  expect(testResults({ ...module, passMark: 80.1 }, log)[0]?.passed).toBe(false);
  expect(testResults({ ...module, passMark: 100 }, log)[0]?.passed).toBe(false);
});

test('two of three are 66 percent and more, not 67', () => {
  const log = [paper('p1', drawn.slice(0, 3)), ...answers('++-')];
  expect(testResults({ ...module, passMark: 67 }, log)[0]?.passed).toBe(false);
  expect(testResults({ ...module, passMark: 66 }, log)[0]?.passed).toBe(true);
});

test.each(['+++-+', '++++-', '+++--'])('%s misses a red line and is not passed', (marks) => {
  const lenient = { ...module, passMark: 10 };
  const [result] = testResults(lenient, [paper(), ...answers(marks)]);
  expect(result).toMatchObject({ redLinesKept: false, passed: false });
});

describe('a paper that knows its rules', () => {
  const known = { ...paper(), passMark: 80, redLines: ['r1', 'r2'] };

  test('stays passed when more is needed today', () => {
    const stricter = { ...module, passMark: 100, redLines: ['tell', 'respect'] };
    const [result] = testResults(stricter, [known, ...answers('-++++')]);
    expect(result).toMatchObject({ passMark: 80, redLinesKept: true, passed: true });
  });

  test('stays failed when less is needed today', () => {
    const lenient = { ...module, passMark: 10, redLines: [] };
    const [result] = testResults(lenient, [known, ...answers('++++-')]);
    expect(result).toMatchObject({ redLinesKept: false, passed: false });
  });
});

describe('a paper', () => {
  test('with an open question is no result yet', () => {
    expect(testResults(module, [paper(), ...answers('++++')])).toEqual([]);
    expect(testResults(module, [paper()])).toEqual([]);
  });

  test('without questions is none either', () => {
    expect(testResults(module, [paper('p1', [])])).toEqual([]);
  });

  test('of another module does not count here', () => {
    const other = buildPaper('skills', 'p1', drawn);
    expect(testResults(module, [other, ...answers('+++++')])).toEqual([]);
  });

  test('allows one answer to each question: a second one changes nothing', () => {
    const log = [paper(), ...answers('-----'), ...answers('+++++')];
    expect(testResults(module, log)[0]).toMatchObject({ right: 0, at: 1004 });
  });

  test('is judged by the answers of its own sitting', () => {
    const log = [paper(), ...answers('+++++', 'practice'), ...answers('--+++')];
    expect(testResults(module, log)[0]).toMatchObject({ right: 3 });
  });

  test('counts with the questions it was drawn with, also when the module has others now', () => {
    const bare = { ...module, lessons: [] };
    expect(testResults(bare, [paper(), ...answers('+++++')])[0]).toMatchObject({
      total: 5,
      percent: 100,
      right: 5,
    });
  });
});

test('several tests are given in the order of their papers', () => {
  const log = [
    paper('p1'),
    ...answers('-----', 'p1'),
    paper('p2'),
    paper('p3'),
    ...answers('+++++', 'p3'),
  ];
  expect(testResults(module, log).map(({ sitting, right }) => [sitting, right])).toEqual([
    ['p1', 0],
    ['p3', 5],
  ]);
});
