/**
 * Pictures of the built site as people see it: `npm run screenshots -- [folder] [path …]`. Phone,
 * dark, large text and desktop, each page whole, cut into sheets that can be read.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { serve } from '../../tools/serve.ts';
import globalSetup from './global-setup.ts';
import { launchOptions } from './launcher.ts';

/** Height of one picture, in CSS pixels. */
const SHEET = 1600;

const views = {
  phone: { viewport: { width: 375, height: 812 } },
  dark: { viewport: { width: 375, height: 812 }, colorScheme: 'dark' },
  large: { viewport: { width: 375, height: 812 }, rootFont: '200%' },
  desktop: { viewport: { width: 1280, height: 800 } },
} as const;

const [folder = 'test-results/screenshots', ...asked] = process.argv.slice(2);
const paths =
  asked.length > 0 ? asked : ['', 'attitude/', 'attitude/waiting/', 'search/', 'record/'];

await globalSetup();
await mkdir(folder, { recursive: true });
const site = await serve({ root: 'dist' });
const browser = await chromium.launch(launchOptions());
for (const [name, { viewport, ...view }] of Object.entries(views)) {
  const colorScheme = 'colorScheme' in view ? view.colorScheme : 'light';
  const page = await browser.newPage({ viewport, colorScheme, locale: 'zh-CN' });
  for (const path of paths) {
    await page.goto(site.url + path);
    await page.waitForLoadState('networkidle');
    if ('rootFont' in view) {
      await page.evaluate(
        (size) => document.documentElement.style.setProperty('font-size', size),
        view.rootFont,
      );
    }
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let sheet = 0; sheet * SHEET < height; sheet += 1) {
      const clip = {
        x: 0,
        y: sheet * SHEET,
        width: viewport.width,
        height: Math.min(SHEET, height - sheet * SHEET),
      };
      const file = `${path.replaceAll('/', '-') || 'home-'}${name}-${sheet + 1}.png`;
      await page.screenshot({ path: join(folder, file), fullPage: true, clip });
    }
  }
  await page.close();
}
await browser.close();
await site.close();
