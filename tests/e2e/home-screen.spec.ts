/** The course on a home screen: what the browser reads of the web app manifest. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './site.ts';

interface Icon {
  src: string;
  sizes: string;
}

test('the browser finds the manifest and has nothing to say against it @secure', async ({
  page,
  site,
}) => {
  await page.goto('privacy/');
  const session = await page.context().newCDPSession(page);
  const { url, errors, data = '' } = await session.send('Page.getAppManifest');
  expect(url).toBe(`${site.url}manifest.webmanifest`);
  expect(errors).toEqual([]);
  expect(JSON.parse(data)).toMatchObject({ name: '窗口学堂', lang: 'zh-CN', start_url: '/' });
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);
});

test('icons have the size they claim, shortcuts lead to pages @secure', async ({ page, root }) => {
  const manifest = JSON.parse(await readFile(join(root, 'manifest.webmanifest'), 'utf8'));
  const icons: Icon[] = manifest.icons.filter(({ sizes }: Icon) => sizes !== 'any');
  const all = [...icons, { src: '/apple-touch-icon.png', sizes: '180x180' }];
  expect(all.map(({ sizes }) => sizes)).toEqual(['192x192', '512x512', '512x512', '180x180']);
  for (const { src, sizes } of all) expect(await sizeOfPng(join(root, src)), src).toBe(sizes);
  for (const { name, url } of manifest.shortcuts) {
    await page.goto(url);
    await expect(page).toHaveTitle(`${name}｜窗口学堂`);
  }
});

test('without a script the instructions for every browser can be read', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.url}offline/`);
  const ways = page.locator('course-install details');
  await expect(ways).toHaveCount(5);
  for (const way of await ways.all()) {
    await way.locator('summary').click();
    await expect(way.locator('li').first()).toBeVisible();
  }
  await expect(page.getByRole('button', { name: '安装', exact: true })).toBeHidden();
  await context.close();
});

test('the button to install is there when the browser offers it, and on this page only', async ({
  page,
}) => {
  await page.goto('offline/');
  const button = page.getByRole('button', { name: '安装', exact: true });
  await expect(page.locator('course-install details[open]')).toHaveCount(1);
  await expect(button).toBeHidden();
  const offer = () =>
    page.evaluate(() => {
      const event = new Event('beforeinstallprompt', { cancelable: true });
      const userChoice = Promise.resolve({ outcome: 'dismissed' });
      Object.assign(event, { prompt: async () => undefined, userChoice });
      return dispatchEvent(event);
    });
  // Not dispatched to its end: the browser's own pop-up does not come.
  expect(await offer()).toBe(false);
  await button.click();
  await expect(page.getByText('这次没有装。')).toBeVisible();
  await expect(button).toBeHidden();
  await page.goto('./');
  expect(await offer()).toBe(false);
  await expect(button).toHaveCount(0);
});

test('inside an app on an iPhone one line leads to Safari @secure', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
    Object.defineProperty(navigator, 'standalone', { value: false });
    Object.defineProperty(navigator, 'maxTouchPoints', { value: 5 });
  });
  await page.goto('offline/');
  await expect(page.locator('course-offline')).toHaveText(/^请在Safari中打开并添加到主屏幕/);
  await expect(page.locator('course-install details').first()).toHaveAttribute('open', '');
  await expect(page.locator('course-install summary').first()).toHaveText('正在微信里看');
});

/** Width and height stand at the beginning of every PNG. */
async function sizeOfPng(file: string): Promise<string> {
  const bytes = await readFile(file);
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}
