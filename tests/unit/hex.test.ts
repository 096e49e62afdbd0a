import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toHex } from '../../src/core/hex.ts';

test('every byte is two lower-case digits', () => {
  expect(toHex(new Uint8Array([0, 1, 15, 16, 171, 255]))).toBe('00010f10abff');
});

test('the digits say the bytes again', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(new Uint8Array(Buffer.from(toHex(bytes), 'hex'))).toEqual(new Uint8Array(bytes));
    }),
  );
});
