import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sitting } from '../../src/core/quiz/sitting.ts';
import {
  BackupError,
  type BackupProblem,
  readBackup,
  writeBackup,
} from '../../src/core/record/backup.ts';
import { sealEvent } from '../../src/core/record/event.ts';
import { backup, badBackups, envelop, hold, text } from '../bad-backups.ts';
import { buildAnswer, buildNewer, buildRead } from '../record-builder.ts';

/** What is wrong with a text. */
function problemOf(text: string): BackupProblem | undefined {
  try {
    readBackup(text);
    return undefined;
  } catch (error) {
    if (error instanceof BackupError) return error.problem;
    throw error;
  }
}

const texts = fc.string({ minLength: 1, unit: 'grapheme' });
const rowsOfAnyKind = fc.array(
  fc
    .record({ id: texts, run: texts, seq: fc.nat(), at: fc.nat(), lesson: texts })
    .map(({ lesson, ...seal }) => sealEvent({ type: 'read', lesson }, seal)),
);
const sittings: fc.Arbitrary<Sitting[]> = fc.array(
  fc.record({
    id: texts,
    attempt: texts,
    questions: fc.array(fc.record({ id: texts, revision: texts })),
    selections: fc.dictionary(texts, fc.array(fc.string())),
    position: fc.nat(),
    partial: fc.boolean(),
  }),
);

describe('a backup', () => {
  test('gives back what it was made of', () => {
    fc.assert(
      fc.property(fc.nat(), rowsOfAnyKind, sittings, (made, rows, sittings) => {
        const read = readBackup(writeBackup({ made, rows, sittings }));
        // Through JSON, which has no `-0` and no prototypes.
        expect(read).toEqual(JSON.parse(JSON.stringify({ made, rows, sittings })));
      }),
    );
  });

  test('is one line of text, which may have white space around it', () => {
    expect(text).not.toContain('\n');
    expect(readBackup(`\uFEFF\n ${text}\r\n`)).toEqual(backup);
  });

  test('of a record of years can be read again', () => {
    const rows = Array.from({ length: 20_000 }, (_, seq) => buildAnswer({ seq }));
    expect(readBackup(writeBackup({ made: 1, rows, sittings: [] })).rows).toHaveLength(20_000);
  });

  test('of nothing is one too', () => {
    const empty = { made: 1, rows: [], sittings: [] };
    expect(readBackup(writeBackup(empty))).toEqual(empty);
  });

  test('has rows of a type that this build does not know', () => {
    const newer = buildNewer();
    expect(readBackup(hold({ rows: [newer] })).rows).toEqual([newer]);
  });

  test('has two rows of one id where two were written: merging tells them apart', () => {
    const twice = [
      buildRead('attitude/waiting', { id: 'x' }),
      buildRead('attitude/visible', { id: 'x' }),
    ];
    expect(readBackup(hold({ rows: twice })).rows).toEqual(twice);
  });
});

describe('a backup that was cut off', () => {
  test('is refused, wherever that was', () => {
    const name = '{"format":"window-course-backup"'.length;
    for (let length = 0; length < name; length += 10) {
      expect(problemOf(text.slice(0, length))).toBe('not-a-backup');
    }
    for (let length = name; length < text.length; length += 1) {
      expect(problemOf(text.slice(0, length))).toBe('damaged');
    }
  });

  test('at its beginning is refused too', () => {
    for (let from = 1; from < text.length; from += 10) {
      expect(problemOf(text.slice(from))).toBeDefined();
    }
  });
});

describe('a backup in which one character was changed', () => {
  const read = (text: string) => {
    try {
      return readBackup(text);
    } catch (error) {
      if (error instanceof BackupError) return error.problem;
      throw error;
    }
  };

  test('is refused or says the same, wherever that was', () => {
    const problems: string[] = ['not-a-backup', 'newer-version', 'older-version', 'damaged'];
    for (let at = 0; at < text.length; at += 1) {
      for (const other of ['0', '9', '"', '}', '啊']) {
        if (text[at] === other) continue;
        const outcome = read(text.slice(0, at) + other + text.slice(at + 1));
        if (typeof outcome === 'string') expect(problems).toContain(outcome);
        else expect(outcome).toEqual(backup);
      }
    }
  });

  test('or left out, or doubled, is refused or says the same', () => {
    for (let at = 0; at < text.length; at += 1) {
      const [before, after] = [text.slice(0, at), text.slice(at + 1)];
      for (const changed of [before + after, before + text[at] + text[at] + after]) {
        const outcome = read(changed);
        if (typeof outcome !== 'string') expect(outcome).toEqual(backup);
      }
    }
  });
});

describe('a text is refused with what is wrong with it', () => {
  test.each(badBackups)('$what: $problem', ({ text, problem }) => {
    expect(problemOf(text)).toBe(problem);
  });
});

describe('a hostile backup', () => {
  test('with fields that are called __proto__ changes no prototype', () => {
    const [sitting] = backup.sittings;
    const place = JSON.stringify(sitting).replace(
      '"selections":{',
      '"selections":{"__proto__":["b"],',
    );
    const read = readBackup(envelop(`{"made":1,"rows":[],"sittings":[${place}]}`));
    expect(Object.keys(read.sittings[0]?.selections ?? {})).toContain('__proto__');
    for (const { text } of badBackups) problemOf(text);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('of any JSON is refused with a problem, and nothing else is thrown', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(problemOf(JSON.stringify(value))).toBe('not-a-backup');
        expect(problemOf(envelop(JSON.stringify(value)))).toBe('malformed-rows');
      }),
    );
  });
});
