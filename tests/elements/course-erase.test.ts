import { beforeEach, describe, expect, test, vi } from 'vitest';
import { CourseErase } from '../../src/client/elements/course-erase.ts';
import { eraseRecord } from '../../src/client/store/erase.ts';
import { readBackup } from '../../src/core/record/backup.ts';
import { catchDownloads, type Download } from './downloads.ts';
import { expectFocus, find, markupOf, part, render, until } from './page.ts';
import { pageStore } from './page-store.ts';

vi.mock('../../src/client/store/erase.ts', () => ({ eraseRecord: vi.fn(async () => undefined) }));
customElements.define('course-erase', CourseErase);

const markup = markupOf('../pages/privacy', 'course-erase');
const press = (element: Element, action: string) =>
  find(element, `[data-action="${action}"]`).click();
const done = (element: Element) => part(element, 'done').textContent;

let downloads: Download[];
beforeEach(() => {
  downloads = catchDownloads();
  vi.mocked(eraseRecord).mockReset().mockResolvedValue(undefined);
});

/** Opens the page and asks to erase; the question is there. */
async function ask(): Promise<HTMLElement> {
  const element = render(markup);
  press(element, 'ask');
  await until(() => expect(part(element, 'confirm').hidden).toBe(false));
  return element;
}

describe('asking to erase', () => {
  test('saves a backup first, then asks, with the focus on the answer', async () => {
    const event = await pageStore().append({ type: 'read', lesson: 'attitude/waiting' });
    const element = await ask();
    expect(downloads).toHaveLength(1);
    expect(readBackup((await downloads[0]?.text()) ?? '').rows).toEqual([event]);
    expectFocus(find(element, '[data-action="erase"]'));
    expect(eraseRecord).not.toHaveBeenCalled();
  });

  test('does not ask where no backup could be made, and says why', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.spyOn(pageStore(), 'readAll').mockRejectedValue(new Error('unreadable'));
    const element = render(markup);
    press(element, 'ask');
    await until(() => expect(done(element)).toContain('备份没有存成，所以没有清空'));
    expect(part(element, 'confirm').hidden).toBe(true);
    expect(eraseRecord).not.toHaveBeenCalled();
  });

  test('can be taken back', async () => {
    const element = await ask();
    press(element, 'cancel');
    await until(() => expect(part(element, 'confirm').hidden).toBe(true));
    expect(eraseRecord).not.toHaveBeenCalled();
  });
});

describe('erasing', () => {
  test('is done once it was confirmed, and said so', async () => {
    const element = await ask();
    press(element, 'erase');
    await until(() => expect(done(element)).toContain('清空了'));
    expect(eraseRecord).toHaveBeenCalledTimes(1);
    expect(part(element, 'confirm').hidden).toBe(true);
  });

  test('that fails is said so, and can be tried again', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.mocked(eraseRecord).mockRejectedValueOnce(new Error('open elsewhere'));
    const element = await ask();
    press(element, 'erase');
    await until(() => expect(done(element)).toContain('还没清完'));
    expect(part(element, 'confirm').hidden).toBe(false);
    press(element, 'erase');
    await until(() => expect(done(element)).toContain('清空了'));
  });

  test('is done once, however often the button is pressed: the next press would be about the next learner', async () => {
    let finish = () => {};
    const erased = new Promise<void>((resolve) => {
      finish = resolve;
    });
    vi.mocked(eraseRecord).mockReturnValue(erased);
    const element = await ask();
    press(element, 'erase');
    press(element, 'erase');
    finish();
    await until(() => expect(done(element)).toContain('清空了'));
    expect(eraseRecord).toHaveBeenCalledTimes(1);
    expectFocus(find(element, '[data-action="ask"]'));
  });
});
