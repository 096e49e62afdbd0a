import { describe, expect, test } from 'vitest';
import { contentType, csp, headersFor } from '../../src/build/hosting.ts';

describe('the content security policy', () => {
  test('the header forbids framing, the meta tag leaves that out and is otherwise the same', () => {
    expect(csp('header')).toContain("; frame-ancestors 'none';");
    expect(csp('header').replace("frame-ancestors 'none'; ", '')).toBe(csp('meta'));
  });

  test('it allows nothing by default and no inline code', () => {
    for (const place of ['header', 'meta'] as const) {
      expect(csp(place)).toMatch(/^default-src 'none'; /);
      expect(csp(place)).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
      expect(csp(place)).toMatch(/trusted-types app default offline$/);
    }
  });
});

describe('how long an address may be kept', () => {
  const year = 'public, max-age=31536000, immutable';
  test.each([
    ['_astro/lesson.Dx81aa.css', year],
    ['_entries/lesson-5f2c.js', year],
    ['pagefind-9a1b/fragment/zh_1.pf_fragment', year],
    ['manifest.0a1b2c3d.json', year],
    ['manifest.webmanifest', 'no-cache'],
    ['manifest.json', 'no-cache'],
    ['', 'no-cache'],
    ['attitude/waiting/', 'no-cache'],
    ['attitude/_astro/x.css', 'no-cache'],
    ['index.html', 'no-cache'],
    ['sw.js', 'no-cache'],
    ['current.json', 'no-cache'],
    ['course.json', 'no-cache'],
    ['local.json', 'no-cache'],
    ['boot.js', 'no-cache'],
  ])('%s: %s, under every base', (path, expected) => {
    expect(headersFor(`/${path}`, '/')['Cache-Control']).toBe(expected);
    expect(headersFor(`/course/${path}`, '/course/')['Cache-Control']).toBe(expected);
  });

  test('outside the base nothing is kept', () => {
    expect(headersFor('/_astro/x.css', '/course/')['Cache-Control']).toBe('no-cache');
  });
});

test('every address carries the protective headers', () => {
  expect(headersFor('/_astro/x.css', '/')).toMatchObject({
    'Content-Security-Policy': csp('header'),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': expect.stringContaining('camera=()'),
    'Cross-Origin-Opener-Policy': 'same-origin',
  });
});

test.each([
  ['/x/index.html', 'text/html; charset=utf-8'],
  ['/boot.js', 'text/javascript; charset=utf-8'],
  ['/a.CSS', 'text/css; charset=utf-8'],
  ['/manifest.webmanifest', 'application/manifest+json'],
  ['/a.wasm', 'application/wasm'],
  ['/pagefind-1/wasm.unknown.pagefind', 'application/octet-stream'],
  ['/pagefind-1/pagefind.zh_1.pf_meta', 'application/octet-stream'],
  ['/folder.js/name', 'application/octet-stream'],
])('the type of %s is %s', (path, type) => {
  expect(contentType(path)).toBe(type);
});
