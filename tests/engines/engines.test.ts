/**
 * The built site in browsers that Playwright does not bring: the floor, which comes from npm, and
 * Firefox and WebKit where the system has them. One that is not there is said to be skipped.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type RunningServer, serve } from '../../tools/serve.ts';
import { plainHost } from '../browser/launcher.ts';
import { findFirefox, launchFirefox } from './firefox.ts';
import { launchOldChromium } from './old-chromium.ts';
import type { Engine, Page } from './page.ts';
import { findWebKit, launchWebKit } from './webkit.ts';

/**
 * What is no fault of the site: a directive of the constant policy that the floor does not know, and
 * what Firefox says of a request that is cut off when its page is left.
 */
const unavoidable = /invalid source: ''wasm-unsafe-eval''|^Failed to load ‘’\./;
const complaintsOf = (page: Page) => page.complaints.filter((text) => !unavoidable.test(text));

interface Browser {
  name: string;
  launch(): Promise<Engine>;
  /** The site's host: on another one than this machine's own, plain http is not secure. */
  host: string;
  skip: boolean;
  /** What its name for itself has to contain: that the right one runs. */
  agent: RegExp;
}

const [firefox, webKit] = [findFirefox() || '', findWebKit() || ''];
const browsers: Browser[] = [
  {
    name: 'Chromium 86, plain http',
    launch: launchOldChromium,
    host: plainHost,
    skip: false,
    agent: /Chrome\/86\./,
  },
  {
    name: 'Firefox, plain http',
    launch: () => launchFirefox(firefox),
    host: plainHost,
    skip: !firefox,
    agent: /Firefox\//,
  },
  {
    name: 'Firefox',
    launch: () => launchFirefox(firefox),
    host: 'localhost',
    skip: !firefox,
    agent: /Firefox\//,
  },
  {
    name: 'WebKit',
    launch: () => launchWebKit(webKit),
    host: 'localhost',
    skip: !webKit,
    agent: /AppleWebKit\/(?!.*Chrom)/,
  },
];

for (const { name, launch, host, skip, agent } of browsers) {
  describe(name, { skip: skip && 'not installed' }, () => {
    let engine: Engine;
    let page: Page;
    let site: RunningServer;
    let origin = '';
    const secure = host === 'localhost';

    before(async () => {
      site = await serve({ root: 'dist' });
      origin = `http://${host}:${site.port}/`;
      engine = await launch();
      page = engine.page;
      await page.goto(origin);
    });
    after(async () => {
      await engine?.close();
      await site?.close();
    });

    test('it is that browser, in that context', async () => {
      assert.match(await page.evaluate('navigator.userAgent'), agent);
      assert.equal(await page.evaluate('isSecureContext'), secure);
    });

    test('every page opens without a complaint', async () => {
      for (const path of await allPages(site)) {
        await page.goto(origin + path);
        const words = await page.evaluate<number>('document.body.innerText.length');
        assert.ok(words > 100, `${path} shows ${words} characters`);
      }
      assert.deepEqual(complaintsOf(page), []);
    });

    test('a question is answered, saved, and found again in the record', async () => {
      await page.goto(`${origin}attitude/waiting/`);
      await answer(page, 'sure');
      assert.equal(await page.evaluate('document.querySelector(".saved").textContent'), '已保存');
      await page.goto(`${origin}record/`);
      await page.until(
        'document.querySelector("[data-part=total]").textContent.includes("答过1题")',
      );
    });

    test('a selection is there again after a reload', async () => {
      await page.goto(`${origin}attitude/visible/`);
      await page.until('document.querySelector("course-quiz[data-ready]")');
      await page.evaluate('document.querySelector("course-quiz input").click()');
      await page.goto(`${origin}attitude/visible/`);
      await page.until('document.querySelector("course-quiz[data-ready] input:checked")');
    });

    test('search finds a phrase', async () => {
      await page.goto(`${origin}search/?q=${encodeURIComponent('对不起')}`);
      await page.until('document.querySelectorAll(".results li").length > 0');
    });

    test('a test draws its questions from the lessons', async () => {
      await page.goto(`${origin}attitude/test/`);
      await page.until('!document.querySelector("[data-part=intro]").hidden');
      await page.evaluate('document.querySelector("[data-action=begin]").click()');
      await page.until('document.querySelector("course-test [data-question]:not([hidden])")');
      assert.match(
        await page.evaluate('document.querySelector("[data-part=position]").textContent'),
        /^第1题，共20题/,
      );
    });

    test('one line says what http lacks', { skip: secure && 'the context is secure' }, async () => {
      const line = 'document.querySelector("course-offline").textContent';
      assert.match(await page.evaluate(line), /https/);
      assert.deepEqual(complaintsOf(page), []);
    });

    test('without a network', { skip: !secure && 'the context is not secure' }, async (it) => {
      await page.goto(`${origin}attitude/waiting/`);
      await page.until('document.querySelector("course-offline[data-state=ready]")');
      await site.close();

      await it.test('every lesson of the module opens', async () => {
        for (const lesson of ['visible', 'first-last', 'waiting', 'his-worry', 'apology']) {
          await page.goto(`${origin}attitude/${lesson}/`);
          await page.until('document.querySelector("course-quiz[data-ready]")');
        }
      });
      await it.test('a question is answered and counted', async () => {
        await page.goto(`${origin}attitude/apology/`);
        await answer(page, 'unsure');
        await page.goto(`${origin}record/`);
        await page.until(
          'document.querySelector("[data-part=total]").textContent.includes("答过2题")',
        );
      });
      await it.test('search finds a phrase', async () => {
        await page.goto(`${origin}search/?q=${encodeURIComponent('久等')}`);
        await page.until('document.querySelectorAll(".results li").length > 0');
      });
      await it.test('an open test goes on', async () => {
        await page.goto(`${origin}attitude/test/`);
        await page.until('document.querySelector("course-test [data-question]:not([hidden])")');
      });
      await it.test('what is not here gives way to the list of what is', async () => {
        await page.goto(`${origin}bank/nothing/`);
        await page.until('document.body.innerText.includes("这一页还没下载")');
      });
    });
  });
}

/** The pages of every kind, and all modules and lessons. */
async function allPages(site: RunningServer): Promise<string[]> {
  const course = (await (await fetch(`${site.url}course.json`)).json()) as {
    modules: { id: string; lessons: { url: string }[] }[];
  };
  const modules = course.modules.flatMap(({ id, lessons }) => [
    `${id}/`,
    ...lessons.map(({ url }) => url.slice(1)),
  ]);
  const others = ['path/teller/', 'search/', 'record/', 'record/sheet/', 'offline/', 'learner/'];
  return ['', ...others, 'diagnostics/', 'sources/', 'local/', 'privacy/', ...modules];
}

/** Answers the first question of the page with its first option. */
async function answer(page: Page, how: 'sure' | 'unsure'): Promise<void> {
  await page.until('document.querySelector("course-quiz[data-ready]")');
  await page.evaluate('document.querySelector("course-quiz input").click()');
  await page.evaluate(`document.querySelector("course-quiz button[value=${how}]").click()`);
  await page.until('!document.querySelector("course-quiz .verdict").hidden');
}
