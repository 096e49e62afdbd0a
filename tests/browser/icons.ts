/**
 * Draws the icons of home screens from `public/icon.svg`, beside it: `npm run icons`. Their names
 * stay, because a home screen keeps the address.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { windowColours } from '../../src/build/hosting/web-manifest.ts';
import globalSetup from './global-setup.ts';
import { launchOptions } from './launcher.ts';

const project = join(import.meta.dirname, '../..');
const drawing = await readFile(join(project, 'public/icon.svg'), 'utf8');
const tokens = await readFile(join(project, 'src/styles/tokens.css'), 'utf8');
const { background } = windowColours(tokens);

/** `share` is the drawing's part of the width: phones cut the corners off a maskable icon. */
const icons = [
  { name: 'icon-192', size: 192, share: 1, behind: 'transparent' },
  { name: 'icon-512', size: 512, share: 1, behind: 'transparent' },
  { name: 'icon-maskable-512', size: 512, share: 0.75, behind: background },
  { name: 'apple-touch-icon', size: 180, share: 0.8, behind: background },
];

await globalSetup();
const browser = await chromium.launch(launchOptions());
for (const { name, size, share, behind } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>
      body { margin: 0; height: 100vh; display: grid; place-items: center; background: ${behind} }
      svg { width: ${share * 100}vw }
    </style>${drawing}`,
  );
  await page.screenshot({ path: join(project, `public/${name}.png`), omitBackground: true });
  await page.close();
}
await browser.close();
