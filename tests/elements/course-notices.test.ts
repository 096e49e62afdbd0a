import { beforeEach, describe, expect, test, vi } from 'vitest';
import { notify } from '../../src/client/base.ts';
import { CourseNotices } from '../../src/client/elements/course-notices.ts';
import { tellOfRecord } from '../../src/client/site.ts';
import { expectFocus, find, render, settle, until, visibleText } from './page.ts';
import { pageStore, useMemoryStore, useRestoredStore, useShortStore } from './page-store.ts';

customElements.define('course-notices', CourseNotices);

const notices = '<course-notices></course-notices>';
const shown = (element: Element) =>
  [...element.querySelectorAll<HTMLElement>('[data-notice]:not([hidden])')].map(
    ({ dataset }) => dataset.notice,
  );

/** What hears that the learner wants the update. */
const applyUpdate = vi.fn();
beforeEach(() => {
  applyUpdate.mockClear();
  document.addEventListener('course:update', applyUpdate);
  return () => document.removeEventListener('course:update', applyUpdate);
});

test('there is nothing to say while all is well', async () => {
  const element = render(notices);
  await tellOfRecord();
  await settle();
  expect(shown(element)).toEqual([]);
});

test('every notice is read out to who does not see it come', () => {
  const all = [...render(notices).querySelectorAll('[data-notice]')];
  expect(all.length).toBeGreaterThan(3);
  for (const notice of all) expect(notice.getAttribute('role')).toMatch(/^(?:alert|status)$/);
});

test('a browser that refuses to store is said so', async () => {
  useMemoryStore();
  const element = render(notices);
  await tellOfRecord();
  await until(() => expect(shown(element)).toEqual(['memory']));
});

test('rows that cannot be read are counted', async () => {
  vi.spyOn(pageStore(), 'readLog').mockResolvedValue({ events: [], unread: 3 });
  const element = render(notices);
  await tellOfRecord();
  await until(() => expect(shown(element)).toEqual(['unread']));
  expect(visibleText(element)).toContain('有3条学习记录这个版本读不出');
});

test('rows that came back from the second copy are counted', async () => {
  useRestoredStore(2);
  const element = render(notices);
  await tellOfRecord();
  await until(() => expect(shown(element)).toEqual(['restored']));
  expect(visibleText(element)).toContain('已经从第二份里找回2条');
});

test('rows that no copy has are counted, a backup is asked for first, and that is said until it is heard', async () => {
  await pageStore().append({ type: 'read', lesson: 'attitude/waiting' });
  useShortStore(3);
  const element = render(notices);
  await tellOfRecord();
  await until(() => expect(shown(element)).toEqual(['lost']));
  expect(visibleText(element)).toContain('这里的学习记录少了3条');
  expect(find<HTMLAnchorElement>(element, '[data-notice="lost"] a').href).toContain(
    'record/#backup',
  );
  find(element, '[data-action="accept-loss"]').click();
  await until(() => expect(shown(element)).toEqual([]));
  expect(localStorage.getItem('window-course:tally')).toBe('1');
});

test('several things can be true at once, each with its own count', async () => {
  useRestoredStore(2);
  vi.spyOn(pageStore(), 'readLog').mockResolvedValue({ events: [], unread: 3 });
  const element = render(notices);
  await tellOfRecord();
  await until(() => expect(shown(element)).toEqual(['unread', 'restored']));
  const counts = [...element.querySelectorAll('[data-notice]:not([hidden]) [data-part="count"]')];
  expect(counts.map(({ textContent }) => textContent)).toEqual(['3', '2']);
});

test.each(['local', 'update'] as const)('others of the page can say “%s”', (notice) => {
  const element = render(notices);
  notify(notice);
  expect(shown(element)).toEqual([notice]);
});

describe('an update', () => {
  test('is applied when the learner says so', () => {
    const element = render(notices);
    notify('update');
    find(element, '[data-action="update"]').click();
    expect(applyUpdate).toHaveBeenCalledTimes(1);
  });

  test('waits for the end of a test that is open', () => {
    const element = render(`${notices}<course-test data-open></course-test>`);
    notify('update');
    find(element, '[data-action="update"]').click();
    expect(applyUpdate).not.toHaveBeenCalled();
    expect(visibleText(element)).toContain('交卷后再更新');
    document.querySelector('course-test')?.removeAttribute('data-open');
    find(element, '[data-action="update"]').click();
    expect(applyUpdate).toHaveBeenCalledTimes(1);
  });

  test('can wait, until the next visit', () => {
    const element = render(notices);
    notify('update');
    find(element, '[data-action="later"]').click();
    expect(shown(element)).toEqual([]);
    expect(applyUpdate).not.toHaveBeenCalled();
    notify('update');
    expect(shown(element)).toEqual([]);
    sessionStorage.clear();
    notify('update');
    expect(shown(element)).toEqual(['update']);
  });

  test('that was declined is not the next one', () => {
    const element = render(notices);
    notify('update', 'newer');
    find(element, '[data-action="later"]').click();
    notify('update', 'newer');
    expect(shown(element)).toEqual([]);
    notify('update', 'newest');
    expect(shown(element)).toEqual(['update']);
  });

  test('that was declined leaves the focus with the notices', () => {
    const element = render(notices);
    notify('update', 'newer');
    find(element, '[data-action="later"]').focus();
    find(element, '[data-action="later"]').click();
    expectFocus(element);
  });

  test('is applied once although the notices came back to the page', () => {
    const element = render(notices);
    element.remove();
    document.body.append(element);
    find(element, '[data-action="update"]').click();
    expect(applyUpdate).toHaveBeenCalledTimes(1);
  });
});

test('what is said before the script of the notices is there is shown when it comes', async () => {
  class Late extends CourseNotices {}
  const element = render('<late-notices></late-notices>');
  useShortStore(3);
  document.body.append(document.createElement('course-notices'));
  await tellOfRecord();
  for (const { name, value } of [...find(document.body, 'course-notices').attributes]) {
    element.setAttribute(name, value);
  }
  expect(shown(element)).toEqual([]);
  customElements.define('late-notices', Late);
  expect(shown(element)).toEqual(['lost']);
  expect(visibleText(element)).toContain('这里的学习记录少了3条');
});
