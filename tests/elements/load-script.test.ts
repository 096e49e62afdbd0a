import { afterEach, beforeAll, expect, test } from 'vitest';
import { loadLater } from '../../src/client/load-script.ts';

const scripts = () => [...document.head.querySelectorAll('script')];

beforeAll(async () => {
  // On a busy machine jsdom's page is still loading.
  if (document.readyState === 'complete') return;
  await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
});
afterEach(() => {
  document.head.replaceChildren();
});

test('one more script is loaded, once', () => {
  loadLater('/_entries/later.js');
  dispatchEvent(new Event('online'));
  expect(scripts().map((script) => script.getAttribute('src'))).toEqual(['/_entries/later.js']);
});

test('a script that the network did not give is asked for again when the network is back', () => {
  loadLater('/_entries/later.js');
  scripts()[0]?.dispatchEvent(new Event('error'));
  expect(scripts()).toHaveLength(1);
  dispatchEvent(new Event('online'));
  expect(scripts()).toHaveLength(2);
  dispatchEvent(new Event('online'));
  expect(scripts()).toHaveLength(2);
});
