import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CourseBackup } from '../../src/client/elements/course-backup.ts';
import { openSitting } from '../../src/core/quiz/sitting.ts';
import {
  type BackupProblem,
  MOST_BYTES,
  readBackup,
  writeBackup,
} from '../../src/core/record/backup.ts';
import { badBackups, hold } from '../bad-backups.ts';
import { buildAnswer, buildNewer, buildRead } from '../record-builder.ts';
import { catchDownloads, type Download } from './downloads.ts';
import { find, markupOf, part, render, settle, until } from './page.ts';
import { pageStore } from './page-store.ts';

customElements.define('course-backup', CourseBackup);

const markup = markupOf('course/Backup', 'course-backup');
const made = Date.UTC(2026, 0, 5, 4);
const rows = [buildAnswer(), buildAnswer(), buildRead('attitude/waiting')];
const sitting = openSitting('attitude/waiting', 'attempt', []);
const backup = writeBackup({ made, rows, sittings: [sitting] });
const read = { type: 'read', lesson: 'attitude/letter' } as const;

const said = (element: Element, what: 'saved' | 'preview') => part(element, what).textContent ?? '';
const press = (element: Element, action: string) =>
  find(element, `[data-action="${action}"]`).click();
const offersRestore = (element: Element) => !find(element, '[data-action="restore"]').hidden;

