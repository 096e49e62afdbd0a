import { beforeEach, describe, expect, test, vi } from 'vitest';

const MINUTE = 60_000;
const ACTIVE = 'window-course.active';

let location: { href: string; replace: ReturnType<typeof vi.fn>; reload: ReturnType<typeof vi.fn> };

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
  location = { href: 'http://site/attitude/waiting/', replace: vi.fn(), reload: vi.fn() };
  vi.stubGlobal('location', location);
  document.documentElement.dataset.base = '/';
  // A page takes its listeners along when it goes.
  const listeners: [EventTarget, string, EventListener, AddEventListenerOptions | undefined][] = [];
  for (const target of [window, document]) {
    const listen = target.addEventListener.bind(target);
    vi.spyOn(target, 'addEventListener').mockImplementation((type, listener, options) => {
      listeners.push([target, type, listener as EventListener, options as AddEventListenerOptions]);
      listen(type, listener as EventListener, options);
    });
  }
  return () => {
    vi.useRealTimers();
    for (const [target, type, listener, options] of listeners) {
      target.removeEventListener(type, listener, options);
    }
  };
});

/** Opens a page in a browser of these people; the first one is chosen. */
async function openPage(...names: string[]) {
  vi.resetModules();
  const learners = await import('../../src/client/learners.ts');
  for (const name of names) learners.addLearner(name);
  const { watchIdle, markActive } = await import('../../src/client/idle.ts');
  return { ...learners, watchIdle, markActive };
}

const asked = () => location.replace.mock.calls.map(([to]) => to);
const press = () => dispatchEvent(new Event('keydown'));

describe('after ten minutes without a hand', () => {
  test('a page of several people asks who is here, and remembers where it was', async () => {
    const page = await openPage('张丽');
    page.watchIdle();
    vi.advanceTimersByTime(10 * MINUTE);
    expect(asked()).toEqual([]);
    vi.advanceTimersByTime(MINUTE);
    expect(asked()[0]).toBe('/learner/');
    expect(sessionStorage.getItem('window-course:back')).toBe(location.href);
  });

  test('a page of one person never does', async () => {
    const page = await openPage();
    page.watchIdle();
    vi.advanceTimersByTime(120 * MINUTE);
    expect(asked()).toEqual([]);
    expect(localStorage).toHaveLength(0);
  });

  test('the page that asks stays', async () => {
    document.body.innerHTML = '<course-learners></course-learners>';
    const page = await openPage('张丽');
    page.watchIdle();
    vi.advanceTimersByTime(60 * MINUTE);
    expect(asked()).toEqual([]);
  });
});

describe('a hand on the machine', () => {
  test('in time puts it off', async () => {
    const page = await openPage('张丽');
    page.watchIdle();
    for (let minute = 0; minute < 60; minute += 9) {
      vi.advanceTimersByTime(9 * MINUTE);
      press();
    }
    expect(asked()).toEqual([]);
    vi.advanceTimersByTime(11 * MINUTE);
    expect(asked()).toHaveLength(4);
  });

  test('too late does not: it may be somebody else’s', async () => {
    const page = await openPage('张丽');
    page.watchIdle();
    // A machine that slept: no timer has run.
    vi.setSystemTime(Date.now() + 30 * MINUTE);
    press();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(asked()).toEqual(['/learner/']);
  });

  test('in another page counts', async () => {
    const page = await openPage('张丽');
    page.watchIdle();
    vi.advanceTimersByTime(9 * MINUTE);
    localStorage.setItem(ACTIVE, String(Date.now()));
    vi.advanceTimersByTime(9 * MINUTE);
    expect(asked()).toEqual([]);
  });
});

test('a page that is opened long after the last one asks at once', async () => {
  const page = await openPage('张丽');
  page.markActive();
  vi.setSystemTime(Date.now() + 30 * MINUTE);
  page.watchIdle();
  expect(asked()).toEqual(['/learner/']);
});

test('a clock that was set back asks, rather than never again', async () => {
  const page = await openPage('张丽');
  page.markActive();
  vi.setSystemTime(Date.now() - 60 * MINUTE);
  page.watchIdle();
  expect(asked()).toEqual(['/learner/']);
});

test('a page follows when another one has chosen somebody else', async () => {
  const page = await openPage('张丽');
  page.watchIdle();
  page.chooseLearner(page.readLearners()[1]?.id ?? '');
  expect(location.reload).not.toHaveBeenCalled();
  dispatchEvent(new Event('storage'));
  expect(location.reload).toHaveBeenCalledTimes(1);
});
