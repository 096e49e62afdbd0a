import { expect, test, vi } from 'vitest';
import { CourseRead } from '../../src/client/elements/course-read.ts';
import { expectFocus, find, render, until } from './page.ts';
import { pageStore, useMemoryStore } from './page-store.ts';

customElements.define('course-read', CourseRead);

const markup = `<course-read data-lesson="attitude/visible" hidden>
  <button type="button">读完了</button><span role="status"></span>
</course-read>`;

async function open() {
  const element = render(markup);
  await until(() => expect(element.hidden).toBe(false));
  return { button: find(element, 'button'), status: find(element, '[role="status"]') };
}

test('a lesson without questions is finished by saying so, once', async () => {
  const { button, status } = await open();
  button.focus();
  button.click();
  button.click();
  await until(() => expect(status.textContent).toBe('读完了，已保存。'));
  expect(button.hidden).toBe(true);
  expectFocus(status);
  const { events } = await pageStore().readLog();
  expect(events).toMatchObject([{ type: 'read', lesson: 'attitude/visible' }]);
  expect(events).toHaveLength(1);
  expect((await open()).button.hidden).toBe(true);
});

test('what could not be saved is said, and can be tried again', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(pageStore(), 'append').mockRejectedValueOnce(new Error('The disk is full'));
  const { button, status } = await open();
  button.click();
  await until(() => expect(status.textContent).toContain('没有记上'));
  button.click();
  await until(() => expect(status.textContent).toBe('读完了，已保存。'));
});

test('a browser that keeps nothing is not said to have saved it', async () => {
  useMemoryStore();
  const { button, status } = await open();
  button.click();
  await until(() => expect(status.textContent).toBe('读完了，只在这一页里记着。'));
});
