import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BankQuestion, bankOf, drawPaper, type TestData } from '../../src/core/quiz/paper.ts';

/** A bank in which `tell: 3` are three questions of the objective tell; `!tell` is a red line. */
function buildBank(objectives: Record<string, number>): BankQuestion[] {
  return Object.entries(objectives).flatMap(([name, size]) =>
    Array.from({ length: size }, (_, index) => ({
      id: `${name}-${index}`,
      revision: `${index}`,
      kind: 'single' as const,
      objective: name,
      redLine: name.startsWith('!'),
      difficulty: 2 as const,
    })),
  );
}

const banks = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd', '!e', '!f', '!g'), fc.integer({ min: 1, max: 9 }))
  .map(buildBank)
  .chain((bank) =>
    fc.tuple(
      ...bank.map((question) =>
        fc
          .record({
            kind: fc.constantFrom<BankQuestion['kind']>('single', 'match', 'rewrite'),
            difficulty: fc.constantFrom<BankQuestion['difficulty']>(1, 2, 3),
          })
          .map((drawn) => ({ ...question, ...drawn })),
      ),
    ),
  );
const seeds = fc.string();
const askable = (bank: readonly BankQuestion[]) => bank.filter(({ kind }) => kind !== 'rewrite');

/** How many questions of each objective a paper has. */
function count(bank: readonly BankQuestion[], seed = 'seed'): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { id } of drawPaper(bank, seed)) {
    const objective = bank.find((question) => question.id === id)?.objective ?? '';
    counts.set(objective, (counts.get(objective) ?? 0) + 1);
  }
  return counts;
}

describe('a paper', () => {
  test('has questions of its bank, each once, with their revisions and nothing more', () => {
    fc.assert(
      fc.property(banks, seeds, (bank, seed) => {
        const paper = drawPaper(bank, seed);
        const cards = askable(bank).map(({ id, revision }) => ({ id, revision }));
        expect(cards).toEqual(expect.arrayContaining(paper));
        expect(new Set(paper.map(({ id }) => id)).size).toBe(paper.length);
      }),
    );
  });

  test('has a question of each objective, and two of each red line where there are two', () => {
    fc.assert(
      fc.property(banks, seeds, (bank, seed) => {
        const counts = count(bank, seed);
        for (const { objective, redLine } of askable(bank)) {
          const there = askable(bank).filter((other) => other.objective === objective).length;
          const share = Math.min(redLine ? 2 : 1, there);
          expect(counts.get(objective)).toBeGreaterThanOrEqual(share);
        }
      }),
    );
  });

  test('has twenty questions, or as many as there are', () => {
    fc.assert(
      fc.property(banks, seeds, (bank, seed) => {
        // At most seven objectives: their shares alone never make twenty.
        expect(drawPaper(bank, seed)).toHaveLength(Math.min(20, askable(bank).length));
      }),
    );
  });

  test('has more than twenty where the objectives ask for more', () => {
    const objectives = Array.from({ length: 12 }, (_, index) => [`!${index}`, 3] as const);
    const counts = count(buildBank(Object.fromEntries(objectives)));
    expect([...counts.values()]).toEqual(Array(12).fill(2));
  });

  test('has easy and hard questions in the proportion of its bank', () => {
    const mix = { 1: 9, 2: 15, 3: 6 } as const;
    const bank = buildBank({ a: 30 }).map((card, index) => ({
      ...card,
      difficulty: (index < mix[1] ? 1 : index < mix[1] + mix[2] ? 2 : 3) as 1 | 2 | 3,
    }));
    fc.assert(
      fc.property(seeds, (seed) => {
        const drawn = drawPaper(bank, seed).map(({ id }) => bank.find((card) => card.id === id));
        const of = (wanted: number) => drawn.filter((card) => card?.difficulty === wanted).length;
        expect([of(1), of(2), of(3)]).toEqual([6, 10, 4]);
      }),
    );
  });

  test('is never off that proportion by more than one where the objectives leave it free', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<BankQuestion['difficulty']>(1, 2, 3), { minLength: 21 }),
        seeds,
        (difficulties, seed) => {
          const bank = difficulties.map((difficulty, index) => ({
            ...(buildBank({ a: 1 })[0] as BankQuestion),
            id: `a-${index}`,
            difficulty,
          }));
          const drawn = drawPaper(bank, seed).map(({ id }) => bank.find((card) => card.id === id));
          for (const wanted of [1, 2, 3]) {
            const share = difficulties.filter((it) => it === wanted).length / difficulties.length;
            const there = drawn.filter((card) => card?.difficulty === wanted).length;
            expect(Math.abs(there - share * drawn.length)).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  test('never asks for one’s own sentence', () => {
    const own = buildBank({ a: 3 }).map((card) => ({ ...card, kind: 'rewrite' as const }));
    expect(drawPaper(own, 'seed')).toEqual([]);
    expect(drawPaper([], 'seed')).toEqual([]);
  });

  test('is the same for the same bank and seed, and leaves the bank as it was', () => {
    fc.assert(
      fc.property(banks, seeds, (bank, seed) => {
        const before = structuredClone(bank);
        expect(drawPaper(bank, seed)).toEqual(drawPaper(structuredClone(bank), seed));
        expect(bank).toEqual(before);
      }),
    );
  });

  test('is another one for another seed', () => {
    const bank = buildBank({ a: 20, b: 20 });
    const papers = new Set(
      Array.from({ length: 20 }, (_, seed) => JSON.stringify(drawPaper(bank, `${seed}`))),
    );
    expect(papers.size).toBe(20);
  });

  test('does not ask the questions of one objective in a row', () => {
    const bank = buildBank({ a: 8, '!b': 2 });
    const apart = Array.from({ length: 50 }, (_, seed) => {
      const places = drawPaper(bank, `${seed}`).flatMap(({ id }, place) =>
        id.startsWith('!b') ? place : [],
      );
      return Math.abs((places[0] ?? 0) - (places[1] ?? 0));
    });
    expect(new Set(apart).size).toBeGreaterThan(5);
  });

  test('asks every question of a bank sooner or later, and none in a fixed place', () => {
    const bank = buildBank({ a: 30, '!b': 5 });
    const papers = Array.from({ length: 200 }, (_, seed) => drawPaper(bank, `attempt-${seed}`));
    const asked = new Set(papers.flatMap((paper) => paper.map(({ id }) => id)));
    expect(asked.size).toBe(bank.length);
    expect(new Set(papers.map(([first]) => first?.id)).size).toBeGreaterThan(10);
  });
});

describe('the bank of a test', () => {
  const asked = (id: string, objective: string) =>
    ({ id, objective, kind: 'single', difficulty: 2 }) as const;
  const attitude: TestData = {
    id: 'attitude',
    passMark: 80,
    redLines: ['greet'],
    lessons: [
      { id: 'one', questions: [asked('q1', 'tell')] },
      { id: 'two', questions: [asked('q2', 'greet')] },
    ],
  };

  test('is what it asks, at the revisions that its lessons have now', () => {
    const revisions = new Map([
      ['q1', 'aa'],
      ['q2', 'bb'],
      ['q3', 'cc'],
    ]);
    expect(bankOf(attitude, (id) => revisions.get(id))).toEqual([
      { ...asked('q1', 'tell'), revision: 'aa', redLine: false },
      { ...asked('q2', 'greet'), revision: 'bb', redLine: true },
    ]);
  });

  test('lacks what its lessons do not have', () => {
    expect(bankOf(attitude, (id) => (id === 'q2' ? 'bb' : undefined)).map(({ id }) => id)).toEqual([
      'q2',
    ]);
  });
});
