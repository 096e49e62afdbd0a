/** A new build on the server: the learner is asked, and nothing is lost or fetched twice. */
import type { Page } from '@playwright/test';
import { answerAndSave, choose, questionOn, rightChoice, showQuestion } from './answering.ts';
import { LESSON, pretest, questions } from './authored.ts';
import { readCourse } from './course-file.ts';
import { listedFiles } from './listed-files.ts';
import { downloadAll, offlineNoise, openReadyLesson, untilReadyOffline } from './readiness.ts';
import { test as base, expect } from './site.ts';
import { offerUpdate, takeUpdate, updateBar, updateButton } from './updating.ts';

const ADDED = '这一段是今天早上才补上的。';

/** `newRoot` is a real build of the same course with one paragraph more in one lesson. */
const test = base.extend<{ newRoot: string }>({
  newRoot: [
    async ({ builds }, use) => {
      await use(await builds.make({ addition: { lesson: 'attitude/03-waiting', text: ADDED } }));
    },
    { timeout: 180_000 },
  ],
});

// One worker for all, so that the second build is made once.
test.describe.configure({ mode: 'default' });

test('the bar asks, and the page reloads once, into the new text, when it is told to @secure @row-24', async ({
  page,
  site,
  newRoot,
}) => {
  await openReadyLesson(page);
  await answerAndSave(page, pretest);
  await site.deploy(newRoot);
  await page.reload();
  await choose(await showQuestion(page, questions[0]), rightChoice(questions[0]));
  const loads = countLoads(page);
  await expect(updateBar(page)).toBeVisible();
  await expect(page.getByText(ADDED)).toHaveCount(0);
  expect(loads.count).toBe(0);

  await updateButton(page).click();
  await expect(page.getByText(ADDED)).toBeVisible();
  await untilReadyOffline(page);
  expect(loads.count).toBe(1);
  await expect(updateBar(page)).toBeHidden();
  await expect(questionOn(page, pretest).getByRole('heading', { name: '答对了' })).toBeVisible();
  for (const id of rightChoice(questions[0])) {
    await expect(questionOn(page, questions[0]).locator(`input[value="${id}"]`)).toBeChecked();
  }
});

test('declined, this visit goes on with the old text, and the next one is asked again @secure', async ({
  page,
  context,
  site,
  newRoot,
}) => {
  await openReadyLesson(page);
  await offerUpdate(page, site, newRoot);
  await page.getByRole('button', { name: '先不更新' }).click();
  await expect(updateBar(page)).toBeHidden();
  await page.goto('attitude/');
  await openReadyLesson(page);
  await expect(updateBar(page)).toBeHidden();
  await expect(page.getByText(ADDED)).toHaveCount(0);
  const next = await context.newPage();
  await next.goto('./');
  await expect(updateBar(next)).toBeVisible();
});

test('another open page is left alone when one page updates @secure', async ({
  page,
  context,
  site,
  newRoot,
}) => {
  await page.goto('./');
  await downloadAll(page);
  const other = await context.newPage();
  await openReadyLesson(other);
  const loads = countLoads(other);
  await takeUpdate(page, site, newRoot);
  await page.goto(`${LESSON}/`);
  await expect(page.getByText(ADDED)).toBeVisible();

  await answerAndSave(other, pretest);
  expect(loads.count).toBe(0);
});

test('once every page is closed, the next one opens with the new text unasked @secure', async ({
  page,
  context,
  site,
  newRoot,
}) => {
  await openReadyLesson(page);
  await offerUpdate(page, site, newRoot);
  await page.close();
  await expect(async () => {
    const next = await context.newPage();
    await next.goto(`${LESSON}/`);
    const added = await next.getByText(ADDED).count();
    // The page goes too: while it is open it keeps the old build.
    await next.close();
    expect(added).toBe(1);
  }).toPass();
});

test('a build that the server takes back is not switched to, and nothing of it is kept @secure', async ({
  page,
  context,
  site,
  root,
  newRoot,
}) => {
  await openReadyLesson(page);
  await offerUpdate(page, site, newRoot);
  await site.deploy(root);
  await page.reload();
  await untilReadyOffline(page);
  const manifests = () =>
    page.evaluate(async () => {
      const keys = await (await caches.open('builds')).keys();
      return keys.filter(({ url }) => url.includes('/manifest.')).length;
    });
  await expect.poll(manifests).toBe(1);
  const next = async () => (await (await caches.match('/pointer'))?.json())?.next ?? null;
  await expect.poll(() => page.evaluate(next)).toBe(null);
  await page.close();
  const cold = await context.newPage();
  await openReadyLesson(cold);
  await expect(cold.getByText(ADDED)).toHaveCount(0);
});

test('a module that is deleted after an update is read as the network has it @secure', async ({
  page,
  site,
  newRoot,
}) => {
  await openReadyLesson(page);
  await takeUpdate(page, site, newRoot);
  await expect(page.getByText(ADDED)).toBeVisible();
  await page.goto('offline/');
  const pack = page.locator('[data-pack="attitude"]');
  await pack.getByRole('button', { name: '删除' }).click();
  await expect(pack).toHaveAttribute('data-state', 'absent');
  await page.goto(`${LESSON}/`);
  await expect(page.getByText(ADDED)).toBeVisible();
});

test('a module of a build that the server has no more is downloaded of the one that it has @secure', async ({
  page,
  site,
  newRoot,
}) => {
  await page.goto('offline/');
  await expect(page.locator('[data-pack="search"]')).toHaveAttribute('data-state', 'ready');
  const pack = page.locator('[data-pack="attitude"]');
  await site.deploy(newRoot);
  await pack.getByRole('button', { name: '下载' }).click();
  await expect(pack).toHaveAttribute('data-state', 'ready');
});

test('an update fetches what has changed and nothing else, the search not before its day @secure', async ({
  page,
  site,
  root,
  newRoot,
}) => {
  await page.goto('./');
  await downloadAll(page);
  site.requests.length = 0;
  await takeUpdate(page, site, newRoot);
  await untilReadyOffline(page);

  const [before, after] = [await digests(root), await digests(newRoot)];
  const known = new Set(before.values());
  const changed = [...after].flatMap(([path, sha256]) => (known.has(sha256) ? [] : path));
  const fetched = site.requests.map(({ url }) => url).filter((url) => after.has(url));
  expect([...new Set(fetched)].toSorted()).toEqual(changed.toSorted());
  expect(changed).toContain(`/${LESSON}/`);
  expect(site.requests.filter(({ url }) => url.startsWith('/pagefind-'))).toEqual([]);
});

test('the new build opens without a network as soon as the bar asks @secure', async ({
  page,
  site,
  complaints,
  newRoot,
}) => {
  complaints.allow(offlineNoise);
  await openReadyLesson(page);
  await offerUpdate(page, site, newRoot);
  await site.goOffline();
  await updateButton(page).click();
  await expect(page.getByText(ADDED)).toBeVisible();
  await page.goto('attitude/apology/');
  await expect(page.locator('course-quiz[data-ready]').first()).toBeVisible();
});

/** Counts how often the page loads from now on. */
function countLoads(page: Page): { count: number } {
  const loads = { count: 0 };
  page.on('load', () => {
    loads.count += 1;
  });
  return loads;
}

/** Path on the server -> SHA-256, of every file of a build but those of the search. */
async function digests(root: string): Promise<Map<string, string>> {
  const files = await listedFiles(root, (await readCourse(root)).build);
  const rows = [...files].filter(([, { pack }]) => pack !== 'search');
  return new Map(rows.map(([address, { sha256 }]) => [`/${address}`, sha256]));
}
