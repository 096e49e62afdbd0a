import { describe, expect, test } from 'vitest';
import { contentAddress, digestsAt, ownAddresses, POINTER } from '../../src/core/messages.ts';
import { buildAt, listAddress, manifestAddress } from '../../src/core/offline/manifest.ts';

const digest = 'ab'.repeat(32);
const build = '0123456789abcdef';
const stored = [POINTER, manifestAddress(build), listAddress(digest), contentAddress(digest)];
const below = (home: string) => stored.map((address) => home + address);

describe('in caches that belong to the whole origin', () => {
  const root = 'https://x.test/';
  const folder = 'https://x.test/course/';
  const urls = [
    ...below(root),
    ...below(folder),
    'https://x.test/app.js',
    'https://y.test/pointer',
  ];

  test.each([root, folder])('a copy of the site at %s knows what is its own', (home) => {
    expect(ownAddresses(urls, home)).toEqual(stored);
  });

  test('another folder has nothing there', () => {
    expect(ownAddresses(urls, 'https://x.test/other/')).toEqual([]);
  });
});

test('digests are told by the addresses of contents', () => {
  expect(digestsAt(stored)).toEqual(new Set([digest]));
});

test('a build is told by the address of its manifest', () => {
  expect(stored.map(buildAt)).toEqual([undefined, build, undefined, undefined]);
});
