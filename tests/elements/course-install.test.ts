import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { CourseInstall } from '../../src/client/elements/course-install.ts';
import { keepInstallOffer } from '../../src/client/home-screen.ts';
import { expectFocus, find, markupOf, part, render, until } from './page.ts';

const markup = markupOf('course/Install', 'course-install');
const button = () => find<HTMLButtonElement>(document, '[data-action="install"]');
const opened = () =>
  [...document.querySelectorAll<HTMLElement>('details[open]')].map(({ dataset }) => dataset.way);

/** A browser with these features: media queries that hold, members of `navigator` and of the page. */
function useBrowser({
  media = [] as string[],
  navigator = {} as object,
  page = {} as Record<string, unknown>,
}): void {
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: media.includes(query) }));
  vi.stubGlobal('navigator', navigator);
  vi.stubGlobal('isSecureContext', true);
  for (const [name, value] of Object.entries(page)) vi.stubGlobal(name, value);
}

const touch = '(pointer: coarse)';
const workers = { serviceWorker: {} };

beforeAll(() => {
  customElements.define('course-install', CourseInstall);
  keepInstallOffer();
});
beforeEach(() => {
  // Takes back what an earlier test was offered.
  dispatchEvent(new Event('appinstalled'));
  useBrowser({ navigator: workers });
});

test.each([
  ['safari', { navigator: { ...workers, standalone: false, maxTouchPoints: 5 } }],
  ['wechat', { navigator: { standalone: false, maxTouchPoints: 5 } }],
  ['wechat', { media: [touch], navigator: workers, page: { WeixinJSBridge: {} } }],
  ['chromium', { media: [touch], navigator: workers, page: { onbeforeinstallprompt: null } }],
  ['system', { media: [touch], navigator: workers }],
  ['desktop', { navigator: workers }],
  ['desktop', { navigator: { ...workers, standalone: false, maxTouchPoints: 0 } }],
])('the instructions for %s come first and open, where they fit (%j)', (way, browser) => {
  useBrowser(browser);
  const element = render(markup);
  expect(opened()).toEqual([way]);
  expect(find(element, 'details').dataset.way).toBe(way);
  expect(element.querySelectorAll('details')).toHaveLength(5);
});

test.each([
  ['iPhones', { navigator: { ...workers, standalone: true, maxTouchPoints: 5 } }],
  ['others', { media: ['(display-mode: standalone)'], navigator: workers }],
])('opened from a home screen it says so and asks for nothing (%s)', (_, browser) => {
  useBrowser(browser);
  const element = render(markup);
  expect(part(element, 'install-status').textContent).toContain('已经在主屏幕上了');
  expect(opened()).toEqual([]);
  offer('accepted');
  expect(button().hidden).toBe(true);
});

describe('where the browser offers to install', () => {
  test('there is a button, and never the pop-up of the browser', () => {
    render(markup);
    expect(button().hidden).toBe(true);
    const { event } = offer('accepted');
    expect(event.defaultPrevented).toBe(true);
    expect(button().hidden).toBe(false);
  });

  test('an offer that came before the element is not lost', () => {
    offer('accepted');
    render(markup);
    expect(button().hidden).toBe(false);
  });

  test('the button asks once and goes; the outcome is said', async () => {
    const element = render(markup);
    const { prompt } = offer('accepted');
    button().focus();
    button().click();
    expect(prompt).toHaveBeenCalledTimes(1);
    await until(() => expect(button().hidden).toBe(true));
    expectFocus(part(element, 'install-status'));
    dispatchEvent(new Event('appinstalled'));
    expect(part(element, 'install-status').textContent).toContain('装好了');
  });

  test('declined, nothing is lost but this offer', async () => {
    const element = render(markup);
    offer('dismissed');
    button().click();
    await until(() => expect(part(element, 'install-status').textContent).toContain('这次没有装'));
    expect(button().hidden).toBe(true);
    offer('accepted');
    expect(button().hidden).toBe(false);
  });

  test('installed from the browser’s own menu, the button goes', () => {
    render(markup);
    offer('accepted');
    dispatchEvent(new Event('appinstalled'));
    expect(button().hidden).toBe(true);
  });
});

/** The browser offers to install; the person will answer like this. */
function offer(outcome: 'accepted' | 'dismissed') {
  const prompt = vi.fn(async () => undefined);
  const event = new Event('beforeinstallprompt', { cancelable: true });
  Object.assign(event, { prompt, userChoice: Promise.resolve({ outcome }) });
  dispatchEvent(event);
  return { event, prompt };
}
