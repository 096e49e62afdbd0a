/** The site in a folder of somebody's server: everything below `/course/`, nothing beside it. */
import { answerAndSave } from './answering.ts';
import { LESSON, pretest } from './authored.ts';
import { lessonsOf } from './course-file.ts';
import { downloadAll, offlineNoise } from './readiness.ts';
import { sample } from './sample.ts';
import { expect, test } from './site.ts';

const BASE = '/course/';

/** Addresses that were printed, bookmarked and passed on, and are no longer published. */
const RETIRED = `
- id: lesson:attitude/queueing
  date: 2026-11-20
  note: 并入《等得住》。
  instead: attitude/waiting
- id: question:q-wait-old
  date: 2026-11-20
  note: 换成了新题。
`;

// A base path is the same with and without a certificate, so the secure project is enough.
test.describe('@secure', () => {
  test.describe.configure({ mode: 'default' });
  test.use({
    base: BASE,
    root: [
      async ({ builds }, use) => use(await builds.make({ base: BASE, retired: RETIRED })),
      { scope: 'test', timeout: 180_000 },
    ],
  });

  test('a learner reads, answers and finds the answer again', async ({ page, site }) => {
    await page.goto('./');
    await page.getByRole('link', { name: '挂号收费' }).click();
    await page.getByRole('button', { name: '设为我的岗位' }).click();
    await page.locator(`.lessons a[href="${BASE}${LESSON}/"]`).click();
    await answerAndSave(page, pretest);
    await page.getByRole('link', { name: '我的学习' }).click();
    await expect(page.locator(`[data-lesson="${LESSON}"]`)).toHaveText(/^答了1题/);
    await page.getByRole('link', { name: '窗口学堂', exact: true }).click();
    await page.locator('[data-part="post-link"]').click();
    await expect(page).toHaveURL(`${site.url}path/registration/`);
    expect(site.requests.filter(({ url }) => !url.startsWith(BASE))).toEqual([]);
  });

  test('search finds a lesson and leads to it', async ({ page, site }) => {
    await page.goto('search/');
    await page.getByRole('searchbox').fill('前面还有几个');
    await page.getByRole('searchbox').press('Enter');
    await page.getByRole('link', { name: '等得住' }).first().click();
    await expect(page).toHaveURL(new RegExp(`^${site.url}${LESSON}/`));
  });

  test('the course is downloaded and opens without a network', async ({
    page,
    site,
    course,
    complaints,
  }) => {
    complaints.allow(offlineNoise);
    await page.goto('./');
    await downloadAll(page);
    await site.goOffline();
    for (const { url, title } of sample(lessonsOf(course), 4)) {
      expect(url).toMatch(/^\/course\//);
      await page.goto(url);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    }
    await page.goto('search/?q=前面还有几个');
    await expect(page.getByRole('link', { name: '等得住' }).first()).toBeVisible();
    await page.goto(`${BASE}nowhere/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有网络，这一页还没下载');
  });

  test('a wrong address gives the page that leads home', async ({ page, site, complaints }) => {
    complaints.expect(/404/);
    await page.goto(`${BASE}nowhere/`);
    await page.getByRole('link', { name: '回首页' }).click();
    await expect(page).toHaveURL(site.url);
  });

  test('a retired lesson says so at its old address and links to what took its place', async ({
    page,
  }) => {
    await page.goto('attitude/queueing/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('这里停用了');
    await expect(page.getByText('2026-11-20起停用。并入《等得住》。')).toBeVisible();
    await page.getByRole('link', { name: '改看这一课' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('等得住');
  });
});
