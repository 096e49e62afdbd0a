import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { hostingFiles } from '../../src/build/hosting/files.ts';
import {
  constantHeaders,
  filesForHosts,
  hashedFiles,
  headersFor,
  keepForAYear,
  mediaTypes,
  packedExtensions,
  secureOnlyHeaders,
} from '../../src/build/hosting.ts';

/** One address for each rule of the table, and some that no rule names. */
const hashed = hashedFiles.map((rule) => rule.replace('*', '1f2e'));
const addresses = [...hashed, '', 'sw.js', 'current.json', 'attitude/_astro/x.css', 'icon.svg'];

const bases = ['/', '/course/', '/a.b/培训/'];

function fileFor(base: string, path: string): string {
  const file = hostingFiles(base, addresses).find((file) => file.path === path);
  if (!file) throw new Error(`${path} is not written`);
  return file.content;
}

describe.each(bases)('under %s', (base) => {
  test('no file leads unknown addresses home or lets learners’ answers be cleared', () => {
    for (const { path, content } of hostingFiles(base, addresses)) {
      expect(content, path).not.toMatch(/Clear-Site-Data|rewrite|\/index\.html/i);
    }
  });

  test('every file for hosts stands in the list of what hosts do not show, or is robots.txt', () => {
    for (const { path } of hostingFiles(base, addresses)) {
      const listed = filesForHosts.some((name) => path.startsWith(name));
      expect(listed || path === 'robots.txt', path).toBe(true);
    }
  });

  test('robots.txt keeps the unit’s own contact data out of search engines', () => {
    expect(fileFor(base, 'robots.txt')).toBe(`User-agent: *\nDisallow: ${base}local.json\n`);
  });

  describe('_headers', () => {
    // Hosts join the values of every matching rule with commas; two of them would contradict.
    test('at most one rule sets Cache-Control for an address, and it is ours', () => {
      for (const address of addresses) {
        const merged = rulesOf(base)
          .filter((rule) => rule.matches(base + address))
          .flatMap((rule) => rule.lines.filter((line) => line.startsWith('Cache-Control')));
        const wanted = headersFor(base + address, base)['Cache-Control'];
        expect(merged).toEqual(wanted === 'no-cache' ? [] : [`Cache-Control: ${wanted}`]);
      }
    });

    test('the general rule carries every constant header', () => {
      const [general] = rulesOf(base);
      expect(general?.matches(`${base}attitude/waiting/`)).toBe(true);
      expect(general?.lines).toEqual(
        Object.entries(constantHeaders).map(([name, value]) => `${name}: ${value}`),
      );
    });

    /** Reads the file as hosts do: an address line, then indented lines; `*` is anything. */
    function rulesOf(base: string) {
      const blocks = fileFor(base, '_headers').split(/\n(?=\/)/);
      return blocks.map((block) => {
        const [address = '', ...lines] = block.trimEnd().split('\n');
        const [head = '', tail = ''] = address.split('*');
        return {
          lines: lines.filter(Boolean).map((line) => line.trim()),
          matches: (path: string) => path.startsWith(head) && path.endsWith(tail),
        };
      });
    }
  });

  describe('nginx.conf', () => {
    const text = () => fileFor(base, '_hosting/nginx.conf');

    /** Inner locations by the pattern that chooses them. */
    const inner = () =>
      [...text().matchAll(/location ~ "(.*)" \{([^}]*)\}/g)].map(([, pattern = '', body = '']) => ({
        pattern: new RegExp(pattern),
        body,
      }));

    test('unknown addresses are 404 with the page below the base', () => {
      expect(text()).toContain(`location ^~ ${base} {`);
      expect(text()).toContain('try_files $uri $uri/ =404;');
      expect(text()).toContain(`error_page 404 ${base}404.html;`);
    });

    test('exactly the hashed addresses are kept for a year', () => {
      const kept = inner().filter(({ body }) => body.includes(keepForAYear));
      expect(kept).toHaveLength(1);
      for (const address of [...addresses, '_astro/', 'manifest.json', 'x/pagefind-1/a']) {
        const wanted = headersFor(base + address, base)['Cache-Control'] === keepForAYear;
        expect(kept[0]?.pattern.test(base + address), address).toBe(wanted);
      }
    });

    test('files for hosts are not shown', () => {
      const [hidden] = inner().filter(({ body }) => body.includes('return 404;'));
      const files = ['_headers', '_hosting/nginx.conf', 'web.config', '.nojekyll'];
      for (const file of files) expect(hidden?.pattern.test(base + file), file).toBe(true);
      for (const file of addresses) expect(hidden?.pattern.test(base + file), file).toBe(false);
    });

    test('every header and every media type of the table stands in it', () => {
      for (const [name, value] of Object.entries(constantHeaders)) {
        const sent = secureOnlyHeaders.includes(name) ? '\\$\\w+' : `"${RegExp.escape(value)}"`;
        expect(text()).toMatch(new RegExp(`add_header ${name} ${sent} always;`));
        expect(text()).toContain(`"${value}"`);
      }
      for (const [extension, type] of Object.entries(mediaTypes)) {
        expect(text()).toContain(` ${type.replace('; charset=utf-8', '')} ${extension};`);
      }
    });
  });

  describe('web.config', () => {
    const document = () =>
      new JSDOM(fileFor(base, 'web.config'), { contentType: 'application/xml' }).window.document;

    const addsIn = (parent: string) => [...document().querySelectorAll(`${parent} > add`)];

    test('whatever is added was removed before, so that no server has it twice', () => {
      const ofKey = { add: ['name', 'segment'], mimeMap: ['fileExtension'], error: ['statusCode'] };
      for (const [tag, keys] of Object.entries(ofKey)) {
        for (const element of document().querySelectorAll(tag)) {
          if (element.parentElement?.tagName === 'files') continue;
          const key = keys.find((name) => element.hasAttribute(name)) ?? '';
          const removed = element.previousElementSibling;
          expect(removed?.tagName, element.outerHTML).toBe('remove');
          expect(removed?.getAttribute(key)).toBe(element.getAttribute(key));
        }
      }
    });

    test('unknown addresses are 404 with the page, found from the root of the site', () => {
      const error = document().querySelector('httpErrors > error');
      expect(error?.getAttribute('responseMode')).toBe('File');
      expect(`/${error?.getAttribute('path')?.replaceAll('\\', '/')}`).toBe(`${base}404.html`);
    });

    test('every header stands in it; what errs on plain http only as a comment', () => {
      const sent = addsIn('customHeaders').map((it) => [
        it.getAttribute('name'),
        it.getAttribute('value'),
      ]);
      const always = Object.entries(constantHeaders).filter(
        ([name]) => !secureOnlyHeaders.includes(name),
      );
      expect(sent).toEqual(always);
      for (const name of secureOnlyHeaders) {
        const row = `<add name="${name}" value="${constantHeaders[name]}" />`;
        expect(fileFor(base, 'web.config')).toMatch(new RegExp(`<!--[^>]*${row} -->`));
      }
    });

    test('every media type stands in it, and those of the search, which IIS would not serve', () => {
      const types = new Map(
        [...document().querySelectorAll('mimeMap')].map((it) => [
          it.getAttribute('fileExtension'),
          it.getAttribute('mimeType'),
        ]),
      );
      for (const [extension, type] of Object.entries(mediaTypes)) {
        expect(types.get(`.${extension}`)).toBe(type);
      }
      for (const extension of packedExtensions) {
        expect(types.get(`.${extension}`)).toBe('application/octet-stream');
      }
    });

    test('exactly the hashed names are kept for a year, all else is asked for again', () => {
      const general = document().querySelector('configuration > system\\.webServer clientCache');
      expect(general?.getAttribute('cacheControlMode')).toBe('DisableCache');
      const locations = [...document().querySelectorAll('location')];
      expect(locations.map((it) => it.getAttribute('path'))).toEqual(
        hashed.map((address) => address.replace(/\/.*/, '')).sort(),
      );
      for (const location of locations) {
        const cache = location.querySelector('clientCache');
        expect(cache?.getAttribute('cacheControlMaxAge')).toBe('365.00:00:00');
        expect(cache?.getAttribute('cacheControlCustom')).toBe('public, immutable');
      }
    });

    test('its own and other hosts’ files are hidden, and folders are not listed', () => {
      expect(addsIn('hiddenSegments').map((it) => it.getAttribute('segment'))).toEqual(
        filesForHosts.map((name) => name.replace('/', '')),
      );
      expect(document().querySelector('directoryBrowse')?.getAttribute('enabled')).toBe('false');
    });
  });
});
