/** Without a network: the server itself is gone, so nothing can sneak through. */
import type { Route } from '@playwright/test';
import { answerAndSave, questionOn } from './answering.ts';
import { authoredLessons, LESSON, pretest, questions } from './authored.ts';
import { lessonsOf } from './course-file.ts';
import { listedFiles } from './listed-files.ts';
import { expect, test } from './phone.ts';
import { downloadAll, offlineNoise, openReadyLesson, untilReadyOffline } from './readiness.ts';
import { sample } from './sample.ts';
import { saveData } from './site.ts';

test.beforeEach(({ complaints }) => complaints.allow(offlineNoise));

test('a course learned offline: read, answered, searched, killed, and all of it is there @secure', async ({
  phone,
  site,
  course,
}) => {
  test.slow();
  const page = await phone.start();
  await page.goto(`${site.url}${LESSON}/`);
  await answerAndSave(page, pretest);
  await downloadAll(page);
  await site.goOffline();

  await test.step('lessons open by their addresses', async () => {
    // Two pages never hold one quiz: this one makes way.
    await page.goto(`${site.url}record/`);
    for (const lesson of sample(lessonsOf(course), 4)) {
      const cold = await page.context().newPage();
      await cold.goto(new URL(lesson.url, site.url).href);
      await expect(cold.getByRole('heading', { level: 1 })).toHaveText(lesson.title);
      await expect(cold.locator('course-quiz:not([data-ready])')).toHaveCount(0);
      await cold.close();
    }
  });

  await test.step('a question that was never answered is answered and saved', async () => {
    await page.goto(`${site.url}${LESSON}/`);
    await answerAndSave(page, questions[0]);
  });

  await test.step('a phrase is found by what the customer says', async () => {
    await page.goto(`${site.url}search/`);
    await page.getByRole('searchbox').fill('踢皮球');
    await page.getByRole('button', { name: '搜' }).click();
    await page.getByRole('link', { name: '看得见的态度' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('看得见的态度');
  });

  await phone.kill();
  const again = await phone.start();
  await test.step('after the kill, still without a server, all of it is in 我的学习', async () => {
    await again.goto(`${site.url}record/`);
    await expect(again.locator(`[data-lesson="${LESSON}"]`)).toHaveText(/^答了2题/);
    await again.goto(`${site.url}${LESSON}/`);
    for (const question of [pretest, questions[0]]) {
      await expect(
        questionOn(again, question).getByRole('heading', { name: '答对了' }),
      ).toBeVisible();
    }
  });
});

test('every page of the site opens without a network, complete with its style @secure', async ({
  page,
  site,
  root,
  course,
}) => {
  test.slow();
  await page.goto('./');
  await downloadAll(page);
  await site.goOffline();
  const addresses = [...(await listedFiles(root, course.build)).keys()];
  const pages = addresses.filter((address) => address === '' || address.endsWith('/'));
  expect(pages.length).toBeGreaterThan(authoredLessons.length + course.posts.length);
  // `npm run test:faults` opens them all, each with a cold browser.
  for (const address of sample(pages, 3)) {
    await page.goto(`./${address}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('这一页还没下载')).toHaveCount(0);
    // Of the style sheet: browsers paint no page in this colour by themselves.
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(245, 247, 245)');
  }
});

test('a page that was never downloaded gives way to the list of those that were @secure', async ({
  page,
  site,
  course,
}) => {
  await page.goto('./');
  await downloadAll(page);
  await site.goOffline();
  await page.goto('attitude/nowhere/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有网络，这一页还没下载');
  await expect(page.locator('.lessons .state')).toHaveText(lessonsOf(course).map(() => '已下载'));
  await page.locator('.lessons').getByRole('link').first().click();
  await expect(page.locator('course-quiz[data-ready]').first()).toBeVisible();
});

test('links as people pass them on open offline too @secure', async ({ page, site }) => {
  await page.goto('./');
  await downloadAll(page);
  await site.goOffline();
  for (const address of [
    LESSON,
    `${LESSON}?from=timeline`,
    `${LESSON}/?from=singlemessage&isappinstalled=0`,
    `${LESSON}/index.html`,
    `${LESSON}#phrases`,
  ]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }), address).toHaveText('等得住');
  }
  await expect(page.getByRole('heading', { name: '话术', exact: true })).toBeInViewport();
});

