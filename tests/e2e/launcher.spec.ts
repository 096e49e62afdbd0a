/** The browser that tests start: as strict as a person's, and killable at any moment. */
import { join } from 'node:path';
import { serve } from '../../tools/serve.ts';
import { launchKillable, launchPersistent } from '../browser/launcher.ts';
import { expect, test } from './site.ts';

test.use({ root: join(import.meta.dirname, '../fixtures/harness-site') });

test('web security is on: a page cannot read another origin @secure', async ({
  page,
  site,
  root,
  complaints,
}) => {
  complaints.expect(/foreign request/);
  complaints.expect(/blocked by CORS policy/);
  complaints.allow(/ERR_FAILED/);
  const other = await serve({ root });
  // A page without our policy, so that nothing but the same-origin rule can refuse.
  await page.route('**/no-policy', (route) => route.fulfill({ body: '' }));
  await page.goto(`${site.url}no-policy`);
  const read = page.evaluate((url) => fetch(url).then((answer) => answer.text()), other.url);
  await expect(read).rejects.toThrow('Failed to fetch');
  await other.close();
});

test('without JavaScript a page is still shown @secure', async ({ site }, testInfo) => {
  const context = await launchPersistent(testInfo.outputPath('profile'), {
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  const address = new URL('throws.html', site.url);
  await page.goto(address.href);
  await expect(page).toHaveTitle('出错的页面');
  // The script would have been fetched.
  expect(site.requests.map((request) => request.url)).toEqual([address.pathname]);
  await context.close();
});

test('a killed browser takes its pages along, and its profile opens again @secure', async ({
  site,
}, testInfo) => {
  const profile = testInfo.outputPath('profile');
  const first = await launchKillable(profile);
  const page = await first.context.newPage();
  await page.goto(site.url);
  await page.evaluate(async () => {
    const cache = await caches.open('kept');
    await cache.put('/answer', new Response('42'));
  });
  await first.kill();
  expect(page.isClosed()).toBe(true);

  const second = await launchPersistent(profile);
  const again = await second.newPage();
  await again.goto(site.url);
  const kept = await again.evaluate(async () => (await caches.match('/answer'))?.text());
  expect(kept).toBe('42');
  await second.close();
});
