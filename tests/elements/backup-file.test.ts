import { beforeEach, expect, test, vi } from 'vitest';
import { makeBackup, saveBackupFile } from '../../src/client/backup-file.ts';
import { readBackupTime } from '../../src/client/settings.ts';
import { readBackup } from '../../src/core/record/backup.ts';
import type { AnswerDraft } from '../../src/core/record/event.ts';
import { catchDownloads, type Download } from './downloads.ts';
import { pageStore } from './page-store.ts';

const unsaved = ['a', 'b'].map(
  (option): AnswerDraft => ({
    type: 'answer',
    question: `q-${option}`,
    revision: '00000001',
    sitting: 'attempt',
    answer: [option],
    correct: true,
    sure: true,
  }),
);

let downloads: Download[];
beforeEach(() => {
  downloads = catchDownloads();
});

test('a file has the whole record and every answer that could not be stored', async () => {
  const stored = await pageStore().append({ type: 'read', lesson: 'attitude/waiting' });
  await saveBackupFile(unsaved);
  const { rows } = readBackup((await downloads[0]?.text()) ?? '');
  expect(rows).toEqual([stored, ...unsaved.map((draft) => expect.objectContaining(draft))]);
});

test('answers that could not be stored are in it although the record cannot be read either', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(pageStore(), 'readAll').mockRejectedValue(new Error('no database'));
  await saveBackupFile(unsaved);
  expect(readBackup((await downloads[0]?.text()) ?? '').rows).toMatchObject(unsaved);
});

test('a record that cannot be read makes no empty backup', async () => {
  vi.spyOn(pageStore(), 'readAll').mockRejectedValue(new Error('no database'));
  await expect(saveBackupFile()).rejects.toThrow('no database');
  expect(downloads).toEqual([]);
});

test('a backup counts as made once it was handed out', async () => {
  await makeBackup();
  expect(readBackupTime()).toBe(0);
  await saveBackupFile();
  expect(readBackupTime()).toBeGreaterThan(0);
});
