import { join } from 'node:path';
import { expect, test } from './site.ts';

test.use({ root: join(import.meta.dirname, '../fixtures/harness-site') });

// Without a Chinese font every other measurement of a page is wrong, and no test says why.
for (const weight of ['400', '700']) {
  test(`您 is one em wide at weight ${weight}`, async ({ page }) => {
    await page.setContent(`<span style="font: ${weight} 20px sans-serif">您</span>`);
    const box = await page.locator('span').boundingBox();
    expect(box?.width).toBe(20);
  });
}

test('a line of fourteen characters is fourteen ems wide', async ({ page }) => {
  await page.setContent('<span style="font: 17px serif">让您久等了请您先在这里坐一下</span>');
  const box = await page.locator('span').boundingBox();
  expect(box?.width).toBe(238);
});
