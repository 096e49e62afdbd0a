import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  listAddress,
  type ManifestFile,
  manifestAddress,
  parseCurrent,
  parseList,
  parseManifest,
  printList,
  printManifest,
} from '../../src/core/offline/manifest.ts';

const sha256 = 'ab'.repeat(32);
/** Of a list, as a manifest names it. */
const short = sha256.slice(0, 32);
const row = [sha256, 120, 'text/html; charset=utf-8'];
const digest = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));
const files = fc.dictionary(
  fc.string(),
  fc.record({
    sha256: digest,
    bytes: fc.nat(),
    type: fc.string(),
    pack: fc.constant('attitude'),
  }),
);
const packs = fc.dictionary(
  fc.string(),
  digest.map((text) => text.slice(0, 32)),
);

const listOf = (listed: Record<string, ManifestFile>) => ({
  files: new Map(Object.entries(listed)),
});

describe('a manifest', () => {
  test('is read as it was printed, in whatever order its packs were found', () => {
    fc.assert(
      fc.property(packs, (listed) => {
        const entries = Object.entries(listed);
        const manifest = { packs: new Map(entries) };
        expect(parseManifest(printManifest(manifest))).toEqual(manifest);
        expect(printManifest({ packs: new Map(entries.toReversed()) })).toBe(
          printManifest(manifest),
        );
      }),
    );
  });

  test.each([
    ['a login page', '<!doctype html><title>登录</title>'],
    ['half a manifest', printManifest({ packs: new Map([['shell', short]]) }).slice(0, -2)],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['without packs', '{}'],
    ['a list of packs', '{"packs":["shell"]}'],
    ['a short digest', `{"packs":{"shell":"${short.slice(1)}"}}`],
    ['a long digest', `{"packs":{"shell":"${sha256}"}}`],
    ['a digest in capitals', `{"packs":{"shell":"${short.toUpperCase()}"}}`],
    ['a digest with a path in it', `{"packs":{"shell":"../${short.slice(3)}"}}`],
  ])('is not read from %s', (_what, text) => {
    expect(() => parseManifest(text)).toThrow();
  });

  test('stands at an address that carries its build, and a list at one that carries its digest', () => {
    expect(manifestAddress('0123456789abcdef')).toBe('manifest.0123456789abcdef.json');
    expect(listAddress(sha256)).toBe('pack.abababababababab.json');
  });
});

describe('the list of a pack', () => {
  test('has files of its pack, and the outline of its module, which belongs to the shell', () => {
    const file = { sha256, bytes: 1, type: '', pack: 'bank' };
    const text = printList(listOf({ 'bank/lobby/': file, 'outline/bank.json': file }));
    const { files } = parseList(text, 'bank');
    expect([...files.values()].map(({ pack }) => pack)).toEqual(['bank', 'shell']);
  });

  test('is read as it was printed, in whatever order its files were found', () => {
    fc.assert(
      fc.property(files, (listed) => {
        const entries = Object.entries(listed);
        const text = printList(listOf(listed));
        expect(parseList(text, 'attitude')).toEqual(listOf(listed));
        expect(printList({ files: new Map(entries.toReversed()) })).toBe(text);
      }),
    );
  });

  test('gives its files the pack that it was asked for', () => {
    const text = JSON.stringify({ files: { 'a/': row } });
    expect(parseList(text, 'bank').files.get('a/')?.pack).toBe('bank');
  });

  test.each([
    ['a list of files', [row]],
    ['a file that is null', { a: null }],
    ['a file that is a text', { a: sha256 }],
    ['a short digest', { a: [sha256.slice(1), 1, 'text/html'] }],
    ['a length that is a text', { a: [sha256, '120', 'text/html'] }],
    ['a length in fractions', { a: [sha256, 1.5, 'text/html'] }],
    ['no type', { a: [sha256, 1] }],
  ])('is not read from %s', (_what, listed) => {
    expect(() => parseList(JSON.stringify({ files: listed }), 'attitude')).toThrow();
  });
});

describe('current.json', () => {
  test('names the build that the server holds', () => {
    expect(parseCurrent({ build: '0123456789abcdef' })).toBe('0123456789abcdef');
  });

  test.each([
    null,
    undefined,
    '0123456789abcdef',
    {},
    { build: null },
    { build: 16 },
    { build: '0123456789abcde' },
    { build: '0123456789ABCDEF' },
    { build: '../../../evil.js' },
    { build: '0123456789abcdef\n' },
  ])('names none as %o', (value) => {
    expect(parseCurrent(value)).toBeUndefined();
  });
});
