import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type RunningServer, serve } from '../../tools/serve.ts';
import { plainHost } from '../browser/launcher.ts';
import { launchOldChromium, type OldBrowser } from './old-chromium.ts';

/** It does not know 'wasm-unsafe-eval' in the constant policy, says so, and goes on. */
const unavoidable = /invalid source: ''wasm-unsafe-eval''/;
const complaints = () => browser.page.complaints.filter((text) => !unavoidable.test(text));

// The built site on a plain-http name in the browser of 2020: everything but the worker.
let browser: OldBrowser;
let site: RunningServer;
let origin = '';

before(async () => {
  site = await serve({ root: 'dist' });
  origin = `http://${plainHost}:${site.port}/`;
  browser = await launchOldChromium();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

test('it is the floor: no secure context, no service worker, no Array.at', async () => {
  await browser.page.goto(origin);
  assert.match(await browser.page.evaluate('navigator.userAgent'), /Chrome\/86\./);
  assert.equal(await browser.page.evaluate('isSecureContext || "at" in []'), false);
});

test('every page opens without a complaint', async () => {
  const course = await (await fetch(`${site.url}course.json`)).json();
  const lessons = course.modules.flatMap((module: { id: string; lessons: { url: string }[] }) => [
    `${module.id}/`,
    ...module.lessons.map(({ url }) => url.slice(1)),
  ]);
  for (const path of ['', 'path/teller/', 'search/', 'record/', 'offline/', ...lessons]) {
    await browser.page.goto(origin + path);
    const words = await browser.page.evaluate<number>('document.body.innerText.length');
    assert.ok(words > 100, `${path} shows ${words} characters`);
  }
  assert.deepEqual(complaints(), []);
});

test('a question is answered, saved, and found again in the record', async () => {
  const { page } = browser;
  await page.goto(`${origin}attitude/waiting/`);
  await page.until('document.querySelector("course-quiz[data-ready]")');
  await page.evaluate('document.querySelector("course-quiz input").click()');
  await page.evaluate('document.querySelector("course-quiz button[value=sure]").click()');
  await page.until('!document.querySelector("course-quiz .verdict").hidden');
  assert.equal(await page.evaluate('document.querySelector(".saved").textContent'), '已保存');
  await page.goto(`${origin}record/`);
  await page.until('document.querySelector("[data-part=total]").textContent.includes("答过1题")');
});

test('search finds a phrase, and one line says what http lacks', async () => {
  const { page } = browser;
  await page.goto(`${origin}search/?q=${encodeURIComponent('对不起')}`);
  await page.until('document.querySelectorAll(".results li").length > 0');
  assert.match(
    await page.evaluate('document.querySelector("course-offline").textContent'),
    /https/,
  );
  assert.deepEqual(complaints(), []);
});
