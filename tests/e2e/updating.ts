/** A new build on the server, and what the page asks because of it. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Site } from './site.ts';

export const updateBar = (page: Page): Locator => page.getByText('新内容已就绪');

export const updateButton = (page: Page): Locator =>
  page.getByRole('button', { name: '更新', exact: true });

/** Uploads the build in `root`, and comes back to the page, which asks. */
export async function offerUpdate(page: Page, site: Site, root: string): Promise<void> {
  await site.deploy(root);
  await page.reload();
  await expect(updateBar(page)).toBeVisible();
}

/** The same, and the learner agrees; the page loads again. */
export async function takeUpdate(page: Page, site: Site, root: string): Promise<void> {
  await offerUpdate(page, site, root);
  await updateButton(page).click();
  await expect(updateBar(page)).toBeHidden();
}
