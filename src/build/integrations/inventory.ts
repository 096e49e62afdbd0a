import { readFile, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { readComponents, shippedPackages } from '../inventory/components.ts';
import { printLicenses } from '../inventory/license-list.ts';
import { printSbom } from '../inventory/sbom.ts';

/** Writes of which packages the site is made: `sbom.json` for scanners, `licenses.txt` for people. */
export function inventory(): AstroIntegration {
  let root = new URL('file:///');
  return {
    name: 'inventory',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = config.root;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const read = (name: string) => readFile(new URL(name, root), 'utf8');
        const course = JSON.parse(await read('package.json'));
        const components = readComponents(JSON.parse(await read('package-lock.json')));
        const texts = new Map<string, string>();
        for (const [name, file] of shippedPackages) {
          texts.set(name, await read(`node_modules/${name}/${file}`));
        }
        await writeFile(new URL('sbom.json', dir), printSbom(course, components));
        await writeFile(new URL('licenses.txt', dir), printLicenses(course, components, texts));
        logger.info(`${components.length} packages, ${texts.size} of them shipped`);
      },
    },
  };
}