/** Pastes a text, as typing does. */
function paste(element: Element, text: string): void {
  const field = part(element, 'code') as HTMLTextAreaElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Chooses a file. */
function choose(element: Element, file: Pick<File, 'size' | 'text'>): void {
  const field = part(element, 'file');
  Object.defineProperty(field, 'files', { configurable: true, value: [file] });
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
const fileOf = (text: string) => ({ size: text.length, text: vi.fn(async () => text) });

/** Opens the page, asks what is in a pasted text, and gives the answer. */
async function preview(text: string): Promise<{ element: HTMLElement; said: string }> {
  const element = render(markup);
  paste(element, text);
  press(element, 'preview');
  await until(() => expect(said(element, 'preview')).not.toBe(''));
  return { element, said: said(element, 'preview') };
}

/** Restores a pasted text and gives what is said then. */
async function restore(text: string): Promise<string> {
  const { element } = await preview(text);
  const before = said(element, 'preview');
  press(element, 'restore');
  await until(() => expect(said(element, 'preview')).not.toBe(before));
  return said(element, 'preview');
}

afterEach(() => {
  vi.useRealTimers();
});

test('the element shows itself once it works', () => {
  expect(render(markup).hidden).toBe(false);
});

describe('a record', () => {
  let downloads: Download[];
  beforeEach(() => {
    downloads = catchDownloads();
  });

  test('is saved as a file that is named by the day and holds everything', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(new Date(2026, 0, 5, 23, 30).getTime());
    const event = await pageStore().append(read);
    await pageStore().putSitting(sitting);
    const element = render(markup);
    press(element, 'file');
    await until(() => expect(said(element, 'saved')).toBe('备份文件存好了，放到你找得到的地方。'));
    expect(downloads.map(({ name }) => name)).toEqual(['窗口学堂备份-2026-01-05.json']);
    expect(readBackup((await downloads[0]?.text()) ?? '')).toEqual({
      made: Date.now(),
      rows: [event],
      sittings: [sitting],
    });
  });

  test('is copied as a code', async () => {
    const writeText = vi.fn(async (_text: string) => undefined);
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    const event = await pageStore().append(read);
    const element = render(markup);
    press(element, 'copy');
    await until(() => expect(said(element, 'saved')).toContain('备份码复制好了'));
    expect(readBackup(writeText.mock.calls[0]?.[0] ?? '').rows).toEqual([event]);
  });

  test('that cannot be copied is to be saved as a file', async () => {
    vi.stubGlobal('navigator', {});
    Object.assign(document, { execCommand: () => false });
    const element = render(markup);
    press(element, 'copy');
    await until(() => expect(said(element, 'saved')).toBe('这里不让复制，请改用存成文件。'));
  });
});

describe('a backup', () => {
  test('is first looked into: what is new, what is known, and nothing changes', async () => {
    await pageStore().merge({ rows: rows.slice(0, 1), sittings: [] });
    const before = await pageStore().readAll();
    const { element, said } = await preview(backup);
    expect(said).toBe(
      '2026/1/5存的备份，共3条记录：新的2条，这台设备已有1条。合进来以后，现有的一条也不会少。',
    );
    expect(offersRestore(element)).toBe(true);
    await settle();
    expect(await pageStore().readAll()).toEqual(before);
  });

  test('is read from a file', async () => {
    const element = render(markup);
    choose(element, fileOf(backup));
    press(element, 'preview');
    await until(() => expect(said(element, 'preview')).toContain('共3条记录'));
  });

  test('that comes late does not stand for what was chosen since', async () => {
    const element = render(markup);
    const slow = Promise.withResolvers<string>();
    choose(element, { size: backup.length, text: () => slow.promise });
    press(element, 'preview');
    choose(element, fileOf('not a backup'));
    press(element, 'preview');
    await until(() => expect(said(element, 'preview')).toContain('这不是窗口学堂的备份'));
    slow.resolve(backup);
    await settle();
    expect(said(element, 'preview')).toContain('这不是窗口学堂的备份');
    expect(offersRestore(element)).toBe(false);
  });

  test('is read from what was pasted, where both are there', async () => {
    const element = render(markup);
    const file = fileOf('something else');
    choose(element, file);
    paste(element, ` ${backup}\n`);
    press(element, 'preview');
    await until(() => expect(said(element, 'preview')).toContain('共3条记录'));
    expect(file.text).not.toHaveBeenCalled();
  });

  test('is merged with what is here, and says how much came', async () => {
    const mine = await pageStore().append(read);
    expect(await restore(backup)).toBe('合好了，新增3条。重新打开这一页就能看到。');
    const all = await pageStore().readAll();
    expect(new Set(all.rows)).toEqual(new Set([mine, ...rows]));
    expect(all.sittings).toEqual([sitting]);
  });

  test('counts a row that differs under one id as new, and keeps both', async () => {
    const [known] = rows;
    const other = buildRead('attitude/visible', known ? { id: known.id } : {});
    await pageStore().merge({ rows: [other], sittings: [] });
    expect((await preview(backup)).said).toContain('新的3条');
    expect(await restore(backup)).toContain('新增3条');
    expect((await pageStore().readAll()).rows).toHaveLength(4);
  });

  test('in which two rows have one id brings both', async () => {
    const twins = [buildRead('attitude/a', { id: 'x' }), buildRead('attitude/b', { id: 'x' })];
    expect(await restore(hold({ rows: twins }))).toContain('新增2条');
    expect(new Set((await pageStore().readAll()).rows)).toEqual(new Set(twins));
  });

  test('in which one row stands twice brings it once', async () => {
    const [row] = rows;
    expect(await restore(hold({ rows: [row, row] }))).toContain('新增1条');
    expect((await pageStore().readAll()).rows).toEqual([row]);
  });

  test('has rows that only a newer build can read: they come too, and stay unread', async () => {
    const newer = buildNewer();
    expect(await restore(hold({ rows: [newer] }))).toContain('新增1条');
    expect(await pageStore().readLog()).toEqual({ events: [], unread: 1 });
    expect((await pageStore().readAll()).rows).toEqual([newer]);
  });

  test('that has nothing new is not merged', async () => {
    await pageStore().merge({ rows, sittings: [] });
    const { element, said } = await preview(writeBackup({ made, rows, sittings: [] }));
    expect(said).toContain('新的0条，这台设备已有3条。没有要合的。');
    expect(offersRestore(element)).toBe(false);
  });

  test('that has a sitting only is merged for it', async () => {
    const { element } = await preview(writeBackup({ made, rows: [], sittings: [sitting] }));
    expect(offersRestore(element)).toBe(true);
    press(element, 'restore');
    await until(async () => expect(await pageStore().getSitting(sitting.id)).toEqual(sitting));
  });

  test('cannot be merged any more once the text was changed', async () => {
    const { element } = await preview(backup);
    paste(element, 'something else');
    expect(offersRestore(element)).toBe(false);
    expect(said(element, 'preview')).toBe('');
    press(element, 'restore');
    await settle();
    expect((await pageStore().readAll()).rows).toEqual([]);
  });

  test('that was merged is not merged twice', async () => {
    const { element } = await preview(backup);
    const merge = vi.spyOn(pageStore(), 'merge');
    press(element, 'restore');
    press(element, 'restore');
    await until(() => expect(said(element, 'preview')).toContain('合好了，新增3条'));
    expect(offersRestore(element)).toBe(false);
    press(element, 'restore');
    await settle();
    expect(merge).toHaveBeenCalledTimes(1);
    expect(said(element, 'preview')).toContain('新增3条');
  });

  test('that could not be merged is said so, changes nothing, and can be tried again', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.spyOn(pageStore(), 'merge').mockRejectedValueOnce(new Error('The disk is full'));
    const { element } = await preview(backup);
    press(element, 'restore');
    await until(() => expect(said(element, 'preview')).toContain('没有合成'));
    expect((await pageStore().readAll()).rows).toEqual([]);
    press(element, 'restore');
    await until(() => expect(said(element, 'preview')).toContain('合好了，新增3条'));
  });
});

