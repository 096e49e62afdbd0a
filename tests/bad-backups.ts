/**
 * Texts that are handed in as backups and are none: damaged, cut off, of other versions, hostile.
 * Each has one reason, in core and on the page.
 */
import { openSitting, select } from '../src/core/quiz/sitting.ts';
import { type Backup, type BackupProblem, writeBackup } from '../src/core/record/backup.ts';
import { crc32 } from '../src/core/record/checksum.ts';
import type { SealedRow } from '../src/core/record/event.ts';
import { buildAnswer, buildPaper, buildRead } from './record-builder.ts';

const rows: SealedRow[] = [
  buildAnswer({ answer: ['b', '读卡器坏了，“等10分钟”。'] }),
  buildPaper('attitude', 'attempt', ['q-wait@00000001']),
  buildRead('attitude/waiting'),
];
const drawn = [{ id: 'q-wait', revision: '00000001' }];
const sitting = select(openSitting('attitude/waiting', 'attempt', drawn), 'q-wait', ['b']);

/** A whole one, with rows of every type and a sitting. */
export const backup: Backup = { made: 1_700_000_000_000, rows, sittings: [sitting] };
export const text = writeBackup(backup);

/** A backup whose checksum fits, whatever it holds. */
export function envelop(payload: string, changes: object = {}): string {
  const envelope = {
    format: 'window-course-backup',
    version: 1,
    checksum: crc32(payload),
    payload,
  };
  return JSON.stringify({ ...envelope, ...changes });
}

/** The whole one with something else in it. */
export const hold = (changes: object) => envelop(JSON.stringify({ ...backup, ...changes }));

const writtenAt = (at: number) => hold({ rows: [buildRead('attitude/waiting', { at })] });
const deep = '['.repeat(1e5) + ']'.repeat(1e5);
/** The text of a row or sitting, with one field more. */
const withField = (value: unknown, field: string) =>
  JSON.stringify(value).replace('{', `{${field},`);

const { crc: _, ...unsealed } = buildRead('attitude/waiting');

/** What is wrong -> what it is -> the text. */
const refused: Record<Exclude<BackupProblem, 'too-large'>, Record<string, string>> = {
  'not-a-backup': {
    nothing: '',
    'a million blanks': ' '.repeat(1e6),
    words: '我的备份',
    'a number': '5',
    null: 'null',
    'a list': `[${text}]`,
    'one whose beginning is missing': text.slice(20),
    'a file of something else': '{"files":{}}',
    'another format': envelop('{}', { format: 'other' }),
    'a format that is inherited': '{"__proto__":{"format":"window-course-backup"}}',
    'no version': envelop('{}', { version: undefined }),
    'a version in words': envelop('{}', { version: '1' }),
    'lists a hundred thousand deep': deep,
  },
  'newer-version': {
    'a newer version': hold({}).replace('"version":1', '"version":2'),
    'a version that is not out yet': envelop('{}', { version: 1.5 }),
  },
  'older-version': {
    'a version before the first': hold({}).replace('"version":1', '"version":0'),
    'a version below nought': envelop('{}', { version: -1 }),
  },
  damaged: {
    'two backups in one': text + text,
    'one that was cut off': text.slice(0, -20),
    'one letter that is another': text.replace('q-wait', 'q-wart'),
    'another checksum': envelop('{}', { checksum: '00000000' }),
    'no checksum': envelop('{}', { checksum: undefined }),
    'no payload': envelop('{}', { payload: undefined }),
    'a payload that is no text': envelop('{}', { payload: { rows: [] } }),
  },
  'malformed-rows': {
    'a payload that is no JSON': envelop('{rows'),
    'a payload of a list': envelop('[]'),
    'a payload of nothing': envelop('null'),
    'a payload that is inherited': envelop('{"__proto__":{"made":1,"rows":[],"sittings":[]}}'),
    'no date': hold({ made: undefined }),
    'a date that is no number': hold({ made: '2026-01-05' }),
    'a date of NaN': hold({ made: Number.NaN }),
    'a date beyond all numbers': envelop('{"made":1e999,"rows":[],"sittings":[]}'),
    'a date beyond the calendar': hold({ made: Number.MAX_SAFE_INTEGER }),
    'no rows': hold({ rows: undefined }),
    'rows that are no list': hold({ rows: { length: 9 } }),
    'a row that is null': hold({ rows: [null] }),
    'a row without a seal': hold({ rows: [unsealed] }),
    'a row with a wrong checksum': hold({ rows: [{ ...rows[0], correct: false }] }),
    'one bad row after good ones': hold({ rows: [...rows, {}] }),
    'a row written at NaN': writtenAt(Number.NaN),
    'a row written beyond all numbers': writtenAt(Number.POSITIVE_INFINITY),
    'a row written beyond the calendar': writtenAt(1e300),
    'a row written before the calendar': writtenAt(-Number.MAX_SAFE_INTEGER),
    'a row with a prototype': envelop(
      `{"made":1,"rows":[${withField(rows[2], '"__proto__":{"polluted":true}')}],"sittings":[]}`,
    ),
    'no sittings': hold({ sittings: undefined }),
    'sittings that are no list': hold({ sittings: 'none' }),
    'a sitting that is null': hold({ sittings: [null] }),
    'a sitting without questions': hold({ sittings: [{ ...sitting, questions: undefined }] }),
    'a sitting with a mad selection': hold({
      sittings: [{ ...sitting, selections: { q: [{}] } }],
    }),
    'a payload a hundred thousand deep': envelop(deep),
    'rows a hundred thousand deep': envelop(`{"made":1,"rows":[${deep}],"sittings":[]}`),
    'an answer a hundred thousand deep': envelop(
      `{"made":1,"rows":[${JSON.stringify(rows[0]).replace('["b"', `[${deep}`)}],"sittings":[]}`,
    ),
    'a sitting with more in it, a hundred thousand deep': envelop(
      `{"made":1,"rows":[],"sittings":[${withField(sitting, `"more":${deep}`)}]}`,
    ),
  },
};

/** Every text that is refused, with what it is and what is wrong with it. */
export const badBackups = Object.entries(refused).flatMap(([problem, texts]) =>
  Object.entries(texts).map(([what, text]) => ({
    what,
    text,
    problem: problem as BackupProblem,
  })),
);
