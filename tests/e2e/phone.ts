/** A learner's phone: a browser that keeps its storage and can die at any moment. */
import { expect, type Page } from '@playwright/test';
import { type KillableBrowser, launchKillable } from '../browser/launcher.ts';
import { test as base } from './site.ts';

export { expect };

export interface Phone {
  /** Starts the browser and gives its page; storage is as the last one left it. */
  start(): Promise<Page>;
  /** SIGKILL: no page is asked, nothing is flushed. */
  kill(): Promise<void>;
}

export const test = base.extend<{ phone: Phone }>({
  phone: async ({ complaints, viewport }, use, testInfo) => {
    let browser: KillableBrowser | undefined;
    const phone: Phone = {
      async start() {
        browser = await launchKillable(testInfo.outputPath('profile'), { viewport });
        await complaints.listenTo(browser.context);
        return browser.context.pages()[0] ?? browser.context.newPage();
      },
      async kill() {
        await browser?.kill();
        browser = undefined;
      },
    };
    await use(phone);
    await phone.kill();
  },
});

/** Waits until the quizzes of the page are its own: on plain http a killed one holds them a while. */
export async function untilFree(page: Page): Promise<void> {
  for (const quiz of await page.locator('course-quiz, course-test').all()) {
    await expect(quiz).toHaveAttribute('data-ready', '', { timeout: 12_000 });
  }
}
