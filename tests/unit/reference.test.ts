import { describe, expect, test } from 'vitest';
import {
  checkedUntil,
  citationParts,
  citedIn,
  type Reference,
} from '../../src/core/course/reference.ts';
import { usesOf } from '../../src/core/course/uses.ts';
import { buildLesson, buildModule, buildQuestion } from '../course-builder.ts';

const buildReference = (id: string, asOf?: string): Reference => ({
  id,
  title: '某法',
  kind: '法律法规',
  says: '一次告知',
  grade: '读',
  asOf,
});

describe('a 出处', () => {
  test.each([
    ['本课做法', []],
    ['L03', ['L03']],
    ['L03第三十二条、第八十二条', ['L03']],
    ['L23b', ['L23b']],
    ['L07第6条；L08第38条；H05', ['L07', 'L08', 'H05']],
    ['L15第30条、第16条；L15', ['L15']],
    ['B11；2017年的规定，照本行规程', ['B11']],
    ['照GB/T 32320-2015', []],
  ])('%s names %j', (source, cited) => {
    expect(citedIn(source)).toEqual(cited);
  });

  test('falls into parts that make it up again', () => {
    const source = 'P06、L15第16条；次序是本课做法';
    const parts = citationParts(source);
    expect(parts.map(({ text }) => text).join('')).toBe(source);
    expect(parts.filter(({ isReference }) => isReference).map(({ text }) => text)).toEqual([
      'P06',
      'L15',
    ]);
  });
});

describe('the day up to which the course was checked', () => {
  test('is that of the oldest text', () => {
    const references = [
      buildReference('B08', '2025-11-29'),
      buildReference('L03', '2025-04-19'),
      buildReference('T03'),
    ];
    expect(checkedUntil(references)).toBe('2025-04-19');
  });

  test('is not known when no text has a day', () => {
    expect(checkedUntil([buildReference('T03')])).toBeUndefined();
  });
});

describe('the uses of a reference', () => {
  const source = { ...buildReference('L03'), use: '一次告知' };
  const byQuestion = buildLesson('list', [
    { ...buildQuestion({ id: 'q-list' }), source: 'L03第三十二条；次序是本课做法' },
    { ...buildQuestion({ id: 'q-other' }), source: '本课做法' },
  ]);
  const phrase = {
    id: 'ph-list',
    they: '还差什么？',
    busy: '缺这两样。',
    calm: '缺这两样，我写给您。',
    avoid: '墙上有。',
    heard: '别烦我',
    push: '怎么不早说？',
    then: '这回一次说全。',
    aliases: [],
    source: 'L03',
    ifAllowed: false,
  };
  const modules = [
    buildModule('government', [
      { ...buildLesson('lists', [], 'government'), sources: [source] },
      buildLesson('other', [buildQuestion()], 'government'),
    ]),
    buildModule('attitude', [byQuestion, { ...buildLesson('says'), phrases: [phrase] }]),
  ];

  test('are the lessons that list it, and whose questions or phrases cite it, in order', () => {
    const uses = usesOf('L03', modules).map(({ lesson, use, questions, phrases }) => [
      lesson.path,
      use,
      questions.map(({ id }) => id),
      phrases.map(({ id }) => id),
    ]);
    expect(uses).toEqual([
      ['government/lists', '一次告知', [], []],
      ['attitude/list', undefined, ['q-list'], []],
      ['attitude/says', undefined, [], ['ph-list']],
    ]);
  });

  test('are none where only a longer number is cited', () => {
    expect(usesOf('L0', modules)).toEqual([]);
    expect(
      usesOf('L23', [
        buildModule('a', [buildLesson('b', [{ ...buildQuestion(), source: 'L23b' }])]),
      ]),
    ).toEqual([]);
  });
});
