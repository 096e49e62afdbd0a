import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/core/quiz/revision.ts';
import { crc32 } from '../../src/core/record/checksum.ts';
import {
  type EventDraft,
  isEvent,
  isSealed,
  orderEvents,
  readLog,
  sealEvent,
} from '../../src/core/record/event.ts';
import { buildAnswer, buildNewer, buildPaper, buildRead } from '../record-builder.ts';

const text = fc.string({ minLength: 1, unit: 'grapheme' });
const drafts: fc.Arbitrary<EventDraft> = fc.oneof(
  fc.record({
    type: fc.constant('answer' as const),
    question: text,
    revision: text,
    sitting: text,
    answer: fc.array(text),
    correct: fc.boolean(),
    sure: fc.boolean(),
  }),
  fc.record({ type: fc.constant('read' as const), lesson: text }),
  fc.record({
    type: fc.constant('paper' as const),
    module: text,
    sitting: text,
    questions: fc.array(text),
  }),
);
const seals = fc.record({ id: text, run: text, seq: fc.nat(), at: fc.nat() });

/** A row with a checksum that fits, whatever it holds. */
function sealAnything(row: object) {
  return { ...row, crc: crc32(canonicalJson(row)) };
}

describe('a sealed event', () => {
  test('is the draft with its seal, and is read as an event', () => {
    fc.assert(
      fc.property(drafts, seals, (draft, seal) => {
        const event = sealEvent(draft, seal);
        expect(event).toEqual({ ...draft, ...seal, crc: expect.stringMatching(/^[0-9a-f]{8}$/) });
        expect(isEvent(event)).toBe(true);
      }),
    );
  });

  test('is read again after it was written as JSON', () => {
    fc.assert(
      fc.property(drafts, seals, (draft, seal) => {
        expect(isEvent(JSON.parse(JSON.stringify(sealEvent(draft, seal))))).toBe(true);
      }),
    );
  });

  test('is refused as soon as one field holds something else', () => {
    fc.assert(
      fc.property(drafts, seals, fc.nat(), fc.jsonValue(), (draft, seal, pick, other) => {
        const event = sealEvent(draft, seal);
        const [name, value] = Object.entries(event)[pick % Object.keys(event).length] ?? [];
        fc.pre(canonicalJson(other) !== canonicalJson(value));
        expect(isEvent({ ...event, [String(name)]: other })).toBe(false);
      }),
    );
  });

  test('is refused as soon as one field is missing or one is added', () => {
    const event = buildAnswer();
    for (const name of Object.keys(event))
      expect(isEvent({ ...event, [name]: undefined })).toBe(false);
    expect(isEvent({ ...event, added: 1 })).toBe(false);
  });

  test.each([null, undefined, 5, '提交', true, [], [buildAnswer()], {}, new Map()])(
    'is not %o',
    (row) => {
      expect(isEvent(row)).toBe(false);
    },
  );

  test.each<[string, unknown]>([
    ['id', ''],
    ['id', 7],
    ['run', undefined],
    ['seq', 1.5],
    ['seq', '1'],
    ['at', Number.NaN],
    ['at', 8.64e15 + 1],
    ['at', -1e300],
    ['at', '2026-01-05'],
    ['type', 'survey'],
    ['type', undefined],
    ['question', ''],
    ['revision', 1],
    ['sitting', null],
    ['answer', 'b'],
    ['answer', [1]],
    ['answer', ['']],
    ['correct', 'true'],
    ['sure', undefined],
  ])('is refused when its %s is %o, although the checksum fits', (name, value) => {
    const { crc: _, ...fields } = buildAnswer();
    expect(isEvent(sealAnything(fields))).toBe(true);
    expect(isEvent(sealAnything({ ...fields, [name]: value }))).toBe(false);
  });

  test('of 读完了 is refused without its lesson', () => {
    const { crc: _, lesson: __, ...fields } = buildRead('attitude/waiting');
    expect(isEvent(sealAnything(fields))).toBe(false);
  });

  test.each<[string, unknown]>([
    ['module', ''],
    ['sitting', 1],
    ['questions', 'q-wait@00000001'],
    ['questions', [1]],
  ])('of 组卷 is refused when its %s is %o', (name, value) => {
    const { crc: _, ...fields } = buildPaper('attitude', 'attempt', ['q-wait@00000001']);
    expect(isEvent(sealAnything(fields))).toBe(true);
    expect(isEvent(sealAnything({ ...fields, [name]: value }))).toBe(false);
  });
});