describe('what is not restored is said why, and nothing changes', () => {
  const reasons: Record<BackupProblem, string> = {
    'too-large': '这份东西超过32兆，不像备份，没有读。',
    'not-a-backup': '这不是窗口学堂的备份。请选当时存下的文件，或者把备份码从头到尾粘贴进来。',
    'newer-version': '这份备份是更新的版本存的。先联网把本站更新到新版本，再恢复。',
    'older-version': '这份备份的格式太旧，本站读不了。请换一份新些的。',
    damaged: '这份备份不完整：少了一截，或者中间被改过。请重新复制一次，或者换一份。',
    'malformed-rows': '这份备份里有读不懂的记录，可能被改过。请换一份。',
  };

  test.each(badBackups)('$what', async ({ text, problem }) => {
    await pageStore().append(read);
    const before = await pageStore().readAll();
    const element = render(markup);
    choose(element, fileOf(text));
    press(element, 'preview');
    await until(() => expect(said(element, 'preview')).not.toBe(''));
    expect(said(element, 'preview')).toBe(`${reasons[problem]}这台设备上的记录没有动。`);
    expect(offersRestore(element)).toBe(false);
    press(element, 'restore');
    await settle();
    expect(await pageStore().readAll()).toEqual(before);
  });

  test.each([
    ['a code that was cut off', backup.slice(0, -20), 'damaged'],
    ['a code of rows that are none', hold({ rows: [{}] }), 'malformed-rows'],
  ] as const)('%s, pasted', async (_what, text, problem) => {
    await pageStore().append(read);
    const before = await pageStore().readAll();
    const { element, said } = await preview(text);
    expect(said).toBe(`${reasons[problem]}这台设备上的记录没有动。`);
    expect(offersRestore(element)).toBe(false);
    press(element, 'restore');
    await settle();
    expect(await pageStore().readAll()).toEqual(before);
  });

  test('a file that is too large, before a byte of it is read', async () => {
    const element = render(markup);
    const file = { size: MOST_BYTES + 1, text: vi.fn(async () => backup) };
    choose(element, file);
    press(element, 'preview');
    await until(() => expect(said(element, 'preview')).toContain('超过32兆'));
    expect(file.text).not.toHaveBeenCalled();
  });

  test('a code that is too large', async () => {
    const { said } = await preview(backup + ' '.repeat(MOST_BYTES));
    expect(said).toContain('超过32兆');
  });

  test('a file that cannot be read any more', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const element = render(markup);
    const text = vi.fn(async () => {
      throw new DOMException('It was moved meanwhile', 'NotReadableError');
    });
    choose(element, { size: 5, text });
    press(element, 'preview');
    await until(() =>
      expect(said(element, 'preview')).toBe(
        '没有读成，文件可能被移走了。请重新选一次。这台设备上的记录没有动。',
      ),
    );
    expect(offersRestore(element)).toBe(false);
  });

  test('a bad one after a good one', async () => {
    const { element } = await preview(backup);
    expect(offersRestore(element)).toBe(true);
    paste(element, backup.slice(0, 50));
    press(element, 'preview');
    await until(() => expect(said(element, 'preview')).toContain('这份备份不完整'));
    expect(offersRestore(element)).toBe(false);
  });
});
