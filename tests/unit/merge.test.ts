import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/core/quiz/revision.ts';
import { readLog, type SealedRow } from '../../src/core/record/event.ts';
import { keptBeside, planMerge, sealedRows } from '../../src/core/record/merge.ts';
import { damaged, logs } from '../random-log.ts';
import { buildAnswer, buildRead } from '../record-builder.ts';

const RUNS = { numRuns: 2000 };

/** What lies in a store after a merge, whatever lay there before. */
function merged(stored: readonly unknown[], incoming: readonly SealedRow[]): unknown[] {
  const { added, conflicts } = planMerge(sealedRows(stored), incoming);
  return [...stored, ...added, ...conflicts.map(keptBeside)];
}

/** Everything that can be read of a store, each row once, in an order of its own. */
const contents = (stored: readonly unknown[]) =>
  [...new Set(sealedRows(stored).map(canonicalJson))].sort();

describe('merging', () => {
  test('has every row of both sides, each content once', () => {
    fc.assert(
      fc.property(logs(2), ([here = [], there = []]) => {
        const both = merged(merged([], here), there);
        expect(contents(both)).toEqual(contents([...here, ...there]));
        expect(both).toHaveLength(contents(both).length);
      }),
      RUNS,
    );
  });

  test('is idempotent: with itself, or the same again, it adds nothing', () => {
    fc.assert(
      fc.property(logs(2), damaged, ([here = [], there = []], rot) => {
        const once = merged(merged(rot, here), there);
        expect(merged(once, there)).toEqual(once);
        expect(merged(once, sealedRows(once))).toEqual(once);
        expect(planMerge(sealedRows(once), there)).toEqual({
          added: [],
          known: there.length,
          conflicts: [],
        });
      }),
      RUNS,
    );
  });

  test('is commutative: two backups come to the same in either order', () => {
    fc.assert(
      fc.property(logs(2), damaged, ([one = [], two = []], rot) => {
        const forth = merged(merged(rot, one), two);
        const back = merged(merged(rot, two), one);
        expect(contents(forth)).toEqual(contents(back));
      }),
      RUNS,
    );
  });

  test('is associative: it does not matter which of three devices met first', () => {
    fc.assert(
      fc.property(logs(3), damaged, ([one = [], two = [], three = []], rot) => {
        const store = merged(rot, one);
        const left = merged(merged(store, two), three);
        const right = merged(store, sealedRows(merged(merged([], two), three)));
        expect(contents(left)).toEqual(contents(right));
      }),
      RUNS,
    );
  });

  test('leaves what it cannot read where it lies, as it is', () => {
    fc.assert(
      fc.property(logs(1), damaged, ([incoming = []], rot) => {
        const before = structuredClone(rot);
        expect(merged(rot, incoming).slice(0, rot.length)).toEqual(before);
      }),
      RUNS,
    );
  });

  test('reads the same on every device where no two rows share an id', () => {
    fc.assert(
      fc.property(logs(2), ([one = [], two = []]) => {
        const known = new Map([...one, ...two].map((row) => [row.id, row.crc]));
        fc.pre([...one, ...two].every(({ id, crc }) => known.get(id) === crc));
        expect(readLog(merged(merged([], one), two))).toEqual(
          readLog(merged(merged([], two), one)),
        );
      }),
    );
  });

  test('counts every incoming row as new, known or a conflict', () => {
    fc.assert(
      fc.property(logs(2), ([here = [], there = []]) => {
        const { added, known, conflicts } = planMerge(sealedRows(merged([], here)), there);
        expect(added.length + known + conflicts.length).toBe(there.length);
        expect(new Set(added.map(({ id }) => id)).size).toBe(added.length);
      }),
    );
  });

  test('leaves both lists as they were', () => {
    const [here, there] = [[buildAnswer()], [buildAnswer(), buildAnswer()]];
    const before = structuredClone([here, there]);
    planMerge(here, there);
    expect([here, there]).toEqual(before);
  });
});

describe('two rows of one id', () => {
  const mine = buildRead('attitude/waiting', { id: 'x' });
  const other = buildRead('attitude/visible', { id: 'x' });

  test('are a conflict, and the one that is here stays', () => {
    expect(planMerge([mine], [other])).toEqual({ added: [], known: 0, conflicts: [other] });
  });

  test('are a conflict also inside one backup', () => {
    expect(planMerge([], [mine, other])).toEqual({ added: [mine], known: 0, conflicts: [other] });
  });

  test('are kept once, however often they come', () => {
    expect(planMerge([mine], [other, other])).toEqual({ added: [], known: 1, conflicts: [other] });
    expect(planMerge([mine, other], [other, mine])).toMatchObject({ known: 2, conflicts: [] });
  });

  test('lie under two ids, and both come out again', () => {
    const kept = keptBeside(other);
    expect(kept.id).not.toBe(mine.id);
    expect(sealedRows([mine, kept])).toEqual([mine, other]);
  });
});

test('sealed rows are picked out of whatever a store holds', () => {
  const row = buildAnswer();
  const damaged = { ...row, correct: false };
  expect(
    sealedRows([null, 5, [], {}, damaged, keptBeside(damaged), { conflict: null }, row]),
  ).toEqual([row]);
});
