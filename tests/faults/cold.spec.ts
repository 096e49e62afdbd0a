/** Every address of every pack, opened by a browser that was just started, without a server. */
import { test as base } from '../e2e/bad-network.ts';
import { downloadAll } from '../e2e/readiness.ts';
import { addFact, dist, expect, filesOf, findWrong } from './stage.ts';

base(
  'every address of every pack opens cold @faults @row-1',
  async ({ phone, site, complaints }, testInfo) => {
    complaints.allow(/ERR_/);
    const page = await phone.start();
    await page.goto(site.url);
    await downloadAll(page);
    await phone.kill();
    await site.goOffline();
    const cold = await phone.start();
    const files = await filesOf(dist);
    const pages = [...files.keys()].filter((address) => address === '' || address.endsWith('/'));
    for (const address of pages) {
      const response = await cold.goto(site.url + address);
      expect(response?.status(), address).toBe(200);
      expect(response?.fromServiceWorker(), address).toBe(true);
      await expect(cold.getByRole('heading', { level: 1 }), address).toBeVisible();
    }
    expect(await findWrong(cold, files)).toEqual([]);
    addFact(testInfo, 'addresses opened cold', `${files.size}, ${pages.length} of them pages`);
  },
);
