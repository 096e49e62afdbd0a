import { crc32 } from '../record/checksum.ts';

/**
 * Shuffles with a seed: the same items and seed give the same order (Fisher and Yates, driven by
 * the xorshift of Marsaglia 2003 over the CRC of the seed's text).
 */
export function shuffle<T>(items: readonly T[], seed: string): T[] {
  const shuffled = [...items];
  const random = randomFrom(seed);
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const pick = random() % (last + 1);
    [shuffled[last], shuffled[pick]] = [shuffled[pick] as T, shuffled[last] as T];
  }
  return shuffled;
}

/** A shuffle that is never the order given; two items or more. */
export function shuffleAnew<T>(items: readonly T[], seed: string): T[] {
  const shuffled = shuffle(items, seed);
  return shuffled.some((item, index) => item !== items[index]) ? shuffled : shuffled.reverse();
}

function randomFrom(seed: string): () => number {
  // Zero is the one state that xorshift never leaves.
  let state = Number.parseInt(crc32(seed), 16) || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
