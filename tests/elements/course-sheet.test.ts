import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CourseSheet } from '../../src/client/elements/course-sheet.ts';
import { writeSettings } from '../../src/client/settings.ts';
import { checkCode } from '../../src/core/record/sheet.ts';
import { buildLesson, buildModule, buildOutline, buildQuestion } from '../course-builder.ts';
import { find, part, render, settle, until } from './page.ts';
import { pageStore } from './page-store.ts';

vi.mock('../../src/client/outline.ts', () => ({ readOutline: async () => published }));
customElements.define('course-sheet', CourseSheet);

const outline = buildOutline([
  buildModule('attitude', [buildLesson('waiting', [buildQuestion()]), buildLesson('letter')]),
]);
/** What the site says of the course; nothing where it cannot be had. */
let published: typeof outline | undefined = outline;
const columns = ['模块', '版本', '学完的课', '掌握的目标', '学时（分钟）', '测验', '最近'];

/** The element of `pages/record/sheet.astro`. */
const markup = `<course-sheet>
  ${['name', 'number', 'unit', 'path'].map((name) => `<input type="text" name="${name}" />`).join('')}
  <table>
    <thead><tr>${columns.map((title) => `<th scope="col">${title}</th>`).join('')}</tr></thead>
    <tbody data-part="lines"><tr><td colspan="7">还没有学习记录。</td></tr></tbody>
  </table>
  <p><span data-part="date"></span><b class="code" data-part="code"></b></p>
  <button class="button primary" type="button" data-action="print" hidden>打印</button>
</course-sheet>`;

/** Half past eleven in the evening, by the learner's own clock. */
const now = new Date(2026, 0, 5, 23, 30).getTime();
beforeEach(() => {
  vi.spyOn(Date, 'now').mockReturnValue(now);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Opens the sheet; its code is there. */
async function open(): Promise<HTMLElement> {
  const sheet = render(markup);
  await until(() => expect(part(sheet, 'code').textContent).not.toBe(''));
  return sheet;
}
const field = (sheet: Element, name: string) => find<HTMLInputElement>(sheet, `[name="${name}"]`);
function type(sheet: Element, name: string, text: string): void {
  field(sheet, name).value = text;
  field(sheet, name).dispatchEvent(new Event('input', { bubbles: true }));
}
const code = (sheet: Element) => part(sheet, 'code').textContent;
const rows = (sheet: Element) =>
  [...sheet.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map((cell) => cell.textContent),
  );

describe('a record sheet', () => {
  test('says so while there is no record', async () => {
    const sheet = await open();
    expect(rows(sheet)).toEqual([['还没有学习记录。']]);
    expect(part(sheet, 'date').textContent).toBe('2026-01-05');
  });

  test('has a line of each module that was begun, each cell with its title', async () => {
    await pageStore().append({ type: 'read', lesson: 'attitude/letter' });
    const sheet = await open();
    expect(rows(sheet)).toEqual([['服务态度', '1.0.0', '1/2', '0/2', '7', '未考', '2026-01-05']]);
    const cells = [...sheet.querySelectorAll<HTMLElement>('td')];
    expect(cells.map(({ dataset }) => dataset.title)).toEqual(columns);
  });

  test('has the code of exactly what stands on it', async () => {
    await pageStore().append({ type: 'read', lesson: 'attitude/letter' });
    const sheet = await open();
    type(sheet, 'name', ' 张三 ');
    type(sheet, 'number', '0012');
    const line = {
      module: '服务态度',
      version: '1.0.0',
      lessons: '1/2',
      mastered: '0/2',
      minutes: 7,
      test: '未考',
      date: '2026-01-05',
    };
    const person = { name: '张三', number: '0012', unit: '', path: '' };
    expect(code(sheet)).toBe(checkCode(person, [line], '2026-01-05'));
  });

  test('has another code after every letter', async () => {
    const sheet = await open();
    const codes = new Set([code(sheet)]);
    for (const name of ['name', 'number', 'unit', 'path']) {
      for (const text of ['一', '一二']) {
        type(sheet, name, text);
        codes.add(code(sheet));
      }
    }
    expect(codes.size).toBe(9);
  });

  test('is printed by a button that shows itself once it works', async () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    const sheet = await open();
    const button = find(sheet, '[data-action="print"]');
    expect(button.hidden).toBe(false);
    button.click();
    expect(print).toHaveBeenCalledTimes(1);
  });
});

describe('who a sheet is for', () => {
  test('is asked once in a tab', async () => {
    const first = await open();
    type(first, 'name', '张三');
    type(first, 'unit', '一楼大厅');
    const again = await open();
    expect(field(again, 'name').value).toBe('张三');
    expect(field(again, 'unit').value).toBe('一楼大厅');
    expect(code(again)).toBe(code(first));
  });

  test('is forgotten with the tab, and never written into the record or the settings', async () => {
    type(await open(), 'name', '张三');
    expect(localStorage).toHaveLength(0);
    expect(await pageStore().readAll()).toEqual({ rows: [], sittings: [] });
    sessionStorage.clear();
    expect(field(await open(), 'name').value).toBe('');
  });

  test('is in the post that the learner has chosen, unless another one was typed', async () => {
    writeSettings({ path: { id: 'teller', title: '银行·柜员', lessons: [] } });
    const sheet = await open();
    expect(field(sheet, 'path').value).toBe('银行·柜员');
    type(sheet, 'path', '大堂');
    expect(field(await open(), 'path').value).toBe('大堂');
  });

  test.each(['null', '5', '[]', '{', '{"name":{"a":1},"number":5}'])(
    'is nobody where the tab has kept %s',
    async (kept) => {
      sessionStorage.setItem('window-course:person', kept);
      const sheet = await open();
      expect(field(sheet, 'name').value).toBe('');
      expect(field(sheet, 'number').value).toBe('');
    },
  );

  test('is asked each time where nothing can be kept', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    });
    const sheet = await open();
    const before = code(sheet);
    type(sheet, 'name', '张三');
    await settle();
    expect(code(sheet)).not.toBe(before);
  });
});

test('a sheet whose course cannot be read says so instead of looking empty', async () => {
  published = undefined;
  const sheet = render(markup);
  await until(() => expect(part(sheet, 'lines').textContent).toContain('学习记录还在'));
  expect(code(sheet)).toBe('');
  published = outline;
});
