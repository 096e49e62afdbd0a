import { describe, expect, test, vi } from 'vitest';
import { readPlaces, readSettings, writePlace, writeSettings } from '../../src/client/settings.ts';

const SETTINGS = 'window-course:settings';
const PLACES = 'window-course:places';
const place = {
  lesson: 'attitude/waiting',
  title: '等得住',
  heading: 'why',
  headingText: '为什么6分钟这么长',
  at: 1_000,
};

/** What stands in storage although we never wrote it. */
const foreign = ['', 'null', '5', '"dark"', '[]', '[1,2]', '{', 'true', '<!doctype html>'];

/** A browser that refuses storage altogether, or only lets it be read. */
function refuse(...methods: ('getItem' | 'setItem')[]): void {
  for (const method of methods) {
    vi.spyOn(Storage.prototype, method).mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    });
  }
}

describe('settings', () => {
  test('are none at first', () => {
    expect(readSettings()).toEqual({});
  });

  test('keep what a change does not name', () => {
    writeSettings({ theme: 'dark', sector: 'bank' });
    writeSettings({ theme: undefined, text: '2' });
    expect(readSettings()).toEqual({ sector: 'bank', text: '2' });
  });

  test.each(foreign)('are none where storage holds %s', (text) => {
    localStorage.setItem(SETTINGS, text);
    const { theme, text: size, sector, post, path } = readSettings();
    expect([theme, size, sector, post, path]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test.each(foreign)('can be written where storage holds %s', (text) => {
    localStorage.setItem(SETTINGS, text);
    writeSettings({ theme: 'dark' });
    expect(readSettings().theme).toBe('dark');
  });

  test.each([
    '{"theme":5,"text":["2"],"sector":{},"post":null,"path":"teller"}',
    '{"theme":"","text":"","sector":"","path":{}}',
    '{"path":{"id":"teller"}}',
    '{"path":{"id":7,"title":"银行·柜员"}}',
    '{"path":[]}',
  ])('leave out what is of another shape: %s', (text) => {
    localStorage.setItem(SETTINGS, text);
    expect(readSettings()).toEqual({});
  });

  test('cannot be given through the names of built-in properties', () => {
    localStorage.setItem(SETTINGS, '{"__proto__":{"theme":"dark"}}');
    expect(readSettings().theme).toBeUndefined();
    writeSettings({ text: '2' });
    expect(readSettings().theme).toBeUndefined();
  });

  test('are none, without an error, where storage is refused', () => {
    refuse('getItem', 'setItem');
    writeSettings({ theme: 'dark' });
    expect(readSettings()).toEqual({});
  });
});

describe('reading places', () => {
  test('are kept by lesson, the latest of each', () => {
    const other = { ...place, lesson: 'attitude/visible', title: '看得见' };
    writePlace(place);
    writePlace(other);
    writePlace({ ...place, heading: 'how', at: 2_000 });
    expect(readPlaces()).toEqual({
      'attitude/waiting': { ...place, heading: 'how', at: 2_000 },
      'attitude/visible': other,
    });
  });

  test.each(foreign)('are none where storage holds %s, and can be written there', (text) => {
    localStorage.setItem(PLACES, text);
    expect(readPlaces()).toEqual({});
    writePlace(place);
    expect(readPlaces()).toEqual({ [place.lesson]: place });
  });

  test('leave out rows of another shape', () => {
    const rows = {
      a: null,
      b: 5,
      c: [],
      d: {},
      e: { ...place, at: '1000' },
      f: { ...place, title: null },
      g: { ...place, lesson: undefined },
    };
    localStorage.setItem(PLACES, JSON.stringify({ ...rows, [place.lesson]: place }));
    expect(readPlaces()).toEqual({ [place.lesson]: place });
  });

  test('are none, without an error, where storage is refused', () => {
    refuse('getItem', 'setItem');
    writePlace(place);
    expect(readPlaces()).toEqual({});
  });

  test('are left as they are where storage is full', () => {
    writePlace(place);
    refuse('setItem');
    writePlace({ ...place, at: 2_000 });
    expect(readPlaces()).toEqual({ [place.lesson]: place });
  });
});
