import { crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32 } from '../../src/core/record/checksum.ts';

test.each([
  ['', '00000000'],
  // The check value that every description of CRC-32 (ISO-HDLC) gives.
  ['123456789', 'cbf43926'],
  ['The quick brown fox jumps over the lazy dog', '414fa339'],
])('the checksum of “%s” is %s', (text, checksum) => {
  expect(crc32(text)).toBe(checksum);
});

test('the checksum of any text is zlib’s of its UTF-8 bytes, as 8 digits', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('请您稍等，9点50我再来报。😀'));
  fc.assert(
    fc.property(texts, (text) => {
      expect(crc32(text)).toBe(zlibCrc32(text).toString(16).padStart(8, '0'));
    }),
  );
});
