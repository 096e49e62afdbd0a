import { beforeEach, expect, test, vi } from 'vitest';
import { CourseReport } from '../../src/client/elements/course-report.ts';
import { expectFocus, find, render, until } from './page.ts';

customElements.define('course-report', CourseReport);

const text = '课：attitude/waiting（态-03 等得住）\n版本：1.0.0\n联系：培训科\n问题：';
const report = `<course-report data-place="attitude/waiting（态-03 等得住）" data-version="1.0.0" hidden>
  <span data-local="contact">培训科</span>
</course-report>`;

const execCommand = vi.fn(() => true);
beforeEach(() => {
  execCommand.mockReset().mockReturnValue(true);
  // jsdom has no commands.
  Object.assign(document, { execCommand });
});

/** What is selected in the text area that carries the text. */
function selectedText(): string | undefined {
  const area = find<HTMLTextAreaElement>(document, 'textarea');
  return area.value.slice(area.selectionStart, area.selectionEnd);
}

/** Where it is said how copying went. */
const done = (element: HTMLElement) => find(element, '[role="status"]');

/** Presses 复制 and gives what is said then. */
async function copy(element: HTMLElement): Promise<string | null> {
  find(element, 'button').click();
  await until(() => expect(done(element).textContent).not.toBe(''));
  return done(element).textContent;
}

test('it shows itself once it works, and builds itself once', () => {
  const element = render(report);
  expect(element.hidden).toBe(false);
  element.remove();
  document.body.append(element);
  expect(element.querySelectorAll('details')).toHaveLength(1);
});

test('a contact that is known later stands in the text', async () => {
  const writeText = vi.fn(async () => undefined);
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  const element = render(report);
  find(element, '[data-local="contact"]').textContent = '护理部';
  await copy(element);
  expect(writeText).toHaveBeenCalledWith(text.replace('培训科', '护理部'));
});

test('the place of the error is copied, the contact with it', async () => {
  const writeText = vi.fn(async () => undefined);
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  expect(await copy(render(report))).toBe('复制好了。');
  expect(writeText).toHaveBeenCalledExactlyOnceWith(text);
});

test.each([
  ['on plain http, where there is no clipboard', {}],
  [
    'when the clipboard is refused',
    { clipboard: { writeText: () => Promise.reject(new Error()) } },
  ],
])('%s, the text is selected and copied the old way', async (_where, navigator) => {
  vi.stubGlobal('navigator', navigator);
  execCommand.mockImplementation(() => selectedText() === text);
  const element = render(report);
  find(element, 'button').focus();
  expect(await copy(element)).toBe('复制好了。');
  expect(execCommand).toHaveBeenCalledExactlyOnceWith('copy');
  expect(document.querySelector('textarea')).toBeNull();
  expectFocus(find(element, 'button'));
});

test('where nothing can be copied, that is said', async () => {
  vi.stubGlobal('navigator', {});
  execCommand.mockReturnValue(false);
  expect(await copy(render(report))).toBe('这里不让复制，请照着上面几行写。');
  expect(document.querySelector('textarea')).toBeNull();
});
