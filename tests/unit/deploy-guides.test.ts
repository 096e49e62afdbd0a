/** What the guides in `deploy` quote of the code and of each other is still so. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contentType, csp, headersFor } from '../../src/build/hosting.ts';

const guides = globSync('deploy/*.md').map((path) => path.replaceAll('\\', '/'));
const read = (path: string) => readFileSync(path, 'utf8');

test('the security page quotes the policy that is served, to the letter', () => {
  expect(read('deploy/security.md')).toContain(`\n${csp('header')}\n`);
});

test('the table of the acceptance says what the hosting table says', () => {
  const rows = [...read('deploy/README.md').matchAll(/^\| `\/(\S*)` \| 200，(.*?) \|/gm)];
  expect(rows.map(([, file]) => file)).toEqual(['', 'sw.js', 'manifest.webmanifest', 'local.json']);
  for (const [, file = '', promised = ''] of rows) {
    const type = contentType(file || 'index.html').replace(/;.*/, '');
    expect(promised, file).toContain(`\`${type}\``);
    const cacheControl = headersFor(`/${file}`, '/')['Cache-Control'];
    if (promised.includes('，')) expect(promised, file).toContain(`\`${cacheControl}\``);
  }
});

test('what they say the site says, it says', () => {
  const sources = globSync('src/{client,components,pages}/**/*.{ts,astro}').map(read).join('\n');
  const all = guides.map(read).join('\n');
  for (const words of [
    '本站未启用https，不能离线使用',
    '哪些课能离线看',
    '已下载',
    '新内容已就绪',
    '收到的内容跟网站上的不一样',
    '网站没给这个文件，多半正在更新',
    '备份与恢复',
    '清空本机',
  ]) {
    expect(all).toContain(words);
    expect(sources).toContain(words);
  }
});

describe.each(guides)('%s', (path) => {
  test('leads to guides that are there', () => {
    const targets = [...read(path).matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, target]) => target);
    for (const target of targets) expect(guides, target).toContain(`deploy/${target}`);
  });

  test('advises nothing that would delete answers or answer with the home page', () => {
    expect(read(path)).not.toMatch(/add_header Clear-Site-Data|try_files.*index\.html|<rewrite>/);
  });
});
