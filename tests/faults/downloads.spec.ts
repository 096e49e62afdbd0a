/** Rows 3–10, 14–16, 31: a download on a bad line. What was refused is not kept, what was kept stays. */
import { answerAndSave } from '../e2e/answering.ts';
import { LESSON, pretest } from '../e2e/authored.ts';
import { untilReadyOffline } from '../e2e/readiness.ts';
import type { Fault } from './network.ts';
import { expectWhole, goOn, openPacks, PACK, packOn, stumble } from './rows.ts';
import { dist, expect, filesOf, filesOfPack, test } from './stage.ts';

const addressesOfPack = async () => [...filesOfPack(await filesOf(dist), PACK).keys()];

const lasting: readonly [row: number, fault: Fault, words: RegExp][] = [
  [3, 'missing', /网站没给这个文件/],
  [5, 'reset', /网断了/],
  [6, 'short', /网断了/],
  [7, 'closed', /收到的内容跟网站上的不一样，没有存/],
  [7, 'halved', /收到的内容跟网站上的不一样，没有存/],
  [8, 'chunked', /网断了/],
  [16, 'altered', /收到的内容跟网站上的不一样，没有存/],
];

for (const [row, fault, words] of lasting) {
  test(`a file that stays ${fault} is named for its reason, and fetched alone at the next try @row-${row}`, async ({
    stage,
  }) => {
    await goOn(stage, fault, words);
  });
}

for (const [row, fault] of [
  [4, 'broken'],
  [5, 'reset'],
  [6, 'short'],
] as const) {
  test(`a file that is ${fault} twice and then well needs nobody @row-${row}`, async ({
    stage,
  }) => {
    await stumble(stage, fault);
  });
}

for (const fault of ['stall', 'silent'] as const) {
  test(`a file that is ${fault} is given up after twenty seconds @row-9`, async ({
    page,
    stage,
    site,
  }) => {
    test.slow();
    await openPacks(page);
    const [, bad] = await addressesOfPack();
    site.fault = (path) => (path === `/${bad}` ? fault : undefined);
    const pack = packOn(page);
    await pack.getByRole('button', { name: '下载' }).click();
    await expect(pack.getByText('网络太慢，先停下了。')).toBeVisible({ timeout: 25_000 });
    site.fault = () => undefined;
    await pack.getByRole('button', { name: '重试' }).click();
    await expect(pack).toHaveAttribute('data-state', 'ready');
    await expectWhole(stage);
  });
}

test('a slow drip moves the count, and can be paused and gone on with @row-10', async ({
  page,
  stage,
  site,
}) => {
  await openPacks(page);
  const addresses = await addressesOfPack();
  site.fault = (path) => (addresses.includes(path.slice(1)) ? 'drip' : undefined);
  const pack = packOn(page);
  await pack.getByRole('button', { name: '下载' }).click();
  const status = pack.locator('[data-part="status"]');
  await expect(status).toHaveText(/^正在下载，[1-9]\d* KB，共/);
  const first = await status.textContent();
  await expect(status).not.toHaveText(first ?? '', { timeout: 10_000 });
  await pack.getByRole('button', { name: '暂停' }).click();
  await expect(pack.getByText('先停下了，已下的留着。')).toBeVisible();
  site.fault = () => undefined;
  await pack.getByRole('button', { name: '继续' }).click();
  await expect(pack).toHaveAttribute('data-state', 'ready');
  await expectWhole(stage);
});

test('a script’s path that gives the home page is refused @row-14', async ({
  page,
  site,
  stage,
}) => {
  await page.goto('offline/');
  await untilReadyOffline(page);
  await packOn(page, 'search').getByRole('button', { name: '删除' }).click();
  await expect(packOn(page, 'search')).toHaveAttribute('data-state', 'absent');
  site.fault = (path) => (path.endsWith('/pagefind.js') ? 'index' : undefined);
  await packOn(page, 'search').getByRole('button', { name: '下载' }).click();
  await expect(
    packOn(page, 'search').getByText('收到的内容跟网站上的不一样，没有存。'),
  ).toBeVisible({ timeout: 15_000 });
  site.fault = () => undefined;
  await packOn(page, 'search').getByRole('button', { name: '重试' }).click();
  await expect(packOn(page, 'search')).toHaveAttribute('data-state', 'ready', { timeout: 15_000 });
  await expectWhole(stage, 'search');
});

test('a shell whose script is the home page is not installed; the next visit does it @row-14', async ({
  page,
  stage,
  site,
}) => {
  let begun = false;
  site.fault = (path) => {
    begun ||= path.endsWith('/sw.js');
    return begun && path.includes('_entries/') ? 'index' : undefined;
  };
  await page.goto('offline/');
  await expect(page.locator('course-offline')).toHaveText(
    /没能准备好离线使用。收到的内容跟网站上的不一样/,
  );
  site.fault = () => undefined;
  await page.reload();
  await untilReadyOffline(page);
  await expectWhole(stage, 'shell');
});

test('script and wasm of a wrong media type are put right, and 诊断 says so @row-15', async ({
  page,
  stage,
  site,
}) => {
  site.fault = (path) =>
    /\/pagefind-[^/]+\/.*\.(?:js|pagefind)$/.test(path) ? 'typed' : undefined;
  await page.goto('./');
  await untilReadyOffline(page);
  await expectWhole(stage, 'search');
  await page.goto('search/?q=插队');
  await expect(page.getByText(/^找到\d+处$/)).toBeVisible();
  await page.goto('diagnostics/');
  await expect(page.locator('course-diagnostics[data-ready] dl')).toContainText(
    /pagefind\.js came as text\/plain/,
  );
});

test('a full disk ends a download with its reason, and an answer is saved all the same @row-31', async ({
  page,
  stage,
  context,
  site,
}) => {
  await openPacks(page);
  const { origin } = new URL(site.url);
  const browser = await context.newCDPSession(page);
  const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate());
  await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 200_000 });
  const pack = packOn(page);
  await pack.getByRole('button', { name: '下载' }).click();
  await expect(pack.getByText('这台设备空间不够。')).toBeVisible({ timeout: 15_000 });
  const other = await context.newPage();
  await other.goto(`${LESSON}/`);
  await answerAndSave(other, pretest);
  await other.close();
  await browser.send('Storage.overrideQuotaForOrigin', { origin });
  await pack.getByRole('button', { name: '重试' }).click();
  await expect(pack).toHaveAttribute('data-state', 'ready');
  await expectWhole(stage);
});
