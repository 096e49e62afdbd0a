import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shuffle, shuffleAnew } from '../../src/core/quiz/shuffle.ts';

const items = fc.array(fc.string(), { maxLength: 12 });
const seeds = fc.string({ unit: 'grapheme' });
const sorted = (list: readonly string[]) => [...list].sort();

describe('a shuffle', () => {
  test('has every item as often as before, and leaves the list as it was', () => {
    fc.assert(
      fc.property(items, seeds, (list, seed) => {
        const before = [...list];
        expect(sorted(shuffle(list, seed))).toEqual(sorted(list));
        expect(list).toEqual(before);
      }),
    );
  });

  test('is the same with the same seed', () => {
    fc.assert(
      fc.property(items, seeds, (list, seed) => {
        expect(shuffle(list, seed)).toEqual(shuffle([...list], seed));
      }),
    );
  });

  test('is the one that earlier builds made, or the options of an open paper would change places', () => {
    expect(shuffle([...'abcdefgh'], 'seed').join('')).toBe('bagdehcf');
  });

  test('brings every item to every place, about equally often', () => {
    const letters = [...'abcd'];
    const places = new Map<string, number>();
    for (let seed = 0; seed < 4000; seed += 1) {
      shuffle(letters, `attempt/${seed}`).forEach((letter, place) => {
        places.set(letter + place, (places.get(letter + place) ?? 0) + 1);
      });
    }
    expect(places.size).toBe(16);
    for (const times of places.values()) {
      expect(times).toBeGreaterThan(850);
      expect(times).toBeLessThan(1150);
    }
  });
});

describe('a shuffleAnewment', () => {
  const distinct = fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 12 });

  test('is a shuffle that is never the order given', () => {
    fc.assert(
      fc.property(distinct, seeds, (list, seed) => {
        const shuffleAnewd = shuffleAnew(list, seed);
        expect(sorted(shuffleAnewd)).toEqual(sorted(list));
        expect(shuffleAnewd).not.toEqual(list);
        expect(shuffleAnew(list, seed)).toEqual(shuffleAnewd);
      }),
    );
  });

  test('of two items is the other order, whatever the seed', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(shuffleAnew(['a', 'b'], seed)).toEqual(['b', 'a']);
      }),
    );
  });

  test('of less than two items is what there is', () => {
    expect(shuffleAnew([], 'seed')).toEqual([]);
    expect(shuffleAnew(['a'], 'seed')).toEqual(['a']);
  });
});
