import { afterEach, expect, test } from 'vitest';
import { CourseSettings } from '../../src/client/elements/course-settings.ts';
import { readSettings, writeSettings } from '../../src/client/settings.ts';
import { find, render } from './page.ts';

customElements.define('course-settings', CourseSettings);

const settings = '<course-settings hidden></course-settings>';

const { dataset } = document.documentElement;
const checked = (element: Element) =>
  [...element.querySelectorAll<HTMLInputElement>(':checked')].map(({ value }) => value);
const choose = (element: Element, name: string, value: string) =>
  find(element, `[name="${name}"][value="${value}"]`).click();

afterEach(() => {
  delete dataset.text;
  delete dataset.theme;
});

test('the settings show themselves once they work, at the standard', () => {
  const element = render(settings);
  expect(element.hidden).toBe(false);
  expect(checked(element)).toEqual(['', '']);
});

test('a choice holds at once and on the next page', () => {
  const element = render(settings);
  choose(element, 'text', '3');
  choose(element, 'theme', 'dark');
  expect([dataset.text, dataset.theme]).toEqual(['3', 'dark']);
  expect(checked(render(settings))).toEqual(['3', 'dark']);
});

test('the standard is no setting', () => {
  writeSettings({ text: '4', theme: 'light', sector: 'bank' });
  dataset.text = '4';
  choose(render(settings), 'text', '');
  expect(dataset.text).toBeUndefined();
  expect(readSettings()).toEqual({ theme: 'light', sector: 'bank' });
});

test('a choice holds on this page although it cannot be kept', () => {
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = () => {
    throw new DOMException('', 'QuotaExceededError');
  };
  try {
    choose(render(settings), 'theme', 'dark');
  } finally {
    Storage.prototype.setItem = setItem;
  }
  expect(dataset.theme).toBe('dark');
  expect(readSettings()).toEqual({});
});

test('settings that left the page do nothing', () => {
  const element = render(settings);
  element.remove();
  find(element, '[value="dark"]').dispatchEvent(new Event('change', { bubbles: true }));
  expect(readSettings()).toEqual({});
});
