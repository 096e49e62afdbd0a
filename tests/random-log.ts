/** Random rows as stores and backups hold them, for properties of merging. */
import fc from 'fast-check';
import { type EventDraft, type SealedRow, sealEvent } from '../src/core/record/event.ts';
import { conflictId } from '../src/core/record/merge.ts';

const questions = fc.constantFrom('q-wait', 'q-tell', '__proto__');

/** Something a learner does. */
export const drafts: fc.Arbitrary<EventDraft> = fc.oneof(
  fc.record({
    type: fc.constant('answer' as const),
    question: questions,
    revision: fc.constantFrom('00000001', '00000002'),
    sitting: fc.constantFrom('one', 'two'),
    answer: fc.array(fc.constantFrom('a', 'b', '等10分钟'), { maxLength: 2 }),
    correct: fc.boolean(),
    sure: fc.boolean(),
  }),
  fc.record({ type: fc.constant('read' as const), lesson: fc.constantFrom('a/x', 'a/y') }),
  fc.record({
    type: fc.constant('paper' as const),
    module: fc.constant('a'),
    sitting: fc.constantFrom('one', 'two'),
    questions: fc.array(
      questions.map((id) => `${id}@00000001`),
      { maxLength: 2 },
    ),
  }),
);

/** What only a newer build can read. */
const newer = fc
  .record({ type: fc.constant('survey'), mood: fc.nat(1) })
  .map((draft) => draft as unknown as EventDraft);

/** Few ids, runs and places in them, so that many rows meet. */
const seals = fc.record({
  id: fc.constantFrom('a', 'b', 'c', '__proto__'),
  run: fc.constantFrom('r', 's'),
  seq: fc.integer({ min: 1, max: 3 }),
  at: fc.nat(2),
});

const row: fc.Arbitrary<SealedRow> = fc
  .tuple(fc.oneof({ weight: 4, arbitrary: drafts }, { weight: 1, arbitrary: newer }), seals)
  .map(([draft, seal]) => sealEvent(draft, seal));

/** Rows, and one more that is called as one of them would be if it were kept beside a namesake. */
const pools = fc
  .tuple(fc.array(row, { minLength: 1, maxLength: 8 }), row, fc.nat())
  .map(([rows, { crc: _, ...fields }, pick]) => {
    const id = conflictId(rows[pick % rows.length] as SealedRow);
    return [...rows, sealEvent(fields as unknown as EventDraft, { ...fields, id })];
  });

/**
 * Logs of a few devices: they share rows and runs, have different rows of one id, and rows of types
 * that this build does not know.
 */
export function logs(count: number): fc.Arbitrary<SealedRow[][]> {
  return pools.chain((pool) =>
    fc.tuple(...Array.from({ length: count }, () => fc.array(fc.constantFrom(...pool)))),
  );
}

/** What a disk makes of rows. */
export const damaged: fc.Arbitrary<object[]> = fc.array(
  fc
    .tuple(row, fc.constantFrom('correct', 'lesson', 'at', 'crc'))
    .map(([whole, field]) => ({ ...whole, [field]: 'x' })),
  { maxLength: 3 },
);
