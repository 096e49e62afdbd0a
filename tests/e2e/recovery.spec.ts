/** Ways out: what is wrong can be told, what was downloaded can be thrown away, the worker can be retired. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBackup } from '../../src/core/record/backup.ts';
import { answerAndSave, questionOn } from './answering.ts';
import { LESSON, pretest } from './authored.ts';
import { untilReadyOffline } from './readiness.ts';
import { expect, test } from './site.ts';

test('the diagnostics say what is here, and can be copied', async ({ page, course, origin }) => {
  await page.goto(`${LESSON}/`);
  await answerAndSave(page, pretest);
  if (origin === 'secure') await untilReadyOffline(page);
  await page.goto('diagnostics/');
  const facts = page.locator('course-diagnostics[data-ready] dl');
  await expect(facts).toContainText(`网站上的版本${course.build}`);
  await expect(facts).toContainText('学习记录1条');
  await expect(facts).toContainText('第二份有，1条');
  await expect(facts).toContainText('最近的错误没有');
  if (origin === 'secure') {
    await expect(facts).toContainText(`离线用的版本${course.build}`);
    await expect(facts).toContainText(`attitude（${course.build}）`);
  } else {
    await expect(facts).toContainText('离线不能，网站没有启用https');
  }
  await page.getByRole('button', { name: '复制' }).click();
  await expect(page.getByText(/复制好了|长按选中/)).toBeVisible();
});

test('a reset throws away what was downloaded, and not an answer @secure', async ({ page }) => {
  await page.goto(`${LESSON}/`);
  await answerAndSave(page, pretest);
  await untilReadyOffline(page);
  await page.goto('reset/');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '存一份备份' }).click();
  const backup = readBackup(await readFile(await (await download).path(), 'utf8'));
  expect(backup.rows).toHaveLength(1);

  // What others have on this origin, another copy of the site among them, is theirs.
  await page.evaluate(async () => {
    await (await caches.open('builds')).put('/other/pointer', new Response('{}'));
    await caches.open('theirs');
  });
  await page.getByRole('button', { name: '重置离线内容' }).click();
  await expect(page.getByText('离线内容清掉了，学习记录没有动。')).toBeVisible();
  const left = await page.evaluate(async () => ({
    caches: await caches.keys(),
    builds: (await (await caches.open('builds')).keys()).map(({ url }) => new URL(url).pathname),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(left).toEqual({ caches: ['builds', 'theirs'], builds: ['/other/pointer'], workers: 0 });

  await page.goto(`${LESSON}/`);
  await expect(questionOn(page, pretest).getByRole('heading', { name: '答对了' })).toBeVisible();
  await untilReadyOffline(page);
});

test('a site that retires its worker is rid of it in every browser that comes by, and of nothing of the record @secure', async ({
  page,
  site,
  root,
}) => {
  await page.goto(`${LESSON}/`);
  await answerAndSave(page, pretest);
  await untilReadyOffline(page);
  const off = await mkdtemp(join(tmpdir(), 'retired-'));
  await cp(root, off, { recursive: true });
  await writeFile(join(off, 'current.json'), '{"disable": true}');
  await site.deploy(off);
  for (const path of ['record/', `${LESSON}/`]) {
    await page.goto(path);
    await expect(page.getByText('本站暂时停用了离线；联着网，别的都照常。')).toBeVisible();
    const left = await page.evaluate(async () => ({
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    expect(left).toEqual({ caches: [], workers: 0 });
  }
  await expect(questionOn(page, pretest).getByRole('heading', { name: '答对了' })).toBeVisible();

  // When all is well again, so is working offline.
  await site.deploy(root);
  await page.reload();
  await untilReadyOffline(page);
  await page.close();
  await rm(off, { recursive: true });
});