describe('a sealed row', () => {
  const { crc: _, ...fields } = buildAnswer();

  test('of a type that this build does not know is sealed, and no event', () => {
    expect(isSealed(buildNewer())).toBe(true);
    expect(isEvent(buildNewer())).toBe(false);
  });

  test.each([
    ['a map', { a: 1 }],
    ['a list of lists', [['b']]],
    ['a list of maps', [{}]],
    ['nothing', null],
  ])('is flat: %s in it is refused before its checksum is taken', (_what, value) => {
    expect(isSealed(sealAnything({ ...fields, more: value }))).toBe(false);
  });

  test('that is nested a hundred thousand deep is refused', () => {
    let deep: unknown = [];
    for (let depth = 0; depth < 1e5; depth += 1) deep = [deep];
    expect(isSealed({ ...buildAnswer(), answer: deep })).toBe(false);
  });
});

test('whatever lies in a database is an event or none, and nothing is thrown', () => {
  const { crc: _, ...fields } = buildAnswer();
  const strange = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
    withNullPrototype: true,
  });
  fc.assert(
    fc.property(strange, fc.constantFrom(...Object.keys(fields), 'more'), (value, name) => {
      expect(isSealed(value)).toBe(false);
      expect(isSealed({ ...fields, [name]: value, crc: '00000000' })).toBe(false);
      expect(isEvent({ ...fields, [name]: [value], crc: '00000000' })).toBe(false);
    }),
  );
});

describe('a log', () => {
  test('holds the readable rows in order and counts the others', () => {
    const [first, second] = [buildAnswer(), buildRead('attitude/waiting')];
    const damaged = { ...buildAnswer(), correct: false };
    const { crc: _, ...fields } = buildAnswer();
    const newer = sealAnything({ ...fields, type: 'survey' });
    const rows = [second, damaged, newer, null, first];
    expect(readLog(rows)).toEqual({ events: [first, second], unread: 3 });
    expect(rows).toEqual([second, damaged, newer, null, first]);
  });

  test('of nothing is empty', () => {
    expect(readLog([])).toEqual({ events: [], unread: 0 });
  });
});

describe('the order of events', () => {
  test('inside a run is that of `seq`, even where the clock jumped back', () => {
    const first = buildAnswer({ seq: 1, at: 9_000 });
    const second = buildAnswer({ seq: 2, at: 1_000 });
    const third = buildAnswer({ seq: 3, at: 5_000 });
    expect(orderEvents([third, second, first])).toEqual([first, second, third]);
  });

  test('between runs is that of time: of two devices, the one that was used last has the last word', () => {
    const phone = [1_000, 4_000].map((at, index) => buildAnswer({ run: 'z', seq: index + 1, at }));
    const desk = [2_000, 3_000].map((at, index) => buildAnswer({ run: 'a', seq: index + 1, at }));
    const [begun, last] = phone;
    expect(orderEvents([...phone, ...desk])).toEqual([begun, ...desk, last]);
  });

  test('between runs does not undo that inside a run whose clock was set back', () => {
    const before = buildAnswer({ run: 'a', seq: 1, at: 2_000 });
    const setBack = buildAnswer({ run: 'a', seq: 2, at: 500 });
    const early = buildAnswer({ run: 'z', seq: 1, at: 1_000 });
    const late = buildAnswer({ run: 'z', seq: 2, at: 3_000 });
    expect(orderEvents([late, setBack, early, before])).toEqual([early, before, setBack, late]);
  });

  const logs = fc.uniqueArray(
    fc
      .record({
        id: fc.constantFrom(...'abcdefgh'),
        run: fc.constantFrom('r', 's', 't'),
        seq: fc.nat(4),
        at: fc.nat(3),
      })
      .map(buildAnswer),
    { selector: ({ id }) => id },
  );

  test('is the same whatever order the store gives', () => {
    const shuffled = logs.chain((log) =>
      fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length })),
    );
    fc.assert(
      fc.property(shuffled, ([log, other]) => {
        const given = [...other];
        expect(orderEvents(other)).toEqual(orderEvents(log));
        expect(other).toEqual(given);
      }),
    );
  });

  test('keeps every event, and each run by `seq`', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const ordered = orderEvents(log);
        expect(new Set(ordered)).toEqual(new Set(log));
        for (const run of new Set(log.map((event) => event.run))) {
          const seqs = ordered.filter((event) => event.run === run).map(({ seq }) => seq);
          expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
        }
      }),
    );
  });
});
