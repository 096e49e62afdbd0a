/** The harness itself: a guard that never fires would let every other test pass. */
import { join } from 'node:path';
import { expect, test } from './site.ts';

/** TypeScript's own library does not know trusted types yet. */
interface PageWithTrustedTypes {
  trustedTypes: {
    createPolicy(
      name: string,
      rules: { createScriptURL(address: string): string },
    ): { createScriptURL(address: string): string };
  };
}

test.use({ root: join(import.meta.dirname, '../fixtures/harness-site') });

test('the page is a secure context in the project that says so, and only there', async ({
  page,
  origin,
}) => {
  await page.goto('./');
  expect(await page.evaluate(() => isSecureContext)).toBe(origin === 'secure');
});

test('a console error is a complaint', async ({ page, complaints }) => {
  complaints.expect(/console: said on purpose/);
  await page.goto('./');
  await page.evaluate(() => console.error('said on purpose'));
});

test('an uncaught error is a complaint', async ({ page, complaints }) => {
  complaints.expect(/uncaught: Error: thrown on purpose/);
  await page.goto('throws.html');
});

test('content that the policy blocks is a complaint', async ({ page, complaints }) => {
  complaints.expect(/policy: script-src-elem blocked inline/);
  complaints.expect(/console: Executing inline script violates/);
  await page.goto('inline-script.html');
  await expect(page).toHaveTitle('违反策略的页面');
});

// An address that answers or refuses without any rule of ours: only the rules make it unknown.
test('a request to a foreign host is a complaint and never leaves the browser', async ({
  page,
  complaints,
}) => {
  complaints.expect(/foreign request: http:\/\/127\.0\.0\.2\//);
  await expect(page.goto('http://127.0.0.2/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
});

for (const [what, complaint, ask] of [
  ['writes', /request that writes: POST/, () => fetch('./', { method: 'POST', body: 'answer' })],
  ['carries an answer', /query that could carry an answer/, () => fetch('./?q-wait=b')],
] as const) {
  test(`a request that ${what} is a complaint, of the browser and of the server`, async ({
    page,
    site,
    complaints,
  }) => {
    complaints.expect(complaint);
    complaints.allow(/405/);
    await page.goto('./');
    await page.evaluate(ask as () => Promise<unknown>);
    expect(site.overheard).toEqual([expect.stringMatching(complaint)]);
    expect(complaints.heard).toEqual(expect.arrayContaining([expect.stringMatching(complaint)]));
  });
}

test('a service worker is heard too, its requests and its errors @secure', async ({
  page,
  context,
  complaints,
}) => {
  complaints.expect(/console: said by the worker/);
  complaints.expect(/query that could carry an answer: \S+\?from-worker/);
  const request = context.waitForEvent('request', (it) => it.url().endsWith('?from-worker'));
  await page.goto('./');
  await page.evaluate(async () => {
    const { trustedTypes } = window as unknown as PageWithTrustedTypes;
    const policy = trustedTypes.createPolicy('app', { createScriptURL: (address) => address });
    const address = policy.createScriptURL('complaining-worker.js');
    await navigator.serviceWorker.register(address);
    await navigator.serviceWorker.ready;
  });
  expect((await request).serviceWorker()).not.toBeNull();
});

test('a complaint that nobody expected fails the test', async ({ page, complaints }) => {
  await page.goto('throws.html');
  await expect.poll(() => complaints.heard).toHaveLength(1);
  expect(() => complaints.settle()).toThrow('the browser complained');
  complaints.expect(/thrown on purpose/);
});

test('the site goes away and comes back at the same address', async ({
  page,
  site,
  complaints,
}) => {
  complaints.expect(/ERR_CONNECTION_REFUSED/);
  const statusOfHome = () =>
    page.evaluate(() =>
      fetch('./').then(
        (answer) => answer.status,
        () => 'unreachable',
      ),
    );
  await page.goto('./');
  await site.goOffline();
  expect(await statusOfHome()).toBe('unreachable');
  await site.goOnline();
  expect(await statusOfHome()).toBe(200);
  expect(site.requests.map((request) => request.status)).toEqual([200, 304]);
});
