/** A network that answers, but not with the course: nothing that it says is ever kept. */
import type { Page } from '@playwright/test';
import { LESSON } from './authored.ts';
import { expect, PORTAL, type SiteBehindNetwork, test } from './bad-network.ts';
import type { CourseFile } from './course-file.ts';
import { offlineNoise, untilReadyOffline } from './readiness.ts';

const INCOMPLETE = '收到的内容跟网站上的不一样，没有存。';
/** What a page that learns of it says; a portal is told by its answer to the smallest question. */
const PORTAL_AHEAD = '被转到了别的网页，多半要先登录无线网络。';
const MISSING = /^本课尚未下载：/;

test.beforeEach(({ complaints }) => {
  complaints.allow(offlineNoise);
  // What Chromium says of a worker's script that is a login page.
  complaints.allow(/unsupported MIME type \('text\/html'\)/);
});

test('a portal in the middle of the download leaves only whole lessons behind @secure @row-11', async ({
  phone,
  site,
  course,
}) => {
  const page = await phone.start();
  await startDownloadAtTap(page, site);
  let lessons = 0;
  site.fault = (path) => {
    if (path.startsWith('/attitude/')) lessons += 1;
    return lessons > 3 ? 'portal' : undefined;
  };
  await page.getByRole('button', { name: /^下载，约/ }).click();
  await expect(page.getByText(PORTAL_AHEAD)).toBeVisible({ timeout: 15_000 });
  await phone.kill();

  await site.goOffline();
  site.fault = () => undefined;
  const again = await phone.start();
  const opened = await openAll(again, site, lessonsOfModule(course));
  const missing = opened.filter((heading) => MISSING.test(heading)).length;
  expect(missing).toBeGreaterThan(0);
  expect(missing).toBeLessThan(opened.length);

  await site.goOnline();
  site.requests.length = 0;
  await again.goto(`${site.url}attitude/`);
  await untilReadyOffline(again);
  expect(fetchedLessons(site, course)).toHaveLength(missing);
  await site.goOffline();
  expect(await openAll(again, site, lessonsOfModule(course))).toEqual(
    lessonsOfModule(course).map(({ title }) => title),
  );
});

test('a portal that comes while the worker is installed leaves no half worker @secure', async ({
  page,
  site,
  course,
}) => {
  let begun = false;
  site.fault = (path) => {
    const portal = begun ? 'portal' : undefined;
    if (path.endsWith('/sw.js')) begun = true;
    return portal;
  };
  await page.goto('attitude/');
  await expect(page.locator('course-offline')).toHaveText(/没能准备好离线使用。被转到了别的网页/);
  const active = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active);
  expect(await active()).toBeFalsy();

  site.fault = () => undefined;
  await page.reload();
  await untilReadyOffline(page);
  await site.goOffline();
  expect(await openAll(page, site, lessonsOfModule(course))).toEqual(
    lessonsOfModule(course).map(({ title }) => title),
  );
});

test('a downloaded course goes on behind a portal @secure @row-11', async ({
  page,
  site,
  course,
}) => {
  await page.goto('attitude/');
  await untilReadyOffline(page);
  site.fault = () => 'portal';
  expect(await openAll(page, site, lessonsOfModule(course))).toEqual(
    lessonsOfModule(course).map(({ title }) => title),
  );
  await page.goto('search/?q=插队');
  await expect(page.getByText(/^找到\d+处$/)).toBeVisible();

  await page.goto('attitude/');
  await expect(page.locator('course-offline')).toHaveText(
    /断了网也能用：1个模块和搜索。这次没查到新内容：被转到了别的网页/,
  );
  site.fault = () => undefined;
  await page.goto('bank/');
  await untilReadyOffline(page);
});

test('a portal is called by its name where something is wanted of the network @secure', async ({
  page,
  site,
}) => {
  await page.goto('offline/');
  const pack = page.locator('[data-pack="bank"]');
  await expect(pack.getByText(/^没下载，约/)).toBeVisible();
  site.fault = () => 'portal';
  await page.reload();
  await pack.getByRole('button', { name: '下载' }).click();
  await expect(pack.getByText(PORTAL_AHEAD)).toBeVisible();
  await expect(pack).toHaveAttribute('data-reason', 'portal');
  site.fault = () => undefined;
  await pack.getByRole('button', { name: '重试' }).click();
  await expect(pack.getByText(/^已下载，占/)).toBeVisible();
});

for (const [fault, how] of [
  ['cut', 'cut in half'],
  ['altered', 'with one byte changed'],
] as const) {
  test(`a lesson that arrives ${how} is refused, and fetched again next time @secure @row-16`, async ({
    page,
    site,
    course,
  }) => {
    await startDownloadAtTap(page, site);
    site.fault = (path) => (path === `/${LESSON}/` ? fault : undefined);
    await page.getByRole('button', { name: /^下载，约/ }).click();
    await expect(page.getByText(INCOMPLETE)).toBeVisible({ timeout: 15_000 });

    await site.goOffline();
    await page.goto(`${LESSON}/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(MISSING);
    await expect(page.locator(`[data-lesson="${LESSON}"]`)).toHaveText('未下载');
    await expect(
      page.locator('[data-pack="attitude"] [data-lesson]').getByText('已下载', { exact: true }),
    ).toHaveCount(lessonsOfModule(course).length - 1);

    await site.goOnline();
    site.fault = () => undefined;
    site.requests.length = 0;
    await page.goto('attitude/');
    // Who saves data is asked each time.
    await page.getByRole('button', { name: /^下载，约/ }).click();
    await untilReadyOffline(page);
    expect(fetchedLessons(site, course)).toEqual([`/${LESSON}/`]);
  });
}

/** The lessons of the module that these tests download. */
function lessonsOfModule({ modules }: CourseFile): { url: string; title: string }[] {
  return modules.find(({ id }) => id === 'attitude')?.lessons ?? [];
}

/** Opens the page of a module with data saver on: the worker is installed, the download waits for a tap. */
async function startDownloadAtTap(page: Page, site: SiteBehindNetwork): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await page.goto(`${site.url}attitude/`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** Opens each lesson by its address and returns the headings that were shown. */
async function openAll(
  page: Page,
  site: SiteBehindNetwork,
  lessons: readonly { url: string }[],
): Promise<string[]> {
  const headings: string[] = [];
  for (const { url } of lessons) {
    await page.goto(new URL(url, site.url).href);
    const heading = page.getByRole('heading', { level: 1 });
    // The offline page says what it stands for as soon as its script has run.
    await expect(heading).not.toHaveText('哪些课能离线看');
    await expect(page.getByText(PORTAL)).toHaveCount(0);
    headings.push((await heading.textContent()) ?? '');
  }
  return headings;
}

/** The lessons that the server was asked for. */
function fetchedLessons({ requests }: SiteBehindNetwork, course: CourseFile): string[] {
  const lessons = new Set(lessonsOfModule(course).map(({ url }) => url));
  return requests.map(({ url }) => url).filter((url) => lessons.has(url));
}
