import { expect, type Page } from '@playwright/test';
import { LESSON } from './authored.ts';

/** Waits until what the page downloads by itself is here: the module that is read, and the search. */
export async function untilReadyOffline(page: Page): Promise<void> {
  await page.locator('course-offline[data-state="ready"]').waitFor();
}

/** Opens the lesson and waits until it opens without a network too. */
export async function openReadyLesson(page: Page): Promise<void> {
  await page.goto(`${LESSON}/`);
  await untilReadyOffline(page);
}

/** Downloads the whole course in a page of its own: from now on the site may go away. */
export async function downloadAll(page: Page): Promise<void> {
  const shelf = await page.context().newPage();
  await shelf.goto(new URL('offline/', await baseOf(page)).href);
  await expect(shelf.locator('[data-pack] [data-part="status"]').first()).not.toBeEmpty();
  const all = shelf.getByRole('button', { name: '下载全部课程' });
  if (await all.isVisible()) await all.click();
  await expect(shelf.locator('[data-pack]:not([data-state="ready"])')).toHaveCount(0, {
    timeout: 90_000,
  });
  await shelf.close();
}

/** The site's home address, as the page itself knows it. */
const baseOf = (page: Page): Promise<string> =>
  page.evaluate(() => new URL(document.documentElement.dataset.base ?? '/', location.href).href);

/** What Chromium says about a request that a page or its worker makes without a network. */
export const offlineNoise =
  /ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_FAILED|network error response: the promise was rejected/;
