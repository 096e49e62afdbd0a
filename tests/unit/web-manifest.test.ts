import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { webManifest, windowColours } from '../../src/build/hosting/web-manifest.ts';

const colours = { theme: '#17655a', background: '#f5f7f5' };

test.each(['/', '/course/'])('every address of the web app manifest lies below %s', (base) => {
  const manifest = JSON.parse(webManifest(base, colours));
  expect([manifest.id, manifest.start_url, manifest.scope]).toEqual([base, base, base]);
  const addresses = [
    ...manifest.icons.map(({ src }: { src: string }) => src),
    ...manifest.shortcuts.map(({ url }: { url: string }) => url),
  ];
  expect(addresses).toContain(`${base}record/`);
  for (const address of addresses) expect(address).toMatch(new RegExp(`^${base}[\\w-]`));
});

test('its colours are those of the site by day', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  expect(windowColours(tokens)).toEqual(colours);
  expect(() => windowColours(':root { --jade: green; }')).toThrow('--jade');
});
