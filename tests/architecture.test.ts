import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { brokenRules } from './architecture-rules.ts';

const sources = globSync(['{src,tools,tests}/**/*.ts', 'src/**/*.{astro,js,mjs,tsx,jsx}']).map(
  (path) => path.replaceAll('\\', '/'),
);

test('every file keeps the rules of the architecture', () => {
  expect(sources).toEqual(expect.arrayContaining(['src/core/hex.ts', 'src/pages/index.astro']));
  expect(sources.flatMap((path) => brokenRules(path, readFileSync(path, 'utf8')))).toEqual([]);
});

test('no other folder and no vaguely named one lies in src', () => {
  const folders = globSync('src/*/', { withFileTypes: true }).map(({ name }) => name);
  expect(folders.sort()).toEqual([
    'build',
    'client',
    'components',
    'content',
    'core',
    'pages',
    'styles',
    'sw',
  ]);
});

/** A file that breaks one rule, and a word of what has to be said of it. */
type Planted = [path: string, text: string, said: string];

/** What is wrong with this code; in a component it stands in the frontmatter, or it is markup. */
function check(path: string, code: string): string[] {
  const isFrontmatter = path.endsWith('.astro') && !code.startsWith('<');
  return brokenRules(path, isFrontmatter ? `---\n${code}\n---\n<p></p>\n` : code);
}

