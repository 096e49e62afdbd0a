import { afterEach, expect, test, vi } from 'vitest';
import { CoursePost } from '../../src/client/elements/course-post.ts';
import { readSettings, writeSettings } from '../../src/client/settings.ts';
import { expectFocus, find, part, render } from './page.ts';

customElements.define('course-post', CoursePost);

const path = (attributes: string) => `<course-post hidden ${attributes}>
  <button type="button">设为我的岗位</button>
  <p role="status" data-part="done"></p>
</course-post>`;
const teller = 'data-sector="bank" data-post="teller" data-title="银行·柜员"';
const bank = 'data-sector="bank" data-title="银行窗口"';

afterEach(() => {
  delete document.documentElement.dataset.sector;
});

test('a post is remembered with its sector and its path, and said so', () => {
  const element = render(path(teller));
  expect(element.hidden).toBe(false);
  find(element, 'button').click();
  expect(readSettings()).toEqual({
    sector: 'bank',
    post: 'teller',
    path: { id: 'teller', title: '银行·柜员', lessons: [] },
  });
  expect(document.documentElement.dataset.sector).toBe('bank');
  expect(part(element, 'done').textContent).toBe('记下了：银行·柜员。首页会直接给出这条路径。');
  expect(find(element, 'button').hidden).toBe(true);
});

test('the focus goes on to what is said where the pressed button goes', () => {
  const element = render(path(teller));
  find(element, 'button').focus();
  find(element, 'button').click();
  expectFocus(part(element, 'done'));
});

test('where nothing can be stored, that is said', () => {
  const refuse = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const element = render(path(teller));
  find(element, 'button').click();
  expect(part(element, 'done').textContent).toContain('没能记下');
  refuse.mockRestore();
});

test('a sector alone takes the place of a post', () => {
  writeSettings({ sector: 'hotel', post: 'front-desk', theme: 'dark' });
  find(render(path(bank)), 'button').click();
  expect(readSettings()).toEqual({
    theme: 'dark',
    sector: 'bank',
    path: { id: 'bank', title: '银行窗口', lessons: [] },
  });
});

test('what is chosen already is not offered again', () => {
  writeSettings({ sector: 'bank', post: 'teller' });
  expect(find(render(path(teller)), 'button').hidden).toBe(true);
  expect(find(render(path(bank)), 'button').hidden).toBe(false);
});
