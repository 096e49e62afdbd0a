/** Addresses that were printed, bookmarked and passed on, and are no longer published. */
import { expect, test } from './site.ts';

const RETIRED = `
- id: lesson:attitude/queueing
  date: 2026-11-20
  note: 并入《等得住》。
  instead: attitude/waiting
- id: question:q-wait-old
  date: 2026-11-20
  note: 换成了新题。
`;

test('a retired lesson says so at its old address and links to what took its place @secure', async ({
  page,
  site,
  builds,
}) => {
  await site.deploy(await builds.make({ retired: RETIRED, only: 'attitude' }));
  await page.goto('attitude/queueing/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('这里停用了');
  await expect(page.getByText('2026-11-20起停用。并入《等得住》。')).toBeVisible();
  await page.getByRole('link', { name: '改看这一课' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('等得住');
});