test('the offline page says which lessons are here, and that they are @secure', async ({
  page,
  course,
}) => {
  await page.goto('./');
  await downloadAll(page);
  await page.getByRole('link', { name: '哪些课能离线看' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('哪些课能离线看');
  await expect(page.locator('.lessons .state')).toHaveText(lessonsOf(course).map(() => '已下载'));
});

test('one line says whether the site works offline, and why not where it does not', async ({
  page,
  origin,
}) => {
  await page.goto('./');
  const line = page.locator('course-offline');
  await expect(line).toHaveText(
    origin === 'secure'
      ? '断了网也能用：0个模块和搜索。'
      : '本站未启用https，不能离线使用；别的都照常。',
  );
  await page.goto('offline/');
  await expect(page.locator('[data-part="page-status"]')).toHaveText(
    origin === 'secure' ? /断了网也能打开/ : '这里不能离线使用，要联着网看。',
  );
});

test('with data saver on, nothing is downloaded until the learner asks @secure', async ({
  page,
  site,
}) => {
  await page.addInitScript(saveData);
  await page.goto('attitude/');
  await expect(page.getByText('您开着省流量，没有自动下载。')).toBeVisible();
  const lessons = () => site.requests.filter(({ url }) => url === `/${LESSON}/`).length;
  expect(lessons()).toBe(0);
  await page.getByRole('button', { name: /^下载，约/ }).click();
  await expect(page.getByText('断了网也能用：1个模块和搜索。')).toBeVisible();
  expect(lessons()).toBe(1);
});

test('a pack is downloaded, paused, gone on with and deleted, each by its button @secure', async ({
  page,
  context,
}) => {
  await page.goto('offline/');
  const pack = page.locator('[data-pack="hospital"]');
  await expect(pack.getByText(/^没下载，约\d/)).toBeVisible();
  const slowly = async (route: Route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue().catch(() => undefined);
  };
  await context.route('**/hospital/**', slowly);
  await pack.getByRole('button', { name: '下载' }).click();
  await expect(pack).toHaveAttribute('data-state', 'loading');
  await pack.getByRole('button', { name: '暂停' }).click();
  await expect(pack.getByText('先停下了，已下的留着。')).toBeVisible();
  await context.unroute('**/hospital/**', slowly);
  // What is paused does not go on by itself.
  await page.reload();
  await expect(pack).toHaveAttribute('data-state', 'paused');
  await untilReadyOffline(page);
  await pack.getByRole('button', { name: '继续' }).click();
  await expect(pack.getByText(/^已下载，占\d/)).toBeVisible();
  await expect(pack.locator('[data-lesson]').first()).toHaveText('已下载');
  await pack.getByRole('button', { name: '删除' }).click();
  await expect(pack.getByText(/^没下载，约\d/)).toBeVisible();
  await expect(pack.locator('[data-lesson]').first()).toHaveText('未下载');
  // What is deleted does not come back by itself, not even where it is read.
  await page.goto('hospital/');
  await expect(page.getByText('断了网也能用：0个模块和搜索。')).toBeVisible();
  await page.goto('offline/');
  await expect(pack.getByText(/^没下载，约\d/)).toBeVisible();
});

test('a pack that waits for its turn is not forgotten when the page looks at the server again @secure', async ({
  page,
  context,
}) => {
  await page.goto('offline/');
  const [first, second] = ['hospital', 'bank'].map((id) => page.locator(`[data-pack="${id}"]`));
  if (!first || !second) throw new Error('Two packs are needed.');
  await expect(second.getByText(/^没下载，约\d/)).toBeVisible();
  // The search has files of each module.
  await expect(page.locator('[data-pack="search"]')).toHaveAttribute('data-state', 'ready');
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await context.route('**/hospital/**', async (route) => {
    await held;
    await route.continue();
  });
  await first.getByRole('button', { name: '下载' }).click();
  await expect(first).toHaveAttribute('data-state', 'loading');
  await second.getByRole('button', { name: '下载' }).click();
  await expect(second).toHaveAttribute('data-state', 'waiting');
  await Promise.all([
    page.waitForResponse(/current\.json$/),
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      registration?.dispatchEvent(new Event('updatefound'));
    }),
  ]);
  letGo();
  await expect(first).toHaveAttribute('data-state', 'ready');
  await expect(second).toHaveAttribute('data-state', 'ready');
});

test('what a browser has dropped is named without a network and mended with one @secure @row-35', async ({
  page,
  site,
}) => {
  await openReadyLesson(page);
  await page.evaluate(async (address) => {
    const cache = await caches.open('content');
    for (const request of await cache.keys()) {
      const text = await (await cache.match(request))?.text();
      if (text?.includes(address)) await cache.delete(request);
    }
  }, `data-lesson="${LESSON}" data-title`);
  await site.goOffline();
  await page.goto('offline/');
  await expect(page.locator(`[data-lesson="${LESSON}"]`)).toHaveText('未下载');
  await expect(page.getByText('有1个模块的离线内容不全，连上网会补。')).toBeVisible();
  await site.goOnline();
  await page.reload();
  await expect(page.locator(`[data-lesson="${LESSON}"]`)).toHaveText('已下载');
});

test('what a browser has dropped of what every page needs is said, and mended with a network @secure @row-35', async ({
  page,
  site,
  root,
  course,
}) => {
  await openReadyLesson(page);
  const styles = [...(await listedFiles(root, course.build))].filter(
    ([address, { pack }]) => pack === 'shell' && address.endsWith('.css'),
  );
  await page.evaluate(
    async (digests) => {
      const cache = await caches.open('content');
      for (const digest of digests) await cache.delete(`/content/${digest}`);
    },
    styles.map(([, { sha256 }]) => sha256),
  );
  await page.addInitScript(saveData);
  await page.reload();
  await expect(page.getByText('离线要用的基本文件不全，下载了就全。')).toBeVisible();
  await page.getByRole('button', { name: /^下载，约/ }).click();
  await untilReadyOffline(page);
  await site.goOffline();
  await page.reload();
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(245, 247, 245)');
});

test('after a first lesson the rest of one’s path is offered with its size @secure', async ({
  page,
}) => {
  await page.goto('path/guide/');
  await page.getByRole('button', { name: '设为我的岗位' }).click();
  await page.goto(`${LESSON}/`);
  for (const question of [pretest, ...questions]) await answerAndSave(page, question);
  await page.goto('attitude/apology/');
  await expect(page.getByText(/还有\d个模块没存到这台设备/)).toBeVisible();
  await page.getByRole('button', { name: /^下载，约\d/ }).click();
  await expect(page.getByText(/断了网也能用：[2-9]个模块和搜索/)).toBeVisible();
});