describe('the rules find', () => {
  test.each<Planted>([
    ['src/core/quiz/a.ts', "import { href } from '../../client/base.ts';", 'core is pure'],
    ['src/core/a.ts', "import { openDB } from 'idb';", 'core is pure'],
    ['src/core/a.ts', "import type { z } from 'astro/zod';", 'core is pure'],
    ['src/core/a.ts', "export { csp } from '../build/hosting.ts';", 'core is pure'],
    ['src/core/a.ts', "const a = await import('node:fs');", 'core is pure'],
    ['src/core/a.ts', "type A = import('../sw/builds.ts').A;", 'core is pure'],
    ['src/client/a.ts', "import { csp } from '../build/hosting.ts';", 'client imports'],
    ['src/client/a.ts', "import { z } from 'zod';", 'client imports'],
    ['src/client/a.ts', "import 'astro:transitions';", 'client imports'],
    ['src/client/a.ts', "import { answer } from '../sw/answer.ts';", 'client imports'],
    ['src/sw/a.ts', "import { href } from '../client/base.ts';", 'sw imports'],
    ['src/sw/a.ts', "import { csp } from '../build/hosting.ts';", 'sw imports'],
    ['src/sw/a.ts', "import { precache } from 'workbox-precaching';", 'sw imports'],
    ['src/build/a.ts', "import { href } from '../client/base.ts';", 'build never imports'],
    ['src/build/a.ts', "import type { A } from '../sw/builds.ts';", 'build never imports'],
    ['src/build/a.ts', "import { href } from '../components/href.ts';", 'build never imports'],
    ['src/build/a.ts', "import type { A } from 'astro:content';", 'without astro:*'],
    ['src/build/content.ts', "import { href } from '../client/base.ts';", 'build never imports'],
    ['src/components/A.astro', "import '../client/base.ts';", 'components import'],
    ['src/components/A.astro', "import '../build/errors.ts';", 'components import'],
    ['src/components/a.ts', "import { z } from 'astro/zod';", 'components import'],
    ['src/pages/a.astro', "import '../client/base.ts';", 'pages gather'],
    ['src/pages/a.astro', "import '../build/hosting.ts';", 'pages gather'],
    ['src/pages/a/b.astro', "import { parse } from 'yaml';", 'pages gather'],
    ['src/content.config.ts', "import './client/base.ts';", 'content.config.ts imports'],
    ['src/env.d.ts', "type A = import('./client/base.ts').A;", 'imports core only'],
    ['tools/a.ts', "import '../src/client/base.ts';", 'tools import'],
    ['tools/a.ts', "import '../tests/a.ts';", 'tools import'],
    ['tests/a.ts', "import '../src/pages/course.json.ts';", 'tests import'],
    ['src/build/a.ts', "import '../../tests/a.ts';", 'build never imports'],
  ])('a border crossed: %s with %s', (path, text, said) => {
    expect(check(path, text)).toEqual([expect.stringContaining(said)]);
  });

  test.each<Planted>([
    ['src/core/a.ts', "import { toHex } from './hex';", 'needs the ending'],
    ['src/sw/a.ts', "import { toHex } from '../core/hex';", 'needs the ending'],
    ['src/helping/a.ts', '', 'in no folder'],
    ['src/app.ts', '', 'in no folder'],
    ['src/core/utils/a.ts', '', 'no subject'],
    ['src/core/string-utils.ts', '', 'no subject'],
    ['src/client/store-manager.ts', '', 'no subject'],
    ['src/build/common/a.ts', '', 'no subject'],
    ['tests/helper.ts', '', 'no subject'],
    ['src/core/offlinePlan.ts', '', 'kebab-case'],
    ['src/components/lesson/quiz-form.astro', '', 'PascalCase'],
    ['src/components/A.astro', '<script>start();</script>', 'script of its own'],
    ['src/components/A.astro', '<script type="module" src="/a.js"></script>', 'script of its own'],
  ])('a file out of place or style: %s with “%s”', (path, text, said) => {
    expect(check(path, text)).toEqual([expect.stringContaining(said)]);
  });

  test.each<Planted>([
    ['src/pages/a.astro', "import { getCollection } from 'astro:content';", 'getCollection'],
    ['src/pages/a.astro', "import { getEntry as get } from 'astro:content';", 'getEntry'],
    ['src/pages/a.astro', "import { render } from 'astro:content';", 'render'],
    ['src/pages/a.astro', "import * as content from 'astro:content';", 'everything'],
    ['src/pages/a.astro', "const content = await import('astro:content');", 'everything'],
    [
      'src/pages/[module]/[lesson].astro',
      "import { getCollection, render } from 'astro:content';",
      'getCollection',
    ],
    ['src/content.config.ts', "import { getCollection } from 'astro:content';", 'getCollection'],
  ])('collections read elsewhere: %s with %s', (path, text, name) => {
    expect(check(path, text)).toEqual([
      expect.stringContaining(`imports ${name} from astro:content; only build/content.ts`),
    ]);
  });

  test.each([
    ['Date.now()', 'const now = Date.now();'],
    ['new Date()', 'const now = new Date();'],
    ['new Date()', 'const now = new Date;'],
    ['Date()', 'const now = Date();'],
    ['performance.now()', 'const now = performance.now();'],
    ['Math.random()', 'const chance = Math.random();'],
    ['fetch()', "const answer = await fetch('/local.json');"],
    ['document', "document.querySelector('main');"],
    ['document', 'const { body } = document;'],
    ['window', 'const top = window.top;'],
    ['globalThis', 'globalThis.name;'],
    ['navigator', 'if (navigator.onLine) start();'],
    ['localStorage', "localStorage.getItem('a');"],
    ['indexedDB', "indexedDB.open('a');"],
  ])('%s in core', (name, text) => {
    expect(check('src/core/a.ts', text)).toEqual([expect.stringContaining(`uses ${name};`)]);
  });
});

describe('the rules let pass', () => {
  test.each([
    ['src/core/a.ts', 'const bytes = await network.fetch(address, signal);'],
    ['src/core/a.ts', 'interface Page { document: string; fetch(): void }'],
    ['src/core/a.ts', 'const day = new Date(at).getUTCDate(); // not new Date() or Date.now()'],
    ['src/core/a.ts', "const said = 'document.title';"],
    [
      'src/client/a.ts',
      "const api = await import(folder + 'pagefind.js'); fetch(document.baseURI);",
    ],
    ['src/client/a.ts', "import { openDB } from 'idb';"],
    ['src/build/content.ts', "import { getCollection } from 'astro:content';"],
    [
      'src/build/a.ts',
      "import { z } from 'astro/zod'; import { readFile } from 'node:fs/promises';",
    ],
    ['src/components/A.astro', "import { csp } from '../build/hosting.ts';"],
    ['src/components/A.astro', '<script is:inline type="application/json" />'],
    ['src/pages/[module]/[lesson].astro', "import { render } from 'astro:content';"],
  ])('%s with %s', (path, text) => {
    expect(check(path, text)).toEqual([]);
  });
});
