import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { hostingFiles } from '../hosting/files.ts';
import { webManifest, windowColours } from '../hosting/web-manifest.ts';
import { siteFiles } from '../site-files.ts';

/**
 * Writes what depends on the base path and on the host: early the web app manifest, which belongs
 * to the offline shell; at the very end the files for hosts, which belong to no build.
 */
export function hosting(): AstroIntegration {
  let base = '/';
  let tokens = '';
  return {
    name: 'hosting',
    hooks: {
      'astro:config:done': async ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
        tokens = await readFile(new URL('styles/tokens.css', config.srcDir), 'utf8');
      },
      'astro:build:generated': async ({ dir }) => {
        const text = webManifest(base, windowColours(tokens));
        await writeFile(new URL('manifest.webmanifest', dir), text);
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const addresses = (await siteFiles(root)).keys();
        for (const { path: name, content } of hostingFiles(base, addresses)) {
          const file = path.join(root, name);
          await mkdir(path.dirname(file), { recursive: true });
          await writeFile(file, content);
        }
      },
    },
  };
}
