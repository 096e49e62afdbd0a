/** Rows 1, 2, 11, 12: what opens without a network, and what stands in place of what does not. */
import { answerAndSave, choose, chosenIn, rightChoice, showQuestion } from '../e2e/answering.ts';
import { LESSON, pretest, questions } from '../e2e/authored.ts';
import { openReadyLesson } from '../e2e/readiness.ts';
import { PORTAL } from './network.ts';
import { missPage, openPacks, packOn, waitInVain } from './rows.ts';
import { expect, test } from './stage.ts';

test('a lesson goes on where it was when the network goes, and says that it has gone @row-1', async ({
  page,
  site,
}) => {
  await openReadyLesson(page);
  await choose(await showQuestion(page, questions[0]), rightChoice(questions[0]));
  await site.goOffline();
  await page.reload();
  const asked = await showQuestion(page, questions[0]);
  expect(await chosenIn(asked)).toEqual(rightChoice(questions[0]));
  await expect(page.locator('course-offline')).toHaveText(/^现在没有网络。断了网也能用：/);
  await answerAndSave(page, pretest);
});

test('a page that is not here is named, and what is here is listed @row-2 @quick', async ({
  stage,
}) => {
  await missPage(stage);
});

test('a network that says nothing is not waited for for ever @row-2 @quick', async ({ stage }) => {
  await waitInVain(stage);
});

for (const fault of ['login', 'gateway'] as const) {
  test(`a portal that redirects to its ${fault} is called by its name, and lessons stay @row-12`, async ({
    page,
    site,
  }) => {
    await openReadyLesson(page);
    await openPacks(page);
    const pack = packOn(page);
    site.fault = (path) =>
      path.startsWith('/bank/') || path === '/current.json' ? fault : undefined;
    await pack.getByRole('button', { name: '下载' }).click();
    await expect(pack.getByText('被转到了别的网页，多半要先登录无线网络。')).toBeVisible();
    site.fault = () => fault;
    await page.goto(`${LESSON}/`);
    await answerAndSave(page, pretest);
    await expect(page.getByText(PORTAL)).toHaveCount(0);
    await page.goto('offline/');
    await expect(page.locator(`[data-lesson="${LESSON}"]`)).toHaveText('已下载');
    site.fault = () => undefined;
    // What was begun goes on by itself.
    await page.reload();
    await expect(pack).toHaveAttribute('data-state', 'ready');
  });
}

test('a portal in the middle of a download is told from a proxy that alters @row-11', async ({
  page,
  site,
}) => {
  await openPacks(page);
  let lessons = 0;
  let reached = false;
  site.fault = (path) => {
    if (path.startsWith('/bank/')) lessons += 1;
    reached ||= lessons > 3;
    return reached ? 'portal' : undefined;
  };
  await packOn(page).getByRole('button', { name: '下载' }).click();
  await expect(packOn(page).getByText('多半要先登录无线网络')).toBeVisible();
  site.fault = () => undefined;
  await packOn(page).getByRole('button', { name: '重试' }).click();
  await expect(packOn(page)).toHaveAttribute('data-state', 'ready');
});
