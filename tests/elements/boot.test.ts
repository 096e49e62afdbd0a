import { afterEach, expect, test, vi } from 'vitest';
import { writeSettings } from '../../src/client/settings.ts';

const root = document.documentElement;

afterEach(() => {
  root.className = '';
  for (const name of ['theme', 'text', 'sector']) delete root.dataset[name];
});

async function boot(): Promise<object> {
  vi.resetModules();
  await import('../../src/client/entries/boot.ts');
  return { js: root.classList.contains('js'), ...root.dataset };
}

test('the first paint knows that there is JavaScript', async () => {
  expect(await boot()).toEqual({ js: true });
});

test('the first paint knows the settings', async () => {
  writeSettings({ theme: 'dark', text: '3', sector: 'bank', post: 'teller' });
  expect(await boot()).toEqual({ js: true, theme: 'dark', text: '3', sector: 'bank' });
});

test('storage that holds something else does not stop the page', async () => {
  localStorage.setItem('window-course:settings', 'null');
  expect(await boot()).toEqual({ js: true });
});
