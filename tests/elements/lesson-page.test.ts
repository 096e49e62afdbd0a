import { afterEach, expect, test, vi } from 'vitest';
import { readLessonPage } from '../../src/client/lesson-page.ts';

/** A request that ends at once with what is given. */
function answering(answer: { status: number; responseXML: Document | null }): string[] {
  const asked: string[] = [];
  vi.stubGlobal(
    'XMLHttpRequest',
    class {
      responseType = '';
      onloadend = () => undefined;
      readonly status = answer.status;
      readonly responseXML = answer.responseXML;
      open(method: string, url: string) {
        asked.push(`${method} ${url}`);
      }
      send() {
        asked.push(this.responseType);
        queueMicrotask(this.onloadend);
      }
    },
  );
  return asked;
}

afterEach(() => {
  delete document.documentElement.dataset.base;
});

test('the page of a lesson is read below the base, as a document', async () => {
  document.documentElement.dataset.base = '/course/';
  const page = document.implementation.createHTMLDocument('等得住');
  const asked = answering({ status: 200, responseXML: page });
  expect(await readLessonPage('attitude/waiting')).toBe(page);
  expect(asked).toEqual(['GET /course/attitude/waiting/', 'document']);
});

test.each([
  { name: 'that is gone', status: 404, responseXML: document },
  { name: 'without a network, or too late', status: 0, responseXML: null },
  { name: 'that is no page', status: 200, responseXML: null },
])('a page $name is an error', async ({ status, responseXML }) => {
  answering({ status, responseXML });
  await expect(readLessonPage('attitude/waiting')).rejects.toThrow('attitude/waiting');
});
