/** A paper respects its blueprint, whatever bank it is drawn from, of one objective or of forty. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BankQuestion, drawPaper } from '../../src/core/quiz/paper.ts';

const SIZE = 20;
const kinds = ['single', 'multiple', 'judge', 'order', 'match', 'fill', 'number'] as const;

/** Questions of one objective; some of them may be 改写, which no paper asks. */
const objectives = fc.record({
  redLine: fc.boolean(),
  questions: fc.array(fc.constantFrom<BankQuestion['kind']>(...kinds, 'rewrite'), {
    minLength: 1,
    maxLength: 6,
  }),
});

const banks: fc.Arbitrary<BankQuestion[]> = fc
  .array(objectives, { maxLength: 40, size: 'max' })
  .map((all) =>
    all.flatMap(({ redLine, questions }, objective) =>
      questions.map((kind, index) => ({
        id: `q-${objective}-${index}`,
        revision: `${index}`,
        kind,
        objective: `objective-${objective}`,
        redLine,
        difficulty: (((objective + index) % 3) + 1) as BankQuestion['difficulty'],
      })),
    ),
  )
  // Authors move questions about.
  .chain((bank) => fc.shuffledSubarray(bank, { minLength: bank.length }));

const seeds = fc.string();
const holds = (law: (bank: readonly BankQuestion[], seed: string) => void) =>
  fc.assert(fc.property(banks, seeds, law), { numRuns: 1000 });

const askable = (bank: readonly BankQuestion[]) => bank.filter(({ kind }) => kind !== 'rewrite');

/** What the blueprint asks of each objective that has anything to ask. */
function sharesOf(bank: readonly BankQuestion[]): Map<string, number> {
  const shares = new Map<string, number>();
  for (const { objective, redLine } of askable(bank)) {
    const there = askable(bank).filter((other) => other.objective === objective).length;
    shares.set(objective, Math.min(redLine ? 2 : 1, there));
  }
  return shares;
}

/** The questions of the bank that a paper asks, in its order. */
function draw(bank: readonly BankQuestion[], seed: string): BankQuestion[] {
  const byId = new Map(bank.map((question) => [question.id, question]));
  return drawPaper(bank, seed).map(({ id, revision }) => {
    const question = byId.get(id);
    if (question?.revision !== revision) throw new Error(`The bank has no ${id}@${revision}`);
    return question;
  });
}

const count = (paper: readonly BankQuestion[], objective: string) =>
  paper.filter((question) => question.objective === objective).length;
const sum = (counts: Iterable<number>) => [...counts].reduce((all, one) => all + one, 0);

describe('a paper of any bank', () => {
  test('asks questions of its bank as they are now, each once, and none to be judged alone', () => {
    holds((bank, seed) => {
      const paper = draw(bank, seed);
      expect(new Set(paper).size).toBe(paper.length);
      expect(paper.map(({ kind }) => kind)).not.toContain('rewrite');
    });
  });

  test('gives every objective its share, and every red line the larger one', () => {
    holds((bank, seed) => {
      const paper = draw(bank, seed);
      for (const [objective, share] of sharesOf(bank)) {
        expect(count(paper, objective)).toBeGreaterThanOrEqual(share);
      }
    });
  });

  test('is as long as the shares together, and twenty at least where there are twenty', () => {
    holds((bank, seed) => {
      const size = Math.max(sum(sharesOf(bank).values()), Math.min(SIZE, askable(bank).length));
      expect(draw(bank, seed)).toHaveLength(size);
    });
  });

  test('gives no objective more than its share where the shares alone make a paper', () => {
    holds((bank, seed) => {
      const shares = sharesOf(bank);
      if (sum(shares.values()) < SIZE) return;
      const paper = draw(bank, seed);
      expect(new Map([...shares.keys()].map((it) => [it, count(paper, it)]))).toEqual(shares);
    });
  });

  test('is the same for the same seed, whatever there is in the bank that it never asks', () => {
    holds((bank, seed) => {
      const before = structuredClone(bank);
      expect(drawPaper(bank, seed)).toEqual(drawPaper(askable(bank), seed));
      expect(bank).toEqual(before);
    });
  });
});

test('the banks of these properties make papers by their shares, filled up, and short of twenty', () => {
  const sizes = fc.sample(banks, 1000).map((bank) => {
    if (sum(sharesOf(bank).values()) > SIZE) return 'by shares';
    return askable(bank).length >= SIZE ? 'filled up' : 'short';
  });
  for (const size of ['by shares', 'filled up', 'short']) {
    expect(sizes.filter((other) => other === size).length).toBeGreaterThan(50);
  }
});
