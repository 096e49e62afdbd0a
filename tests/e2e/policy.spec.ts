/** One policy, sent or only printed: a whole walk offends it nowhere, and it refuses what is not ours. */
import { answerAndSave, choose, rightChoice } from './answering.ts';
import { LESSON, pretest } from './authored.ts';
import { expect, test } from './bad-network.ts';
import { questionOf, shownQuestion } from './paper.ts';
import { untilReadyOffline } from './readiness.ts';

for (const [how, fault] of [
  ['in the page alone', 'bare'],
  ['in the page and in the headers', undefined],
] as const) {
  test.describe(`the policy ${how}`, () => {
    test.beforeEach(({ site }) => {
      site.fault = () => fault;
    });

    // What the policy blocks is a complaint, of every page: see `complaints`.
    test('is not offended by anything that a learner does', async ({ page, origin }) => {
      test.slow();
      await page.goto('./');
      await page.goto(`${LESSON}/`);
      await answerAndSave(page, pretest);
      await page.goto('search/?q=插队');
      await expect(page.getByText(/^找到\d+处$/)).toBeVisible();
      await page.goto('attitude/test/');
      await page.getByRole('button', { name: '开始测验' }).click();
      const asked = shownQuestion(page);
      await choose(asked, rightChoice(await questionOf(asked)));
      await asked.getByRole('button', { name: '提交' }).click();
      await page.goto('record/');
      await expect(page.locator(`[data-lesson="${LESSON}"]`)).toHaveText(/^答了/);
      await page.goto('record/sheet/');
      await page.goto('learner/');
      await page.goto('offline/');
      if (origin === 'secure') await untilReadyOffline(page);
      await page.goto('diagnostics/');
      await expect(page.locator('[data-part="facts"] dt').first()).toBeVisible();
      await page.goto('reset/');
      await page.goto('privacy/');
    });

    test('refuses a script and an address that are not ours', async ({ page, complaints }) => {
      complaints.expect(/policy: require-trusted-types-for blocked trusted-types-sink/);
      complaints.expect(/policy: img-src blocked http:\/\/elsewhere\.test/);
      complaints.expect(/foreign request: http:\/\/elsewhere\.test/);
      complaints.allow(/violates the following|TrustedScript|TrustedHTML/);
      await page.goto(`${LESSON}/`);
      for (const [inject, type] of [
        [() => Object.assign(document.createElement('script'), { text: 'x' }), 'TrustedScript'],
        [() => Object.assign(document.body, { innerHTML: '<b>' }), 'TrustedHTML'],
        [() => Object.assign(document.createElement('script'), { src: '/x.js' }), 'TrustedScript'],
      ] as const) {
        await expect(page.evaluate(inject as () => unknown)).rejects.toThrow(type);
      }
      await page.evaluate(() => {
        new Image().src = 'http://elsewhere.test/pixel.png';
      });
      await expect.poll(() => complaints.heard.join()).toContain('policy: img-src');
    });
  });
}
