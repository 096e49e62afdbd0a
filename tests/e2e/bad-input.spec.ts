/** What the browser or the disk gets wrong: said where the person is, and nothing lost. */
import { answer, answerAndSave, choose, rightChoice, showQuestion } from './answering.ts';
import { LESSON, pretest, questions } from './authored.ts';
import { expect, test } from './site.ts';
import { putRows, readRows } from './stored.ts';

test.use({ frugal: true });

const REFUSED = '这个浏览器不让保存';

test.describe('where the browser refuses to store', () => {
  for (const [how, refuse] of [
    [
      'throws',
      () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('refused', 'SecurityError');
        };
      },
    ],
    ['has no database', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
    [
      'fails when opened',
      () => {
        const { open } = IDBFactory.prototype;
        IDBFactory.prototype.open = function (...name) {
          const request = open.apply(this, name);
          // After the site's own listener, so that what it builds is taken away again.
          queueMicrotask(() => {
            request.addEventListener('upgradeneeded', () => request.transaction?.abort());
          });
          return request;
        };
      },
    ],
  ] as const) {
    test(`a browser that ${how} is warned of, and questions are answered all the same @anywhere`, async ({
      page,
    }) => {
      await page.addInitScript(refuse);
      await page.goto(`${LESSON}/`);
      await expect(page.getByRole('alert').filter({ hasText: REFUSED })).toBeVisible();
      const asked = await showQuestion(page, pretest);
      await answer(asked, rightChoice(pretest));
      await expect(asked.getByRole('heading', { name: '答对了' })).toBeVisible();
      await expect(asked.getByText('只在这一页里记着，关掉页面就没了')).toBeVisible();
      await expect(asked.getByText('已保存')).toBeHidden();
      await page.goto('record/');
      await expect(page.getByText(REFUSED)).toBeVisible();
    });
  }

  test('a browser that stores is not warned of @anywhere', async ({ page }) => {
    await page.goto(`${LESSON}/`);
    await expect(page.locator('course-quiz[data-ready]')).toHaveCount(2);
    await expect(page.getByText(REFUSED)).toBeHidden();
  });
});

test('an answer that could not be saved says so, and is saved at the next try @anywhere', async ({
  page,
}) => {
  await page.goto(`${LESSON}/`);
  const asked = await showQuestion(page, pretest);
  await choose(asked, rightChoice(pretest));
  await page.evaluate(() => {
    const { add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    document.addEventListener('test:space', () => {
      IDBObjectStore.prototype.add = add;
    });
  });
  await asked.getByRole('button', { name: '有把握，提交' }).click();
  await expect(asked.getByText('这个答案没有存上，你的选择还在。')).toBeVisible();
  await expect(asked.getByText('已保存')).toBeHidden();
  await page.evaluate(() => document.dispatchEvent(new Event('test:space')));
  await asked.getByRole('button', { name: '有把握，提交' }).click();
  await expect(asked.getByText('已保存')).toBeVisible();
  await expect(asked.getByText('这个答案没有存上')).toBeHidden();
  await page.goto('record/');
  await expect(page.locator(`[data-lesson="${LESSON}"]`)).toHaveText(/^答了1题/);
});

test('rows that cannot be read are counted, kept as they are, and harm no other @row-21 @anywhere', async ({
  page,
}) => {
  await page.goto(`${LESSON}/`);
  await answerAndSave(page, pretest);
  const damaged = [
    { id: 'damaged', type: 'answer', question: pretest.id, correct: true },
    { id: 'newer', type: 'of a later version' },
    { id: 'nothing' },
  ];
  await putRows(page, 'events', damaged);
  await page.goto('record/');
  await expect(page.getByText('有3条学习记录这个版本读不出')).toBeVisible();
  await expect(page.locator(`[data-lesson="${LESSON}"]`)).toHaveText(/^答了1题/);

  await page.goto(`${LESSON}/`);
  await answerAndSave(page, questions[0]);
  await page.goto('record/');
  await expect(page.locator(`[data-lesson="${LESSON}"]`)).toHaveText(/^答了2题/);
  const rows = await readRows(page, 'events');
  expect(rows).toHaveLength(5);
  expect(rows).toEqual(expect.arrayContaining(damaged));
});

test('a half-answered quiz that cannot be read starts anew @anywhere', async ({ page }) => {
  await page.goto(`${LESSON}/`);
  await page.locator('course-quiz[data-ready]').first().waitFor();
  await putRows(page, 'sittings', [{ id: LESSON, questions: 'none', position: 'first' }]);
  await page.reload();
  await answerAndSave(page, questions[0]);
});

for (const [what, settings, places] of [
  ['cut off', '{"theme":"da', '{"attitude/waiting":{"heading":"q'],
  ['of another shape', '{"theme":7,"text":"9","sector":[],"path":"x"}', '{"attitude/waiting":3}'],
  ['not an object', 'null', '[1,2]'],
] as const) {
  test(`settings and places that are ${what} are as if there were none @anywhere`, async ({
    page,
  }) => {
    await page.goto('./');
    await page.evaluate(
      ([settings, places]) => {
        localStorage.setItem('window-course:settings', settings);
        localStorage.setItem('window-course:places', places);
      },
      [settings, places] as const,
    );
    await page.reload();
    await expect(page.getByRole('link', { name: '柜员' })).toBeVisible();
    await expect(page.getByText('继续学习')).toBeHidden();
    await page.goto(`${LESSON}/`);
    await expect(page.locator('course-quiz[data-ready]')).toHaveCount(2);
    for (const sector of await page.locator('.sector').all()) await expect(sector).toBeVisible();
    await page.getByRole('group', { name: '明暗' }).getByText('深色').click();
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });
}
