import { expect, test } from 'vitest';
import { leakOf } from '../browser/leaks.ts';

const home = 'http://127.0.0.1:4321/course/';

test.each([
  ['a page', { method: 'GET', url: 'http://127.0.0.1:4321/course/attitude/' }],
  ['a path as a server sees it', { method: 'GET', url: '/course/sw.js' }],
  ['a look at the headers', { method: 'HEAD', url: '/course/' }],
  ['a search', { method: 'GET', url: '/course/search/?q=%E6%8F%92%E9%98%9F' }],
  ['a link from a chat', { method: 'GET', url: '/course/?from=chat&isappinstalled=0&scene=1' }],
  ['what leaves no machine', { method: 'GET', url: 'blob:http://127.0.0.1:4321/1' }],
  ['an empty body', { method: 'GET', url: '/course/', body: null }],
])('%s tells nobody anything', (_, asked) => {
  expect(leakOf(asked, home)).toBeUndefined();
});

test.each([
  ['another host', { method: 'GET', url: 'http://127.0.0.2:4321/course/' }, 'foreign request'],
  ['another port', { method: 'GET', url: 'http://127.0.0.1:4322/course/' }, 'foreign request'],
  ['a socket', { method: 'GET', url: 'ws://127.0.0.2/' }, 'foreign request'],
  ['a form that posts', { method: 'POST', url: '/course/' }, 'request that writes'],
  ['a body', { method: 'GET', url: '/course/', body: 'a=1' }, 'request with a body'],
  ['an answer', { method: 'GET', url: '/course/attitude/waiting/?q-wait=b' }, 'query that could'],
  ['a name beside a search', { method: 'GET', url: '/course/?q=a&name=b' }, 'query that could'],
])('%s is told', (_, asked, words) => {
  expect(leakOf(asked, home)).toContain(words);
});
