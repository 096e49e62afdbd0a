import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readComponents, shippedPackages } from '../../src/build/inventory/components.ts';
import { printLicenses } from '../../src/build/inventory/license-list.ts';
import { printSbom } from '../../src/build/inventory/sbom.ts';

const course = { name: 'window-course', version: '1.2.3', license: 'MIT' };
const integrity = `sha512-${Buffer.from('digest').toString('base64')}`;

const components = readComponents({
  packages: {
    '': { name: 'window-course', version: '1.2.3' },
    'node_modules/vite': { version: '8.0.0', license: 'MIT' },
    'node_modules/idb': { version: '8.0.4', license: 'ISC', integrity },
    'node_modules/workbox/node_modules/idb': { version: '7.1.1', license: 'ISC' },
    'node_modules/@pagefind/linux-x64': { version: '1.6.0' },
    'node_modules/astro/node_modules/vite': { version: '8.0.0', license: 'MIT' },
  },
});

test('each package is named once, and what reaches a browser is told from what builds', () => {
  expect(components).toEqual([
    { name: '@pagefind/linux-x64', version: '1.6.0', shipped: false },
    { name: 'idb', version: '7.1.1', license: 'ISC', shipped: false },
    { name: 'idb', version: '8.0.4', license: 'ISC', integrity, shipped: true },
    { name: 'vite', version: '8.0.0', license: 'MIT', shipped: false },
  ]);
});

test('whatever page code and worker import is in the list of shipped packages', () => {
  const sources = globSync('src/{client,core,sw}/**/*.ts').map((path) =>
    readFileSync(path, 'utf8'),
  );
  const imported = sources.flatMap((text) => [...text.matchAll(/^import .* from '([^.'].*)';$/gm)]);
  const names = new Set(imported.map(([, name]) => name));
  expect([...names]).toEqual(['idb']);
  for (const name of names) expect(shippedPackages.has(name ?? '')).toBe(true);
});

describe('the bill of materials', () => {
  const bill = JSON.parse(printSbom(course, components));

  test('is CycloneDX 1.6 and the same for the same packages', () => {
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 });
    expect(bill).not.toHaveProperty('serialNumber');
    expect(bill.metadata).not.toHaveProperty('timestamp');
    expect(bill.metadata.component).toMatchObject({ name: 'window-course', version: '1.2.3' });
  });

  test('names every package as scanners do, with license and digest where they are known', () => {
    const [platform, , idb, vite] = bill.components;
    expect(platform).toEqual({
      type: 'library',
      'bom-ref': 'pkg:npm/%40pagefind/linux-x64@1.6.0',
      name: '@pagefind/linux-x64',
      version: '1.6.0',
      scope: 'excluded',
      purl: 'pkg:npm/%40pagefind/linux-x64@1.6.0',
    });
    expect(idb).toMatchObject({
      scope: 'required',
      hashes: [{ alg: 'SHA-512', content: Buffer.from('digest').toString('hex') }],
      licenses: [{ expression: 'ISC' }],
    });
    expect(vite).toMatchObject({ scope: 'excluded', purl: 'pkg:npm/vite@8.0.0' });
  });
});

describe('the list of licenses', () => {
  test('gives the whole text of what is shipped and one line to the rest', () => {
    const list = printLicenses(course, components, new Map([['idb', 'Permission is granted\n']]));
    expect(list).toContain('\nidb 8.0.4，ISC\n\n    Permission is granted\n');
    expect(list).toContain('第三方代码（1个）');
    expect(list).toContain('第三方代码（3个）');
    expect(list).toContain('\n@pagefind/linux-x64 1.6.0，锁文件没有写许可\nidb 7.1.1，ISC\nvite');
  });

  test('fails where a shipped package has no license text', () => {
    expect(() => printLicenses(course, components, new Map())).toThrow('idb');
  });
});
